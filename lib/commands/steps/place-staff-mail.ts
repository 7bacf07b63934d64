import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { readStaffToken } from '../../email/reply-token';
import { loadTicket } from '../../queries/access-ticket';
import { activeParticipants } from '../../queries/get-recipients';
import { getSettings } from '../../queries/get-settings';
import { loadActor } from '../../queries/load-actor';
import { survivorOf } from '../../queries/survivor-of';
import { tokensInAddresses, tokensInText } from '../../rules/mail-references';
import type { MailReason } from '../../rules/mail-states';
import { can } from '../../rules/permissions';
import { isProven } from '../../rules/sender-check';
import type { ClaimedInbound, MailContent, MailOutcome, SeenMail } from './inbound-mail';
import { postStaffReply } from './post-staff-reply';

const held = (reason: MailReason): MailOutcome => ({ state: 'quarantined', reason });

/**
 * A mail from an address of the team (product G13). It is his public answer only when the setting allows it, it goes to
 * the reply address of a notice that went to him alone, and our own receiving host proved its sender, or an admin let it
 * in. Whatever else it is, it never acts as staff (control C31).
 */
export async function placeStaffMail(
  tx: Tx,
  claimed: ClaimedInbound,
  seen: SeenMail & { sender: string },
  content: MailContent,
): Promise<MailOutcome> {
  const addresses = [...claimed.recipients, ...seen.mail.recipients];
  const notice = tokensInAddresses(addresses)
    .map(readStaffToken)
    .find((id) => id !== null);
  if (!notice) return held('staff_sender');
  const asked = await noticeOf(tx, notice, seen.sender);
  if (!asked) return held('staff_address');
  const isLetIn = claimed.is_recovered;
  if (!isLetIn && !(await getSettings(tx)).staff_reply_by_mail) return held('staff_off');
  if (seen.isForged) return held('forged');
  if (!isLetIn && !isProven(seen.mail.headers, claimed.auth_host, seen.sender)) return held('staff_unproven');
  if (content.isEmpty) return held('empty');
  // our notice still stands in what he said: the customer must not read it
  if (tokensInText(content.body).length > 0) return held('staff_quote');
  return post(tx, asked, content);
}

interface Asked {
  person_id: string;
  ticket_id: string;
}

/** The notice, when it went to this address, and not too long ago. */
async function noticeOf(tx: Tx, mailId: string, address: string): Promise<Asked | null> {
  const { rows } = await tx.query<Asked>(
    `SELECT m.person_id, m.ticket_id FROM outbound_mail m JOIN person p ON p.id = m.person_id
     WHERE m.id = $1 AND p.email = $2 AND m.ticket_id IS NOT NULL AND m.created_at > now() - interval '30 days'`,
    [mailId, address],
  );
  return rows[0] ?? null;
}

async function post(tx: Tx, asked: Asked, { body, files }: MailContent): Promise<MailOutcome> {
  const actor = await loadActor(tx, asked.person_id);
  const ticket = await loadTicket(tx, await survivorOf(tx, asked.ticket_id), true);
  const isOpen = ticket !== null && ticket.deleted_at === null && ticket.status !== 'CLOSED';
  if (!actor || !isOpen || !can(actor, 'ticket.reply', ticket)) return held('staff_closed');
  await tx.query('UPDATE attachment SET uploaded_by = $2 WHERE id = ANY($1::uuid[])', [files, actor.id]);
  const cc = await activeParticipants(tx, ticket.id);
  const message = { id: newId(), ticket, body, format: 'text', html: null, cc, via: 'EMAIL' } as const;
  const posted = await postStaffReply(tx, actor, { ...message, clientId: null, attachments: files }, {});
  return { state: 'appended', ...posted };
}
