import { doorConditions } from '../../db/sql/fact-conditions';
import { factColumns, factKeys } from '../../db/sql/fact-sums';
import { sql } from '../../db/transaction';
import { addDays } from '../../rules/business-time';
import {
  addHistogram,
  EXACT_UP_TO,
  HISTOGRAM_ERROR,
  type Histogram,
  percentileOf,
} from '../../rules/histogram';
import type { Actor } from '../../rules/permissions';
import type { DayRange, Dimension, ReportFilter } from '../../rules/reports';
import type { BreakdownDto, BreakdownQuery } from '../../schemas/report';
import { Values } from '../ticket-conditions';
import { agentLoads } from './agent-loads';
import { reportCalendar } from './report-calendar';
import { NO_RATINGS, satisfactionByKey } from './satisfaction';
import { type KeySums, sumsByKey } from './sums';

/** Rows told at most, those with the most tickets first. */
const MOST_ROWS = 200;

type KeyClock = { n: number; median_seconds: number | null; p90_seconds: number | null };
const NOTHING: KeyClock = { n: 0, median_seconds: null, p90_seconds: null };

/**
 * The same figures for each agent, team, topic, channel or language. Medians are in business hours (calendar hours in
 * a house that never opens). A ticket with several languages counts once in each of them.
 */
export async function getBreakdown(actor: Actor, query: BreakdownQuery): Promise<BreakdownDto> {
  const { from, to, by, ...filter } = query;
  const range = { from, to };
  const { calendar } = await reportCalendar(sql);
  const hours = calendar.everOpens ? 'business' : 'calendar';
  const [created, replies, resolutions, rated] = await Promise.all([
    sumsByKey(by, 'created', range, filter, hours),
    clocksByKey(by, 'replied', range, filter, hours),
    clocksByKey(by, 'resolved', range, filter, hours),
    satisfactionByKey(by, range, filter),
  ]);
  const loads =
    by === 'agent'
      ? await agentLoads(calendar.startOf(from), calendar.startOf(addDays(to, 1)))
      : new Map<string, never>();
  const came = new Map<string, number>();
  for (const { key, n } of created) came.set(key, (came.get(key) ?? 0) + n);
  const own = filter[by] === 'none' ? '' : filter[by];
  const staff = [...loads.keys()].filter((key) => own === undefined || own === key);
  const keys = new Set([
    ...[...came.keys(), ...replies.clocks.keys(), ...resolutions.clocks.keys(), ...rated.keys()],
    ...staff,
  ]);
  const names = await namesOf(actor, by, [...keys]);
  const results = [...keys].map((key) => ({
    key,
    name: names.get(key) ?? key,
    created: came.get(key) ?? 0,
    resolved: resolutions.clocks.get(key)?.n ?? 0,
    first_reply: replies.clocks.get(key) ?? NOTHING,
    resolution: resolutions.clocks.get(key) ?? NOTHING,
    satisfaction: rated.get(key) ?? NO_RATINGS,
    load: loads.get(key)?.load ?? null,
  }));
  results.sort((a, b) => b.created + b.resolved - a.created - a.resolved || a.name.localeCompare(b.name));
  return {
    by,
    hours,
    error: Math.max(replies.error, resolutions.error),
    results: results.slice(0, MOST_ROWS),
  };
}

async function clocksByKey(
  by: Dimension,
  measure: 'replied' | 'resolved',
  range: DayRange,
  filter: ReportFilter,
  hours: BreakdownDto['hours'],
): Promise<{ error: number; clocks: Map<string, KeyClock> }> {
  const sums = await sumsByKey(by, measure, range, filter, hours);
  if (sums.reduce((sum, { n }) => sum + n, 0) <= EXACT_UP_TO) {
    return { error: 0, clocks: await exactly(by, measure, range, filter, hours) };
  }
  return { error: HISTOGRAM_ERROR, clocks: estimated(sums) };
}

async function exactly(
  by: Dimension,
  measure: 'replied' | 'resolved',
  range: DayRange,
  filter: ReportFilter,
  hours: BreakdownDto['hours'],
): Promise<Map<string, KeyClock>> {
  const { seconds, business } = factColumns[measure];
  const column = hours === 'business' ? business : seconds;
  const values = new Values();
  const where = doorConditions({ show: measure, ...range, ...filter }, values.add);
  const at = (share: number) => `round(percentile_cont(${share}) WITHIN GROUP (ORDER BY s))::int`;
  const { rows } = await sql.query<KeyClock & { key: string }>(
    `SELECT key, count(*)::int AS n, ${at(0.5)} AS median_seconds, ${at(0.9)} AS p90_seconds
     FROM (SELECT ${factKeys[by]} AS key, ${column} AS s FROM ticket_fact f WHERE ${where.join(' AND ')}) k GROUP BY key`,
    values.list,
  );
  return new Map(rows.map(({ key, ...clock }) => [key, clock]));
}

function estimated(sums: readonly KeySums[]): Map<string, KeyClock> {
  const byKey = new Map<string, { n: number; histogram: Histogram }>();
  for (const row of sums) {
    const one = byKey.get(row.key) ?? { n: 0, histogram: new Map() };
    one.n += row.n;
    addHistogram(one.histogram, row.histogram);
    byKey.set(row.key, one);
  }
  return new Map(
    [...byKey].map(([key, { n, histogram }]) => [
      key,
      { n, median_seconds: percentileOf(histogram, 0.5), p90_seconds: percentileOf(histogram, 0.9) },
    ]),
  );
}

/** Names of people, teams and topics (in the reader's language); channels and languages are words of the screen. */
async function namesOf(actor: Actor, by: Dimension, keys: readonly string[]): Promise<Map<string, string>> {
  const statements: Partial<Record<Dimension, string>> = {
    agent: 'SELECT id::text AS key, name FROM person WHERE id = ANY($1::uuid[]) AND $2::uuid IS NOT NULL',
    team: 'SELECT id::text AS key, name FROM team WHERE id = ANY($1::uuid[]) AND $2::uuid IS NOT NULL',
    topic: `SELECT key, coalesce(names ->> (SELECT locale FROM person WHERE id = $2), names ->> 'en', key) AS name
            FROM topic WHERE key = ANY($1::text[])`,
  };
  const statement = statements[by];
  if (!statement) return new Map();
  const { rows } = await sql.query<{ key: string; name: string }>(statement, [
    keys.filter((key) => key !== ''),
    actor.id,
  ]);
  return new Map(rows.map(({ key, name }) => [key, name]));
}
