import { sql } from '../db/transaction';
import { UNSOLVED } from '../schemas/values';

/** The ticket that an agent has been given first since then and still works on; null when there is none. */
export async function firstGiven(agentId: string, since: string): Promise<string | null> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM ticket WHERE assignee_id = $1 AND assigned_at >= $2 AND status = ANY($3)
     ORDER BY assigned_at, id LIMIT 1`,
    [agentId, since, UNSOLVED],
  );
  return rows[0]?.id ?? null;
}
