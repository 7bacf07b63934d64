import type { TicketColumns } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';

type ThreadFacts = Pick<TicketColumns, 'last_message_id' | 'last_public_message_id' | 'waiting_since'>;

/**
 * What a ticket's columns say of its conversation, read from the conversation as it is now: for messages that came or
 * went otherwise than by being written. Waiting since the first word of a customer that no answer of ours follows.
 */
export async function threadFacts(tx: Tx, ticketId: string): Promise<ThreadFacts> {
  const newest = (where: string) =>
    `(SELECT m.id FROM message m WHERE m.ticket_id = $1 ${where} ORDER BY m.created_at DESC, m.id DESC LIMIT 1)`;
  const { rows } = await tx.query<ThreadFacts>(
    `SELECT ${newest('')} AS last_message_id, ${newest('AND NOT m.is_internal')} AS last_public_message_id,
       (SELECT min(m.created_at) FROM message m JOIN person p ON p.id = m.author_id
        WHERE m.ticket_id = $1 AND NOT m.is_internal AND p.role = 'customer' AND m.created_at > coalesce(
          (SELECT max(a.created_at) FROM message a JOIN person s ON s.id = a.author_id
           WHERE a.ticket_id = $1 AND NOT a.is_internal AND s.role <> 'customer'), '-infinity')) AS waiting_since`,
    [ticketId],
  );
  return rows[0]!;
}

/** Search reads these tickets again: their words changed otherwise than by a new message. */
export async function readAgain(tx: Tx, ticketIds: readonly string[]): Promise<void> {
  await tx.query('UPDATE ticket SET text_seq = text_seq + 1 WHERE id = ANY($1::uuid[])', [ticketIds]);
}

/** Puts messages into another ticket, where they keep the name of the one that they were written in. */
export async function moveMessages(
  tx: Tx,
  ids: readonly string[],
  from: string,
  to: string,
): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE message SET ticket_id = $3,
       origin_ticket_id = nullif(coalesce(origin_ticket_id, ticket_id), $3)
     WHERE ticket_id = $2 AND id = ANY($1::uuid[]) RETURNING id`,
    [ids, from, to],
  );
  const moved = rows.map(({ id }) => id);
  await tx.query('UPDATE message_search SET ticket_id = $2 WHERE message_id = ANY($1::uuid[])', [moved, to]);
  return moved;
}
