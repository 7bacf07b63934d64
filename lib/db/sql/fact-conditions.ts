import { AGES, type ReportDoor, type ReportFilter } from '../../rules/reports';
import { PRIORITIES, UNSOLVED } from '../../schemas/values';
import type { AddValue } from './add-value';
import { factColumns } from './fact-sums';
import { ratingConditions } from './rating-conditions';

const none = (value: string): boolean => value === 'none';

/** Conditions on facts `f` for what a report is narrowed to. `none` stands for tickets that have no team, topic … */
export function filterConditions(filter: ReportFilter, add: AddValue): string[] {
  const where: string[] = [];
  const same = (column: string, value: string | undefined, type: string) => {
    if (value === undefined) return;
    where.push(none(value) ? `${column} IS NULL` : `${column} = ${add(value, type)}`);
  };
  same('f.agent_id', filter.agent, '::uuid');
  same('f.team_id', filter.team, '::uuid');
  same('f.topic', filter.topic, '::text');
  same('f.channel', filter.channel, '::text');
  if (filter.language !== undefined) {
    where.push(
      none(filter.language)
        ? `f.languages = '{}'`
        : `f.languages @> ARRAY[${add(filter.language, '::text')}]`,
    );
  }
  return where;
}

/** Facts of unsolved tickets; says the partial index's own condition. */
export const OPEN_FACTS = `f.created_day IS NOT NULL AND f.status IN (${UNSOLVED.map((s) => `'${s}'`).join(', ')})`;

/** Conditions on facts `f` of exactly the tickets that a number counted. */
export function doorConditions(door: ReportDoor, add: AddValue): string[] {
  if (door.show === 'rated') return ratedConditions(door, add);
  const where = filterConditions(door, add);
  if (door.show === 'open') where.push(OPEN_FACTS);
  else {
    const { day, seconds, business } = factColumns[door.show === 'all' ? 'created' : door.show];
    where.push(`${day} IS NOT NULL`);
    if (door.from) where.push(`${day} >= ${add(door.from, '::date')}`);
    if (door.to) where.push(`${day} <= ${add(door.to, '::date')}`);
    if (door.at_least) {
      where.push(`${door.hours === 'calendar' ? seconds : business} >= ${add(door.at_least, '::int')}`);
    }
  }
  if (door.status) where.push(`f.status = ${add(door.status, '::text')}`);
  if (door.priority)
    where.push(
      `f.priority = ${add(PRIORITIES.indexOf(door.priority as (typeof PRIORITIES)[number]), '::int')}`,
    );
  if (door.age) where.push(...ageConditions(door.age));
  return where;
}

/** Tickets that were rated; a rating counts for whose answer it was, not for the ticket's holder. */
function ratedConditions({ from, to, agent, ...door }: ReportDoor, add: AddValue): string[] {
  return [
    'f.created_day IS NOT NULL',
    ...filterConditions(door, add),
    `EXISTS (SELECT 1 FROM rating r WHERE r.ticket_id = f.ticket_id
             AND ${ratingConditions({ from, to, agent }, add).join(' AND ')})`,
  ];
}

/** From the youngest age's end to this one's. */
function ageConditions(key: string): string[] {
  const index = AGES.findIndex((age) => age.key === key);
  const end = AGES[index]?.days ?? null;
  const start = index > 0 ? AGES[index - 1]!.days : null;
  return [
    ...(end === null ? [] : [`f.created_at > now() - interval '${end} days'`]),
    ...(start === null ? [] : [`f.created_at <= now() - interval '${start} days'`]),
  ];
}
