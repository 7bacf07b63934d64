import { filterConditions, OPEN_FACTS } from '../../db/sql/fact-conditions';
import { sql } from '../../db/transaction';
import { addDays, type BusinessCalendar, daysBetween } from '../../rules/business-time';
import { addHistogram, type Histogram, percentileOf } from '../../rules/histogram';
import { AGES, type DayRange, previousRange, type ReportFilter } from '../../rules/reports';
import type { FiguresDto, ReportDto, ReportQuery, SatisfactionDto } from '../../schemas/report';
import type { Status } from '../../schemas/values';
import { Values } from '../ticket-conditions';
import { clockStatistics } from './clock-statistics';
import { reportCalendar } from './report-calendar';
import { NO_RATINGS, satisfactionByDay, satisfactionOf } from './satisfaction';
import { type Sums, sumsByDay } from './sums';

type DaySums = (Sums & { day: string })[];

/** The dashboard: figures, days, status split and backlog of a range, and the figures of as many days before. */
export async function getReport({ from, to, compare, ...filter }: ReportQuery): Promise<ReportDto> {
  const { key, calendar } = await reportCalendar(sql);
  const range = { from, to };
  const before = previousRange(range);
  const [sums, former, byStatus, backlog, countedWith] = await Promise.all([
    readSums(range, filter),
    compare ? readSums(before, filter) : null,
    statusSplit(range, filter),
    backlogByAge(filter),
    sql.query<{ value: string }>(`SELECT value FROM setting WHERE key = 'report_hours'`),
  ]);
  const [figures, previous] = await Promise.all([
    figuresOf(range, filter, sums),
    former ? figuresOf(before, filter, former) : null,
  ]);
  return {
    ...range,
    time_zone: calendar.timeZone,
    today: calendar.dayOf(Date.now()),
    recounting: countedWith.rows[0]?.value !== key,
    figures,
    previous: previous && { ...before, ...previous },
    days: daysOf(range, sums, calendar),
    by_status: byStatus,
    backlog,
  };
}

async function readSums(range: DayRange, filter: ReportFilter) {
  const [created, replied, resolved, rated] = await Promise.all([
    sumsByDay('created', range, filter),
    sumsByDay('replied', range, filter),
    sumsByDay('resolved', range, filter),
    satisfactionByDay(range, filter),
  ]);
  return { created, replied, resolved, rated };
}

type RangeSums = Record<'created' | 'replied' | 'resolved', DaySums> & {
  rated: Map<string, SatisfactionDto>;
};
const countOf = (sums: DaySums): number => sums.reduce((count, { n }) => count + n, 0);

async function figuresOf(range: DayRange, filter: ReportFilter, sums: RangeSums): Promise<FiguresDto> {
  const [first_reply, resolution] = await Promise.all([
    clockStatistics('replied', range, filter, sums.replied),
    clockStatistics('resolved', range, filter, sums.resolved),
  ]);
  return {
    ...{ created: countOf(sums.created), resolved: countOf(sums.resolved), first_reply, resolution },
    satisfaction: satisfactionOf(sums.rated.values()),
  };
}

/** Every day of the range, those without a ticket as well. */
function daysOf({ from, to }: DayRange, sums: RangeSums, calendar: BusinessCalendar): ReportDto['days'] {
  const byDay = (rows: DaySums) => new Map(rows.map((row) => [row.day, row]));
  const [created, replied, resolved] = [byDay(sums.created), byDay(sums.replied), byDay(sums.resolved)];
  const name = calendar.everOpens ? 'business_histogram' : 'seconds_histogram';
  const median = (row: Sums | undefined) => {
    const histogram: Histogram = new Map();
    addHistogram(histogram, row?.[name] ?? null);
    return percentileOf(histogram, 0.5);
  };
  return Array.from({ length: daysBetween(from, to) }, (_, index) => {
    const date = addDays(from, index);
    return {
      date,
      created: created.get(date)?.n ?? 0,
      resolved: resolved.get(date)?.n ?? 0,
      first_reply: median(replied.get(date)),
      resolution: median(resolved.get(date)),
      satisfaction: sums.rated.get(date) ?? NO_RATINGS,
    };
  });
}

async function statusSplit({ from, to }: DayRange, filter: ReportFilter): Promise<ReportDto['by_status']> {
  const values = new Values();
  const days = `BETWEEN ${values.add(from)} AND ${values.add(to)}`;
  const where = filterConditions(filter, values.add);
  const { rows } = await sql.query<{ status: Status; n: number }>(
    where.length === 0
      ? `SELECT key AS status, sum(n)::int AS n FROM report_day
         WHERE dimension = 'status' AND measure = 'created' AND day ${days} GROUP BY 1`
      : `SELECT f.status, count(*)::int AS n FROM ticket_fact f
         WHERE f.created_day ${days} AND ${where.join(' AND ')} GROUP BY 1`,
    values.list,
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n])) as ReportDto['by_status'];
}

async function backlogByAge(filter: ReportFilter): Promise<ReportDto['backlog']> {
  const values = new Values();
  const edges = AGES.flatMap(({ days }) => days ?? []);
  const ages = values.add(edges, '::float8[]');
  const where = [OPEN_FACTS, ...filterConditions(filter, values.add)];
  const { rows } = await sql.query<{ age: number; status: Status; n: number }>(
    `SELECT width_bucket(extract(epoch FROM now() - f.created_at)::float8 / 86400, ${ages}) AS age, f.status, count(*)::int AS n
     FROM ticket_fact f WHERE ${where.join(' AND ')} GROUP BY 1, 2`,
    values.list,
  );
  return AGES.map(({ key }, index) => ({
    age: key,
    by_status: Object.fromEntries(
      rows.filter((row) => row.age === index).map(({ status, n }) => [status, n]),
    ),
  }));
}
