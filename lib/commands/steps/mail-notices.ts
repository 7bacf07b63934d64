import { newId } from '../../clock';
import type { TicketColumns } from '../../db/sql/ticket-row';
import type { Sql } from '../../db/transaction';
import type { Notice } from '../../rules/notifications';

/**
 * Queues the notices of one act on a ticket, in one statement. Who has no address, or may no longer sign in, gets
 * none; about spam nobody is mailed. `messageId` is the message that the mail carries.
 */
export const mailNotices = (
  tx: Sql,
  ticket: Mailed,
  eventId: string,
  notices: readonly Notice[],
  messageId: string | null = null,
): Promise<void> => mailAll(tx, [{ ticket, eventId, notices, messageId }]);

type Mailed = Pick<TicketColumns, 'id' | 'customer_id' | 'assignee_id' | 'spam_at'>;

/** How long the mail of an answer waits, for its customer to see it in the portal, or for the next one. */
const REPLY_DELAY = `coalesce((SELECT make_interval(secs => (value #>> '{}')::int) FROM setting
  WHERE key = 'reply_mail_delay_seconds'), interval '0')`;

/** The same of acts on many tickets. */
export async function mailAll(
  tx: Sql,
  acts: readonly { ticket: Mailed; eventId: string; notices: readonly Notice[]; messageId?: string | null }[],
): Promise<void> {
  const rows = acts.flatMap(({ ticket, eventId, notices, messageId = null }) =>
    (ticket.spam_at === null ? notices : []).map((notice) => ({
      id: newId(),
      ticket_id: ticket.id,
      event_id: eventId,
      message_id: messageId,
      template: notice.template,
      person_id: notice.to === 'customer' ? ticket.customer_id : ticket.assignee_id,
    })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO outbound_mail (id, event_id, template, recipient, locale, person_id, ticket_id, message_id, next_attempt_at)
     SELECT n.id, n.event_id, n.template, p.email, p.locale, p.id, n.ticket_id, n.message_id,
       now() + CASE WHEN n.template = 'reply' AND p.role = 'customer' THEN ${REPLY_DELAY} ELSE interval '0' END
     FROM jsonb_to_recordset($1::jsonb)
       AS n (id uuid, event_id uuid, template text, person_id uuid, ticket_id uuid, message_id uuid)
     JOIN person p ON p.id = n.person_id AND p.email IS NOT NULL AND p.disabled_at IS NULL
     -- who chats sees it there, and is mailed what he has not read
     WHERE NOT (n.template IN ('reply', 'status') AND p.role = 'customer'
       AND EXISTS (SELECT 1 FROM chat c WHERE c.ticket_id = n.ticket_id))
     ON CONFLICT (event_id, recipient) DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
