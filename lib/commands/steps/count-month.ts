import { factColumns, factSums, factsByDimension } from '../../db/sql/fact-sums';
import type { Tx } from '../../db/transaction';
import type { Measure } from '../../rules/reports';

/**
 * Sums one month that is over and has no sums (any more).
 *
 * @param today date of the workspace's zone.
 * @returns false when there is none left.
 */
export async function countMonth(tx: Tx, today: string): Promise<boolean> {
  const { rows } = await tx.query<{ measure: Measure; month: string }>(
    `SELECT d.measure, d.month::text FROM (
       SELECT DISTINCT measure, date_trunc('month', day)::date AS month FROM report_day
       WHERE dimension = 'all' AND day < date_trunc('month', $1::date)
     ) d
     WHERE NOT EXISTS (SELECT 1 FROM report_month m
                       WHERE m.dimension = 'all' AND m.measure = d.measure AND m.month = d.month)
     ORDER BY d.month LIMIT 1`,
    [today],
  );
  const missing = rows[0];
  if (!missing) return false;
  const { day } = factColumns[missing.measure];
  const facts = factsByDimension(
    missing.measure,
    () => '$2::date',
    `${day} >= $2::date AND ${day} < $2::date + interval '1 month'`,
  );
  await tx.query(
    `INSERT INTO report_month (dimension, month, key, n, seconds, business, seconds_histogram, business_histogram, measure)
     SELECT sums.*, $1 FROM (${factSums('dimension, period, key', facts)}) sums`,
    [missing.measure, missing.month],
  );
  return true;
}
