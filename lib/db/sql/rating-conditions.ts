import type { AddValue } from './add-value';

/** The zone whose days reports tell; its default stands in the settings' schema. */
const ZONE = `coalesce((SELECT value ->> 'time_zone' FROM setting WHERE key = 'business_hours'), 'UTC')`;

/** The day on which a rating `r` was given. */
export const RATED_DAY = `(r.answered_at AT TIME ZONE ${ZONE})::date`;

/** Conditions on ratings `r`: given on these days, and of whose answer; `none` is nobody's who is still known. */
export function ratingConditions(
  { from, to, agent }: { from?: string | undefined; to?: string | undefined; agent?: string | undefined },
  add: AddValue,
): string[] {
  const where = ['r.answered_at IS NOT NULL'];
  if (from) where.push(`r.answered_at >= ${add(from, '::date')}::timestamp AT TIME ZONE ${ZONE}`);
  if (to) where.push(`r.answered_at < (${add(to, '::date')} + 1)::timestamp AT TIME ZONE ${ZONE}`);
  if (agent) where.push(agent === 'none' ? 'r.agent_id IS NULL' : `r.agent_id = ${add(agent, '::uuid')}`);
  return where;
}
