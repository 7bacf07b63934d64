import { filterConditions } from '../../db/sql/fact-conditions';
import { factKeys } from '../../db/sql/fact-sums';
import { RATED_DAY, ratingConditions } from '../../db/sql/rating-conditions';
import { sql } from '../../db/transaction';
import { GOOD_FROM } from '../../rules/rating';
import type { DayRange, Dimension, ReportFilter } from '../../rules/reports';
import type { SatisfactionDto } from '../../schemas/report';
import { Values } from '../ticket-conditions';

/**
 * What customers said on the days of a range: how many ratings, and how many of them 4 or 5, by the day or the key.
 * They count for whose answer was rated, whoever holds the ticket. Few rate, so nothing is summed in advance.
 */
async function ratings(
  expression: string,
  range: DayRange,
  { agent, ...filter }: ReportFilter,
): Promise<Map<string, SatisfactionDto>> {
  const values = new Values();
  const where = [
    'f.created_day IS NOT NULL',
    ...ratingConditions({ ...range, agent }, values.add),
    ...filterConditions(filter, values.add),
  ];
  const { rows } = await sql.query<SatisfactionDto & { key: string }>(
    `SELECT key, count(*)::int AS n, count(*) FILTER (WHERE score >= ${GOOD_FROM})::int AS good
     FROM (SELECT ${expression} AS key, r.score FROM rating r JOIN ticket_fact f ON f.ticket_id = r.ticket_id
           WHERE ${where.join(' AND ')}) k GROUP BY key`,
    values.list,
  );
  return new Map(rows.map(({ key, n, good }) => [key, { n, good }]));
}

export const satisfactionByDay = (range: DayRange, filter: ReportFilter) =>
  ratings(`${RATED_DAY}::text`, range, filter);

export const satisfactionByKey = (by: Dimension, range: DayRange, filter: ReportFilter) =>
  ratings(by === 'agent' ? "coalesce(r.agent_id::text, '')" : factKeys[by], range, filter);

export const NO_RATINGS: SatisfactionDto = { n: 0, good: 0 };

/** All of them together. */
export function satisfactionOf(parts: Iterable<SatisfactionDto>): SatisfactionDto {
  const sum = { ...NO_RATINGS };
  for (const { n, good } of parts) {
    sum.n += n;
    sum.good += good;
  }
  return sum;
}
