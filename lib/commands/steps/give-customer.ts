import type { Tx } from '../../db/transaction';

/**
 * Tickets of one customer become another's, all or of these alone. Search reads both customers' tickets again, for the
 * names in them are others; what waits is weighed again.
 *
 * @returns the ids of those that went over.
 */
export async function giveTickets(
  tx: Tx,
  from: string,
  to: string,
  only: readonly string[] | null = null,
): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT id FROM ticket WHERE customer_id = $1 AND ($2::uuid[] IS NULL OR id = ANY($2)) ORDER BY id FOR NO KEY UPDATE`,
    [from, only],
  );
  const ids = rows.map(({ id }) => id);
  await tx.query('UPDATE ticket SET customer_id = $2 WHERE id = ANY($1::uuid[])', [ids, to]);
  // a later import looks for the conversations of a customer there
  await tx.query('UPDATE import_ticket SET customer_id = $2 WHERE ticket_id = ANY($1::uuid[])', [ids, to]);
  await tx.query(
    `UPDATE ticket SET text_seq = text_seq + 1,
       urgency_due = CASE WHEN waiting_since IS NULL THEN urgency_due ELSE now() END
     WHERE customer_id IN ($1, $2)`,
    [from, to],
  );
  return ids;
}

/** The same with notes about them. */
export async function giveNotes(
  tx: Tx,
  from: string,
  to: string,
  only: readonly string[] | null = null,
): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE customer_note SET person_id = $2 WHERE person_id = $1 AND ($3::uuid[] IS NULL OR id = ANY($3)) RETURNING id`,
    [from, to, only],
  );
  return rows.map(({ id }) => id);
}
