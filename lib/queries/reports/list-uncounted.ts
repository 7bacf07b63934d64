import { type Sql, sql } from '../../db/transaction';

/** What is changed with an event raises `last_seq`; the team goes without one when its team is deleted. */
const STALE = `(f.seq IS DISTINCT FROM t.last_seq OR f.hours <> $2 OR f.team_id IS DISTINCT FROM t.team_id)`;

/**
 * Tickets whose facts are older than their log or were counted with another calendar, by id, after the given one.
 * Walks both tables side by side: to find that nothing is stale it reads all of them once.
 */
export async function listUncounted(hours: string, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT t.id FROM ticket t LEFT JOIN ticket_fact f ON f.ticket_id = t.id
     WHERE t.id > $1 AND ${STALE} ORDER BY t.id LIMIT $3`,
    [after ?? '00000000-0000-0000-0000-000000000000', hours, limit],
  );
  return rows.map(({ id }) => id);
}

/** The same among tickets whose log grew since an instant: event ids begin with their time. */
export async function listUncountedSince(
  from: Sql,
  hours: string,
  since: Date,
  limit: number,
): Promise<string[]> {
  const hex = since.getTime().toString(16).padStart(12, '0');
  const { rows } = await from.query<{ id: string }>(
    `SELECT DISTINCT t.id FROM event e JOIN ticket t ON t.id = e.ticket_id LEFT JOIN ticket_fact f ON f.ticket_id = t.id
     WHERE e.id >= $1 AND ${STALE} LIMIT $3`,
    [`${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`, hours, limit],
  );
  return rows.map(({ id }) => id);
}
