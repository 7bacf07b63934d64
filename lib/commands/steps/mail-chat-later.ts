import type { Tx } from '../../db/transaction';

/**
 * After a reply in a chat: what is unread in two minutes is mailed. At once where nobody was there when it began, or
 * where its visitor has gone on by mail. Of other tickets nothing is noted.
 */
export async function mailChatLater(tx: Tx, ticketId: string): Promise<void> {
  await tx.query(
    `UPDATE chat SET mail_due_at = least(mail_due_at, CASE WHEN begun_offline OR 'EMAIL' = (
         SELECT m.origin FROM message m JOIN person p ON p.id = m.author_id AND p.role = 'customer'
         WHERE m.ticket_id = $1 AND NOT m.is_internal ORDER BY m.created_at DESC, m.id DESC LIMIT 1)
       THEN now() ELSE now() + interval '2 minutes' END)
     WHERE ticket_id = $1`,
    [ticketId],
  );
}
