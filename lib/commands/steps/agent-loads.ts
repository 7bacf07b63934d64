import type { Sql } from '../../db/transaction';
import type { Load } from '../../rules/capacity';
import { UNSOLVED } from '../../schemas/enums';

const unsolved = UNSOLVED.map((status) => `'${status}'`).join(', ');

/** What each of these people holds now, counted from one partial index; who holds nothing has zeros. */
export async function agentLoads(sql: Sql, personIds: readonly string[]): Promise<Map<string, Load>> {
  const { rows } = await sql.query<{ assignee_id: string; calls: number; others: number }>(
    `SELECT assignee_id, count(*) FILTER (WHERE channel = 'CALL') AS calls, count(*) FILTER (WHERE channel <> 'CALL') AS others
     FROM ticket
     WHERE assignee_id = ANY($1::uuid[]) AND status IN (${unsolved}) AND deleted_at IS NULL AND spam_at IS NULL
     GROUP BY assignee_id`,
    [personIds],
  );
  const loads = new Map<string, Load>(personIds.map((id) => [id, { call: 0, other: 0 }]));
  for (const row of rows) loads.set(row.assignee_id, { call: row.calls, other: row.others });
  return loads;
}
