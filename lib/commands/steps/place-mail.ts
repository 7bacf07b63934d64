import { newId } from '../../clock';
import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { loadTicket } from '../../queries/access-ticket';
import { activeParticipants } from '../../queries/get-recipients';
import { firstSentence } from '../../rules/first-sentence';
import { subjectOfTicket } from '../../rules/mail-references';
import type { Actor } from '../../rules/permissions';
import type { ClaimedInbound, MailContent, MailOutcome, SeenMail } from './inbound-mail';
import { insertTicket } from './insert-ticket';
import { customer, type MailSender, makeSender, mayAcknowledge, senderOf } from './mail-sender';
import { type MailMatch, matchMail } from './match-mail';
import { placeStaffMail } from './place-staff-mail';
import { postCustomerMessage } from './post-customer-message';
import { writeTicket } from './write-ticket';

/**
 * A person's mail: it goes to the ticket that it answers when its sender belongs there, and begins one of its own
 * when not (product 2.11). Its Cc makes nobody a reader; what staff send is looked at on its own.
 */
export async function placeMail(
  tx: Tx,
  claimed: ClaimedInbound,
  seen: SeenMail,
  content: MailContent,
): Promise<MailOutcome> {
  if (seen.sender === null) return { state: 'quarantined', reason: 'no_sender' };
  if (content.body === '') return { state: 'quarantined', reason: 'empty' };
  const sender = await senderOf(tx, seen.sender);
  if (sender.kind === 'staff') return placeStaffMail(tx, claimed, { ...seen, sender: seen.sender }, content);
  if (sender.kind === 'disabled') return { state: 'quarantined', reason: 'sender_disabled' };
  const match = await matchMail(tx, claimed, seen);
  const answered = match ? await loadTicket(tx, match.ticketId, true) : null;
  const open = answered && answered.deleted_at === null ? answered : null;
  const mayBelong = open !== null && !seen.isForged;
  // the address that somebody claims in a chat is his there, and nowhere else
  const isClaim = mayBelong && (await isClaimedIn(tx, open.id, seen.sender));
  const belongs = mayBelong && (isClaim || (await isOn(tx, open, sender, seen.sender)));
  if (open && belongs && (await isOnItAlready(tx, claimed, open, seen)))
    return { state: 'ignored', reason: 'duplicate', ticketId: open.id };
  const actor = isClaim
    ? customer(open.customer_id, open.customer_name)
    : sender.kind === 'customer'
      ? sender.actor
      : await makeSender(tx, personOf(seen, content));
  await tx.query('UPDATE attachment SET uploaded_by = $2 WHERE id = ANY($1::uuid[])', [
    content.files,
    actor.id,
  ]);
  return open && belongs
    ? append(tx, claimed, actor, open, content)
    : begin(tx, claimed, seen, { actor, content, answered: isMeant(match) ? open : null });
}

const isMeant = (match: MailMatch | null): boolean => match !== null && !match.isGuess;

/** Its customer, or somebody whom staff put in copy. */
async function isOn(tx: Tx, ticket: TicketRow, sender: MailSender, address: string): Promise<boolean> {
  if (sender.kind === 'customer' && sender.actor.id === ticket.customer_id) return true;
  return (await activeParticipants(tx, ticket.id)).includes(address);
}

/** Did the visitor of a chat tell this address for answers? */
async function isClaimedIn(tx: Tx, ticketId: string, address: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM chat c JOIN visitor v ON v.id = c.visitor_id OR v.person_id = c.begun_by
     WHERE c.ticket_id = $1 AND v.email = $2`,
    [ticketId, address],
  );
  return rowCount !== 0;
}

/** It went to two of our mailboxes and came by the other one. */
async function isOnItAlready(
  tx: Tx,
  claimed: ClaimedInbound,
  ticket: TicketRow,
  { mail }: SeenMail,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM inbound_mail WHERE id <> $1 AND ticket_id = $2 AND message_ref = $3 AND content_hash = $4
       AND state IN ('appended', 'created')`,
    [claimed.id, ticket.id, mail.messageRef, mail.contentHash],
  );
  return (rowCount ?? 0) > 0;
}

const personOf = ({ sender, mail }: SeenMail, { language }: MailContent) => ({
  ...{ address: sender!, name: mail.from[0]?.name ?? '', language },
});

async function append(
  tx: Tx,
  { mailbox_id }: ClaimedInbound,
  actor: Actor,
  ticket: TicketRow,
  { body, format, html, files }: MailContent,
): Promise<MailOutcome> {
  await tx.query('UPDATE ticket SET mailbox_id = $2 WHERE id = $1 AND mailbox_id IS NULL', [
    ticket.id,
    mailbox_id,
  ]);
  const message = { id: newId(), ticket, body, format, html, cc: [], via: 'EMAIL', clientId: null } as const;
  const posted = await postCustomerMessage(tx, actor, { ...message, attachments: files });
  return { state: 'appended', ...posted };
}

async function begin(
  tx: Tx,
  { mailbox_id, team_id }: ClaimedInbound,
  { mail, isForged, sender }: SeenMail,
  { actor, content, answered }: { actor: Actor; content: MailContent; answered: TicketRow | null },
): Promise<MailOutcome> {
  const { language, files, isEmpty: _isEmpty, ...written } = content;
  const { row, messageId } = await insertTicket(tx, actor, {
    ...written,
    subject: subjectOfTicket(mail.subject) || firstSentence(content.body),
    priority: 1,
    channel: 'EMAIL',
    topic: null,
    languages: language ? [language] : [],
    customerId: actor.id,
    teamId: team_id,
    mailboxId: mailbox_id,
    attachments: files,
    acknowledge: !isForged && (await mayAcknowledge(tx, sender!)),
  });
  if (answered) {
    const to = { other_id: answered.id, other_number: answered.number };
    const from = { other_id: row.id, other_number: row.number };
    await writeTicket(tx, row.id, {}, [{ type: 'ticket.begun_apart', data: to, actorId: actor.id }]);
    await writeTicket(tx, answered.id, {}, [
      { type: 'ticket.answered_apart', data: from, actorId: actor.id },
    ]);
  }
  const reason = isForged ? 'forged' : answered ? 'stranger' : undefined;
  const place = { ticketId: row.id, messageId, answeredId: answered?.id ?? null };
  return { state: 'created', ...place, ...(reason ? { reason } : {}) };
}

/** A machine's answer to a mail of ours: noted on the ticket for the team, and nothing follows from it. */
export async function noteAutomatic(tx: Tx, claimed: ClaimedInbound, seen: SeenMail): Promise<MailOutcome> {
  const match = await matchMail(tx, claimed, seen);
  const ticket = match && !match.isGuess ? await loadTicket(tx, match.ticketId, true) : null;
  if (!ticket || ticket.deleted_at !== null) return { state: 'ignored', reason: 'auto_reply' };
  const data = { inbound_id: claimed.id, subject: seen.mail.subject.slice(0, 200), sender: seen.sender };
  await writeTicket(tx, ticket.id, {}, [{ type: 'auto_reply.received', data, actorId: null }]);
  return { state: 'appended', reason: 'auto_reply', ticketId: ticket.id };
}
