import { IS_LIVE, MAY_BE_GIVEN } from '../db/sql/presence';
import { type Sql, sql } from '../db/transaction';
import { countsLiveCalls } from '../rules/offers';
import type { Candidate } from '../rules/routing';
import type { Beside } from '../rules/what-bars';
import type { Intent } from '../schemas/values';
import { liveCalls, personLoads } from './person-loads';
import type { RoutingSetup } from './routing-setup';

type Row = Omit<Candidate, 'load' | 'lastGiven'> & {
  last_call_at: Date | null;
  last_assigned_at: Date | null;
};
type Setup = Pick<RoutingSetup, 'pace'> & Partial<Pick<RoutingSetup, 'offers' | 'has_lines'>>;

/**
 * Who may be given work now, with what each of them holds. With `lock`, only those, and so that nobody else hands to
 * them meanwhile: the rows are locked in one order, and what they hold is counted after that.
 */
export const availableAgents = (
  setup: Setup,
  { from = sql, lock }: { from?: Sql; lock?: readonly string[] } = {},
): Promise<Candidate[]> =>
  lock
    ? agentsWhere(from, setup, `${MAY_BE_GIVEN} AND id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [
        lock,
      ])
    : agentsWhere(from, setup, MAY_BE_GIVEN);

/** Agents, and who else takes work now, whether they are there or not: what each says, and whether he is seen. */
export async function allAgents(
  setup: Setup,
): Promise<(Beside & { intent: Intent; intent_reason: string | null })[]> {
  const [agents, { rows }] = await Promise.all([
    agentsWhere(sql, setup, WORKS),
    sql.query<{ id: string; intent: Intent; intent_reason: string | null; is_live: boolean }>(
      `SELECT id, intent, intent_reason, ${IS_LIVE} AS is_live FROM person WHERE ${WORKS}`,
    ),
  ]);
  const presence = new Map(rows.map((row) => [row.id, row]));
  return agents.flatMap((agent) => {
    const row = presence.get(agent.id);
    if (!row) return [];
    const { intent, intent_reason, is_live } = row;
    return [{ ...agent, intent, intent_reason, isOnline: intent === 'online', isSeen: is_live }];
  });
}

const WORKS = `disabled_at IS NULL AND (role = 'agent' OR (role = 'admin' AND is_available))`;

async function agentsWhere(
  from: Sql,
  { pace, ...setup }: Setup,
  condition: string,
  values: unknown[] = [],
): Promise<Candidate[]> {
  const recent = pace
    ? `(SELECT count(*)::int FROM routing_decision r
        WHERE r.person_id = person.id AND r.at > now() - make_interval(mins => ${pace.minutes}))
       + (SELECT count(*)::int FROM offer o WHERE o.person_id = person.id AND o.state = 'ringing' AND o.ended_at IS NULL)`
    : '0';
  const { rows } = await from.query<Row>(
    `SELECT id, name, languages, skills, capacity, capacity_calls, capacity_total, last_assigned_at, last_call_at,
            phone IS NOT NULL AS has_telephone,
            ARRAY(SELECT team_id FROM team_member WHERE person_id = person.id) AS team_ids, ${recent} AS recent
     FROM person WHERE ${condition}`,
    values,
  );
  const ids = rows.map((row) => row.id);
  const loads = await personLoads(from, ids);
  const live = countsLiveCalls(setup) ? await liveCalls(from, ids) : null;
  return rows.map(({ last_assigned_at, last_call_at, ...row }) => ({
    ...row,
    load: loads.get(row.id)!,
    live: live?.get(row.id) ?? 0,
    lastGiven: { call: last_call_at?.getTime() ?? 0, other: last_assigned_at?.getTime() ?? 0 },
  }));
}
