import { UNREAD_REPLY } from '../db/sql/unread-reply';
import { IS_HERE } from '../db/sql/visitor';
import { sql } from '../db/transaction';

/** Chats in one pass; the next pass takes the rest. */
const BATCH = 100;

/**
 * Mails what the team said in chats whose visitor went away before he read it: one mail for all that he has not read, to
 * the address that he claimed or confirmed. Rows say what is due and not timers, so nothing is lost with a process; a
 * chat whose visitor is there stays due until he has read or gone.
 *
 * @returns the events whose mails are to leave now.
 */
export async function mailUnreadChats(): Promise<string[]> {
  const { rows } = await sql.query<{ event_id: string | null }>(
    `WITH due AS (
       SELECT c.ticket_id, v.email, v.locale, CASE WHEN v.email_confirmed THEN t.customer_id END AS person_id,
         u.message_id, u.event_id
       FROM chat c JOIN ticket t ON t.id = c.ticket_id JOIN visitor w ON w.id = c.visitor_id
       -- of several devices, the one that has told where to write to
       JOIN LATERAL (SELECT * FROM visitor v WHERE v.id = w.id OR v.person_id = w.person_id
         ORDER BY v.email IS NULL, v.last_seen_at DESC LIMIT 1) v ON true
       LEFT JOIN LATERAL (
         SELECT m.id AS message_id, e.id AS event_id FROM message m
         JOIN event e ON e.ticket_id = m.ticket_id AND e.type = 'message.created' AND e.data ->> 'message_id' = m.id::text
         WHERE m.ticket_id = t.id AND ${UNREAD_REPLY} AND (c.mailed_id IS NULL OR
           (m.created_at, m.id) > (SELECT created_at, id FROM message WHERE id = c.mailed_id))
         ORDER BY m.created_at DESC, m.id DESC LIMIT 1) u ON true
       WHERE c.mail_due_at <= now() + interval '1 millisecond' AND (u.message_id IS NULL OR NOT EXISTS (
         SELECT 1 FROM visitor v WHERE (v.id = w.id OR v.person_id = w.person_id) AND ${IS_HERE}))
       ORDER BY c.mail_due_at LIMIT ${BATCH} FOR UPDATE OF c SKIP LOCKED
     ), mail AS (
       INSERT INTO outbound_mail (id, event_id, template, recipient, locale, person_id, ticket_id, message_id)
       SELECT make_uuid_v7(), event_id, 'chat', email, locale, person_id, ticket_id, message_id
       FROM due WHERE email IS NOT NULL AND event_id IS NOT NULL
       ON CONFLICT (event_id, recipient) DO NOTHING RETURNING event_id, ticket_id
     )
     UPDATE chat c SET mail_due_at = NULL,
       mailed_id = CASE WHEN due.email IS NULL THEN c.mailed_id ELSE coalesce(due.message_id, c.mailed_id) END
     FROM due LEFT JOIN mail USING (ticket_id) WHERE c.ticket_id = due.ticket_id RETURNING mail.event_id`,
  );
  return rows.flatMap(({ event_id }) => event_id ?? []);
}
