import { doorConditions } from '../../db/sql/fact-conditions';
import { factColumns } from '../../db/sql/fact-sums';
import { sql } from '../../db/transaction';
import {
  addHistogram,
  EXACT_UP_TO,
  HISTOGRAM_ERROR,
  type Histogram,
  percentileOf,
} from '../../rules/histogram';
import type { DayRange, ReportFilter } from '../../rules/reports';
import type { ClockDto } from '../../schemas/report';
import { Values } from '../ticket-conditions';
import type { Sums } from './sums';

/** Shares whose percentiles are told; the median and the ninth decile stand beside the mean. */
export const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/**
 * Mean, median and other percentiles of a clock over what was counted. Up to 20,000 tickets they are exact, from the
 * tickets' facts; above, from the summed histograms, with the error that is told. The mean is always exact.
 *
 * @param sums of the same range and filter.
 */
export async function clockStatistics(
  measure: 'replied' | 'resolved',
  range: Partial<DayRange>,
  filter: ReportFilter,
  sums: readonly Sums[],
): Promise<ClockDto> {
  const n = sums.reduce((sum, row) => sum + row.n, 0);
  const exact = n <= EXACT_UP_TO;
  const { calendar, business } = exact ? await exactly(measure, range, filter) : estimated(sums);
  const mean = (name: 'seconds' | 'business') => {
    const total = sums.reduce((sum, row) => sum + (row[name] ?? 0), 0);
    return n === 0 ? null : Math.round(total / n);
  };
  return {
    n,
    error: exact ? 0 : HISTOGRAM_ERROR,
    calendar: told(mean('seconds'), calendar),
    business: sums.some((row) => row.business !== null) ? told(mean('business'), business) : null,
  };
}

const told = (average: number | null, percentiles: readonly (number | null)[]) => ({
  average_seconds: average,
  median_seconds: percentiles[SHARES.indexOf(0.5)] ?? null,
  p90_seconds: percentiles[SHARES.indexOf(0.9)] ?? null,
  percentiles: SHARES.map((share, index) => ({ share, seconds: percentiles[index] ?? null })),
});

interface Percentiles {
  calendar: (number | null)[];
  business: (number | null)[];
}

async function exactly(
  measure: 'replied' | 'resolved',
  range: Partial<DayRange>,
  filter: ReportFilter,
): Promise<Percentiles> {
  const { seconds, business } = factColumns[measure];
  const values = new Values();
  const shares = values.add(SHARES, '::float8[]');
  const where = doorConditions({ show: measure, ...range, ...filter }, values.add);
  const { rows } = await sql.query<{ calendar: number[] | null; business: number[] | null }>(
    `SELECT percentile_cont(${shares}) WITHIN GROUP (ORDER BY ${seconds}) AS calendar,
            percentile_cont(${shares}) WITHIN GROUP (ORDER BY ${business}) AS business
     FROM ticket_fact f WHERE ${where.join(' AND ')}`,
    values.list,
  );
  const whole = (list: number[] | null) => (list ?? []).map((value) => Math.round(value));
  return { calendar: whole(rows[0]!.calendar), business: whole(rows[0]!.business) };
}

function estimated(sums: readonly Sums[]): Percentiles {
  const of = (name: 'seconds_histogram' | 'business_histogram') => {
    const histogram: Histogram = new Map();
    for (const row of sums) addHistogram(histogram, row[name]);
    return SHARES.map((share) => percentileOf(histogram, share));
  };
  return { calendar: of('seconds_histogram'), business: of('business_histogram') };
}
