import type { Sql } from '../db/transaction';
import type { Load } from '../rules/capacity';
import { UNSOLVED } from '../schemas/values';

const unsolved = UNSOLVED.map((status) => `'${status}'`).join(', ');
const weight = (key: string, usual: number) =>
  `coalesce((SELECT (value #>> '{}')::float8 FROM setting WHERE key = '${key}'), ${usual})`;
/** What a ticket that waits for its customer counts (setting, S2: 1), and one that sleeps, waiting or not. */
const WAITING = weight('waiting_weight', 1);
const ASLEEP = weight('snoozed_weight', 0);
const IS_ASLEEP = '(snoozed_until IS NOT NULL OR snoozed_for_reply)';

/**
 * What each of these people holds now, in one query on `ticket_load` and `offer_live`: tickets, what rings at them, and
 * what they wrap up. Who holds nothing has zeros.
 */
export async function personLoads(sql: Sql, ids: readonly string[]): Promise<Map<string, Load>> {
  const loads = new Map<string, Load>(ids.map((id) => [id, { call: 0, other: 0 }]));
  if (ids.length === 0) return loads;
  const { rows } = await sql.query<Load & { id: string }>(
    `SELECT id, sum(held) FILTER (WHERE call) AS call, sum(held) FILTER (WHERE NOT call) AS other FROM (
       SELECT assignee_id AS id, channel = 'CALL' AS call,
              count(*) FILTER (WHERE NOT ${IS_ASLEEP} AND status <> 'WAITING_ON_CUSTOMER')
                + count(*) FILTER (WHERE NOT ${IS_ASLEEP} AND status = 'WAITING_ON_CUSTOMER') * ${WAITING}
                + count(*) FILTER (WHERE ${IS_ASLEEP}) * ${ASLEEP} AS held
       FROM ticket
       WHERE assignee_id = ANY($1::uuid[]) AND status IN (${unsolved}) AND deleted_at IS NULL AND spam_at IS NULL
       GROUP BY 1, 2
       UNION ALL
       SELECT person_id, kind = 'call', count(*)::float8 FROM offer
       WHERE person_id = ANY($1::uuid[]) AND (state = 'ringing' OR wrap_up_until > now())
         AND (ended_at IS NULL OR wrap_up_until IS NOT NULL)
         -- a call is wrapped up while its ticket is held still, which counts itself
         AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = ticket_id AND t.assignee_id = person_id AND t.status IN (${unsolved}))
       GROUP BY 1, 2) t
     GROUP BY id`,
    [ids],
  );
  for (const { id, call, other } of rows) loads.set(id, { call: call ?? 0, other: other ?? 0 });
  return loads;
}

/** Of these people, who has calls that ring, go on or are wrapped up, also such as he began himself, and how many. */
export async function liveCalls(sql: Sql, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ id: string; live: number }>(
    `SELECT id, count(*)::int AS live FROM (
       SELECT person_id AS id FROM offer
       WHERE person_id = ANY($1::uuid[]) AND kind = 'call' AND (ended_at IS NULL OR wrap_up_until > now())
         AND (ended_at IS NULL OR wrap_up_until IS NOT NULL)
       UNION ALL
       SELECT agent_id FROM call WHERE agent_id = ANY($1::uuid[]) AND ended_at IS NULL AND offer_id IS NULL) c
     GROUP BY 1`,
    [ids],
  );
  return new Map(rows.map(({ id, live }) => [id, live]));
}

/** The settings alone, for what one more ticket that waits for its customer, or sleeps, means. */
export async function weights(sql: Sql): Promise<{ waiting: number; asleep: number }> {
  const { rows } = await sql.query<{ waiting: number; asleep: number }>(
    `SELECT ${WAITING} AS waiting, ${ASLEEP} AS asleep`,
  );
  return rows[0]!;
}
