import { filterConditions } from '../../db/sql/fact-conditions';
import { factColumns, factKeys, factSums } from '../../db/sql/fact-sums';
import { sql } from '../../db/transaction';
import type { DayRange, Dimension, Measure, ReportFilter } from '../../rules/reports';
import { Values } from '../ticket-conditions';

/** How many tickets, what they took together in seconds, and both histograms. */
export interface Sums {
  n: number;
  seconds: number | null;
  business: number | null;
  seconds_histogram: Buffer | null;
  business_histogram: Buffer | null;
}

const COLUMNS = 'n, seconds, business, seconds_histogram, business_histogram';
const given = (filter: ReportFilter) =>
  (Object.entries(filter) as [Dimension, string | undefined][]).filter(([, value]) => value !== undefined);

/**
 * Sums by day, days without a ticket left out. One filter or none is read from the rollups; several together are
 * summed from the tickets' facts, by the statement that also makes the rollups.
 */
export async function sumsByDay(
  measure: Measure,
  { from, to }: DayRange,
  filter: ReportFilter,
): Promise<(Sums & { day: string })[]> {
  const narrowed = given(filter);
  if (narrowed.length > 1) return sumsOfFacts('day', measure, { from, to }, filter);
  const [dimension, value] = narrowed[0] ?? (['all', ''] as const);
  const { rows } = await sql.query<Sums & { day: string }>(
    `SELECT day::text, ${COLUMNS} FROM report_day
     WHERE dimension = $1 AND measure = $2 AND day BETWEEN $3 AND $4 AND key = $5 ORDER BY day`,
    [dimension, measure, from, to, value === 'none' ? '' : value],
  );
  return rows;
}

/** How many tickets of a key, and the histogram of the hours that were asked for. */
export interface KeySums {
  key: string;
  n: number;
  histogram: Buffer | null;
}

/**
 * Sums by a dimension's key ('' is none), each key as often as it has periods: months that are whole and summed, days
 * for the rest. With another filter than its own they are summed from the facts.
 */
export async function sumsByKey(
  by: Dimension,
  measure: Measure,
  { from, to }: DayRange,
  filter: ReportFilter,
  hours: 'business' | 'calendar',
): Promise<KeySums[]> {
  const column = hours === 'business' ? 'business_histogram' : 'seconds_histogram';
  const { [by]: own, ...others } = filter;
  if (given(others).length > 0) {
    const rows = await sumsOfFacts('key', measure, { from, to }, filter, factKeys[by]);
    return rows.map((row) => ({ key: row.key, n: row.n, histogram: row[column] }));
  }
  const { rows } = await sql.query<KeySums>(
    `WITH months AS (
       SELECT DISTINCT month FROM report_month WHERE dimension = $1 AND measure = $2
         AND month >= $3::date AND month + interval '1 month' <= $4::date + interval '1 day'
     )
     SELECT key, n, ${column} AS histogram FROM report_month
     WHERE dimension = $1 AND measure = $2 AND month IN (SELECT month FROM months) AND ($5::text IS NULL OR key = $5)
     UNION ALL
     SELECT key, n, ${column} FROM report_day
     WHERE dimension = $1 AND measure = $2 AND day BETWEEN $3 AND $4 AND ($5::text IS NULL OR key = $5)
       AND date_trunc('month', day)::date NOT IN (SELECT month FROM months)`,
    [by, measure, from, to, own === 'none' ? '' : own],
  );
  return rows;
}

async function sumsOfFacts<K extends 'day' | 'key'>(
  as: K,
  measure: Measure,
  { from, to }: DayRange,
  filter: ReportFilter,
  expression?: string,
): Promise<(Sums & Record<K, string>)[]> {
  const { day, seconds, business } = factColumns[measure];
  const values = new Values();
  const where = [
    `${day} BETWEEN ${values.add(from)} AND ${values.add(to)}`,
    ...filterConditions(filter, values.add),
  ];
  const rows = `SELECT ${expression ?? `${day}::text`} AS ${as}, ${seconds} AS s, ${business} AS b
    FROM ticket_fact f WHERE ${where.join(' AND ')}`;
  const found = await sql.query<Sums & Record<K, string>>(
    `SELECT * FROM (${factSums(as, rows)}) sums ORDER BY ${as}`,
    values.list,
  );
  return found.rows;
}
