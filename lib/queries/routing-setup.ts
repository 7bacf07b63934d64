import { type Sql, sql } from '../db/transaction';
import { env } from '../env';
import { type LaneOrder, parseLaneOrder } from '../rules/queue-order';
import type { Settings } from '../schemas/settings';
import type { Policy } from '../schemas/values';
import { getSettings } from './get-settings';

/** What routing goes by: the workspace's settings, and the policies of teams that have their own. */
export interface RoutingSetup {
  policy: Policy;
  order: LaneOrder;
  pace: Settings['routing_pace'];
  sticky_days: number;
  queue_minutes: Settings['queue_minutes'];
  offers: Settings['offers'];
  skill_waits: Settings['skill_waits'];
  language_waits: Settings['language_waits'];
  /** Calls come in by telephone. */
  has_lines: boolean;
  /** By team. */
  teams: Record<string, Policy>;
}

export async function getRoutingSetup(from: Sql = sql): Promise<RoutingSetup> {
  const settings = await getSettings(from);
  const { rows } = await from.query<{ id: string; routing: Policy }>(
    'SELECT id, routing FROM team WHERE routing IS NOT NULL ORDER BY id',
  );
  const { rowCount: lines } = await from.query('SELECT 1 FROM phone_line WHERE is_active LIMIT 1');
  return {
    policy: settings.routing_policy,
    order: settings.kind_order ?? parseLaneOrder(env().TASK_PRIORITY),
    pace: settings.routing_pace,
    sticky_days: settings.sticky_days,
    queue_minutes: settings.queue_minutes,
    offers: settings.offers,
    skill_waits: settings.skill_waits,
    language_waits: settings.language_waits,
    has_lines: lines !== 0,
    teams: Object.fromEntries(rows.map(({ id, routing }) => [id, routing])),
  };
}
