import { HISTOGRAM_BASE } from '../../rules/histogram';
import type { Measure } from '../../rules/reports';

/** Where a fact keeps the day of a measure and what it took; creating takes no time. */
export const factColumns: Record<Measure, { day: string; seconds: string; business: string }> = {
  created: { day: 'f.created_day', seconds: 'NULL::int', business: 'NULL::int' },
  replied: { day: 'f.replied_day', seconds: 'f.reply_seconds', business: 'f.reply_business' },
  resolved: { day: 'f.resolved_day', seconds: 'f.resolution_seconds', business: 'f.resolution_business' },
};

const bin = (column: string) =>
  `(CASE WHEN ${column} <= 0 THEN -1 ELSE floor(ln(${column}::float8) / ln(${HISTOGRAM_BASE}::float8)) END)::int2`;

const histogram = (keys: string, column: string) => `
  SELECT ${keys}, string_agg(int2send(bin) || int4send(n), ''::bytea ORDER BY bin) AS bins
  FROM (SELECT ${keys}, ${bin(column)} AS bin, count(*)::int4 AS n FROM f WHERE ${column} IS NOT NULL GROUP BY ${keys}, bin) b
  GROUP BY ${keys}`;

/**
 * Sums of facts: reads rows with the columns `keys`, `s` (seconds) and `b` (business seconds) and gives `keys`, `n`,
 * `seconds`, `business` and both histograms. What the rollups store and what is summed on the fly are this one
 * statement, so that they cannot disagree.
 */
export const factSums = (keys: string, rows: string): string => `
  WITH f AS (${rows}),
  sums AS (SELECT ${keys}, count(*)::int AS n, sum(s) AS seconds, sum(b) AS business FROM f GROUP BY ${keys}),
  hs AS (${histogram(keys, 's')}),
  hb AS (${histogram(keys, 'b')})
  SELECT ${keys}, n, seconds, business, hs.bins AS seconds_histogram, hb.bins AS business_histogram
  FROM sums LEFT JOIN hs USING (${keys}) LEFT JOIN hb USING (${keys})`;

/** How a fact's dimensions read as texts; a ticket with several languages counts once in each. */
export const factKeys = {
  agent: "coalesce(f.agent_id::text, '')",
  team: "coalesce(f.team_id::text, '')",
  topic: "coalesce(f.topic, '')",
  channel: 'f.channel',
  language: `unnest(CASE WHEN f.languages = '{}' THEN '{""}' ELSE f.languages END)`,
} as const;

/** Rows for {@link factSums}: every fact once in each of its dimensions, under the period that `period` makes of its day. */
export function factsByDimension(measure: Measure, period: (day: string) => string, where: string): string {
  const { day, seconds, business } = factColumns[measure];
  return `
    SELECT d.dimension, ${period(day)} AS period, d.key, ${seconds} AS s, ${business} AS b
    FROM ticket_fact f, LATERAL (
      VALUES ('all', ''), ('status', f.status), ('priority', f.priority::text), ('agent', ${factKeys.agent}),
             ('team', ${factKeys.team}), ('topic', ${factKeys.topic}), ('channel', ${factKeys.channel})
      UNION ALL SELECT 'language', ${factKeys.language}
    ) AS d (dimension, key)
    WHERE ${where}`;
}

/** Every dimension that is stored, in which rows of sums are found by their key. */
export const STORED_DIMENSIONS = ['all', 'status', 'priority', ...Object.keys(factKeys)];
