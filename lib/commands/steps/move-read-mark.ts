import type { Tx } from '../../db/transaction';

/**
 * How far a person has read a ticket. Only ever further: of two tabs the one that has seen more counts.
 *
 * @returns whether the mark moved.
 */
export async function moveReadMark(
  tx: Tx,
  personId: string,
  ticketId: string,
  messageId: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO ticket_read (person_id, ticket_id, message_id) VALUES ($1, $2, $3)
     ON CONFLICT (person_id, ticket_id) DO UPDATE SET message_id = EXCLUDED.message_id, read_at = now()
       WHERE EXISTS (SELECT 1 FROM message old, message new
         WHERE old.id = ticket_read.message_id AND new.id = EXCLUDED.message_id
           AND (new.created_at, new.id) > (old.created_at, old.id))`,
    [personId, ticketId, messageId],
  );
  return rowCount !== 0;
}
