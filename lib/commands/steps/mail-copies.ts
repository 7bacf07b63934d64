import { newId } from '../../clock';
import type { TicketRow } from '../../db/sql/ticket-row';
import type { Sql } from '../../db/transaction';

/**
 * Queues a copy of a public reply for everybody in Cc: a mail each, so that none of them learns another's address, and
 * each is sent once by itself. Its author, and who gets the reply anyhow, get none; nobody is mailed about spam.
 */
export async function mailCopies(
  tx: Sql,
  ticket: Pick<TicketRow, 'id' | 'spam_at' | 'customer_locale'>,
  eventId: string,
  message: { id: string; authorId: string; cc: readonly string[] },
): Promise<void> {
  if (message.cc.length === 0 || ticket.spam_at !== null) return;
  const rows = message.cc.map((address) => ({ id: newId(), address }));
  await tx.query(
    `INSERT INTO outbound_mail (id, event_id, template, recipient, locale, person_id, ticket_id, message_id)
     SELECT c.id, $1, 'copy', c.address, coalesce(p.locale, $4), p.id, $2, $3
     FROM jsonb_to_recordset($5::jsonb) AS c (id uuid, address text) LEFT JOIN person p ON p.email = c.address
     WHERE p.disabled_at IS NULL AND p.id IS DISTINCT FROM $6
     ON CONFLICT (event_id, recipient) DO NOTHING`,
    [eventId, ticket.id, message.id, ticket.customer_locale, JSON.stringify(rows), message.authorId],
  );
}
