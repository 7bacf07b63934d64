import { factColumns, factSums, factsByDimension, STORED_DIMENSIONS } from '../../db/sql/fact-sums';
import type { Tx } from '../../db/transaction';
import type { Measure } from '../../rules/reports';

/**
 * Sums the facts of dirty days anew, at most so many, and takes their marks away in the same transaction. The sums of
 * their months go as well.
 *
 * @returns how many days were summed; 0 when nothing is left.
 */
export async function countDays(tx: Tx, most: number): Promise<number> {
  const { rows } = await tx.query<{ measure: Measure; days: string[] }>(
    `WITH taken AS (
       DELETE FROM report_dirty WHERE (measure, day) IN (SELECT measure, day FROM report_dirty ORDER BY measure, day LIMIT $1)
       RETURNING measure, day
     )
     SELECT measure, array_agg(day::text) AS days FROM taken GROUP BY measure`,
    [most],
  );
  for (const { measure, days } of rows) await sumDays(tx, measure, days);
  return rows.reduce((sum, { days }) => sum + days.length, 0);
}

async function sumDays(tx: Tx, measure: Measure, days: readonly string[]): Promise<void> {
  await tx.query(
    `DELETE FROM report_month WHERE dimension = ANY($3::text[]) AND measure = $1
       AND month IN (SELECT date_trunc('month', day)::date FROM unnest($2::date[]) AS d (day))`,
    [measure, days, STORED_DIMENSIONS],
  );
  await tx.query(
    'DELETE FROM report_day WHERE dimension = ANY($3::text[]) AND measure = $1 AND day = ANY($2::date[])',
    [measure, days, STORED_DIMENSIONS],
  );
  const rows = factsByDimension(measure, (day) => day, `${factColumns[measure].day} = ANY($2::date[])`);
  await tx.query(
    `INSERT INTO report_day (dimension, day, key, n, seconds, business, seconds_histogram, business_histogram, measure)
     SELECT sums.*, $1 FROM (${factSums('dimension, period, key', rows)}) sums`,
    [measure, days],
  );
}
