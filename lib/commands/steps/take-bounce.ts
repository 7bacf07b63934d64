import type { Tx } from '../../db/transaction';
import { parseMessageId } from '../../email/message-id';
import type { MailOutcome, SeenMail } from './inbound-mail';
import { writeTicket } from './write-ticket';

interface Returned {
  id: string;
  ticket_id: string | null;
  message_id: string | null;
  is_reply: boolean;
  state: string;
}

/**
 * A mail of ours came back, or a server tells of one. It is found by the id that only we can make, and what became of
 * it is shown on its message. A bounce makes no ticket, wakes nobody and is never answered.
 */
export async function takeBounce(tx: Tx, { mail }: SeenMail): Promise<MailOutcome> {
  const returned = await returnedMail(tx, mail.ours);
  if (!returned) return { state: 'ignored', reason: 'bounce_unknown' };
  const { id, ticket_id: ticketId, message_id: messageId } = returned;
  if (isFinal(mail) && returned.state === 'sent') {
    if (ticketId) await tx.query('SELECT 1 FROM ticket WHERE id = $1 FOR NO KEY UPDATE', [ticketId]);
    const says = mail.report?.says || mail.subject;
    await tx.query(
      `UPDATE outbound_mail SET state = 'bounced', bounced_at = now(), error = $2
       WHERE (id = $1 OR carried_by = $1) AND state = 'sent'`,
      [id, `It came back: ${says}`.slice(0, 300)],
    );
    if (returned.is_reply && ticketId && messageId)
      await writeTicket(tx, ticketId, {}, [
        { type: 'delivery.changed', data: { message_id: messageId, state: 'bounced' }, actorId: null },
      ]);
  }
  const place = { reason: 'bounce', ticketId, messageId, outboundId: id } as const;
  return ticketId ? { state: 'appended', ...place } : { state: 'ignored', ...place };
}

/** Some servers say nothing in the way that is meant for machines. */
const isFinal = ({ report, text, subject }: SeenMail['mail']): boolean =>
  report?.outcome
    ? report.outcome === 5
    : /\b5\.\d{1,3}\.\d{1,3}\b|\b55[0-4]\b/.test(`${subject} ${text.slice(0, 5_000)}`);

async function returnedMail(tx: Tx, refs: readonly string[]): Promise<Returned | null> {
  const ids = refs.flatMap((ref) => {
    const found = parseMessageId(ref);
    return found?.kind === 'mail' ? [found.id] : [];
  });
  const { rows } = await tx.query<Returned>(
    `SELECT m.id, m.ticket_id, m.message_id, m.state, m.template = 'reply' AND
       (SELECT role FROM person WHERE id = m.person_id) IS NOT DISTINCT FROM 'customer' AS is_reply
     FROM outbound_mail m WHERE m.id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], m.id) LIMIT 1`,
    [ids],
  );
  return rows[0] ?? null;
}
