import { newId } from '../../clock';
import type { TicketColumns } from '../../db/sql/ticket-row';
import type { Sql } from '../../db/transaction';
import type { Notice } from '../../rules/notifications';

/**
 * Queues the notices of one act on a ticket, in one statement. Who has no address, or may no longer sign in, gets
 * none; about spam nobody is mailed. `messageId` is the message that the mail carries.
 */
export async function mailNotices(
  tx: Sql,
  ticket: Pick<TicketColumns, 'id' | 'customer_id' | 'assignee_id' | 'spam_at'>,
  eventId: string,
  notices: readonly Notice[],
  messageId: string | null = null,
): Promise<void> {
  if (notices.length === 0 || ticket.spam_at !== null) return;
  const rows = notices.map((notice) => ({
    id: newId(),
    template: notice.template,
    person_id: notice.to === 'customer' ? ticket.customer_id : ticket.assignee_id,
  }));
  await tx.query(
    `INSERT INTO outbound_mail (id, event_id, template, recipient, locale, person_id, ticket_id, message_id)
     SELECT n.id, $1, n.template, p.email, p.locale, p.id, $2, $3
     FROM jsonb_to_recordset($4::jsonb) AS n (id uuid, template text, person_id uuid)
     JOIN person p ON p.id = n.person_id AND p.email IS NOT NULL AND p.disabled_at IS NULL
     ON CONFLICT (event_id, recipient) DO NOTHING`,
    [eventId, ticket.id, messageId, JSON.stringify(rows)],
  );
}
