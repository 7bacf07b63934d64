import type { Sql } from '../db/transaction';

/** The ticket at the end of a chain of merges: where the conversation of this one goes on. Itself when it was not merged. */
export async function survivorOf(from: Sql, ticketId: string): Promise<string> {
  const { rows } = await from.query<{ id: string }>(
    `WITH RECURSIVE chain AS (
       SELECT id, merged_into FROM ticket WHERE id = $1
       UNION SELECT t.id, t.merged_into FROM chain c JOIN ticket t ON t.id = c.merged_into)
     SELECT id FROM chain WHERE merged_into IS NULL`,
    [ticketId],
  );
  return rows[0]?.id ?? ticketId;
}
