import type { Sql } from '../db/transaction';
import type { Load } from '../rules/capacity';
import { UNSOLVED } from '../schemas/values';

const unsolved = UNSOLVED.map((status) => `'${status}'`).join(', ');

/** What each of these people holds now, in one query on `ticket_load`; who holds nothing has zeros. */
export async function personLoads(sql: Sql, ids: readonly string[]): Promise<Map<string, Load>> {
  const loads = new Map<string, Load>(ids.map((id) => [id, { call: 0, other: 0 }]));
  if (ids.length === 0) return loads;
  const { rows } = await sql.query<Load & { id: string }>(
    `SELECT assignee_id AS id, count(*) FILTER (WHERE channel = 'CALL') AS call,
            count(*) FILTER (WHERE channel <> 'CALL') AS other
     FROM ticket
     WHERE assignee_id = ANY($1::uuid[]) AND status IN (${unsolved}) AND deleted_at IS NULL AND spam_at IS NULL
     GROUP BY assignee_id`,
    [ids],
  );
  for (const { id, call, other } of rows) loads.set(id, { call, other });
  return loads;
}
