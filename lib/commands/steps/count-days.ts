import { factColumns, factKeys, factSums } from '../../db/sql/fact-sums';
import type { Tx } from '../../db/transaction';
import { DIMENSIONS, type Measure } from '../../rules/reports';

const ALL_DIMENSIONS = ['all', 'status', 'priority', ...DIMENSIONS];

/**
 * Sums the facts of dirty days anew, at most so many, and takes their marks away in the same transaction.
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
    `DELETE FROM report_day WHERE measure = $1 AND day = ANY($2::date[]) AND dimension = ANY($3::text[])`,
    [measure, days, ALL_DIMENSIONS],
  );
  const { day, seconds, business } = factColumns[measure];
  const { agent, team, topic, channel, language } = factKeys;
  const rows = `
    SELECT d.dimension, ${day} AS day, d.key, ${seconds} AS s, ${business} AS b
    FROM ticket_fact f, LATERAL (
      VALUES ('all', ''), ('status', f.status), ('priority', f.priority::text),
             ('agent', ${agent}), ('team', ${team}), ('topic', ${topic}), ('channel', ${channel})
      UNION ALL SELECT 'language', ${language}
    ) AS d (dimension, key)
    WHERE ${day} = ANY($2::date[])`;
  await tx.query(
    `INSERT INTO report_day (dimension, day, key, n, seconds, business, seconds_histogram, business_histogram, measure)
     SELECT sums.*, $1 FROM (${factSums('dimension, day, key', rows)}) sums`,
    [measure, days],
  );
}
