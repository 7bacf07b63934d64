import type { z } from 'zod';
import { sql } from '../../db/transaction';
import { addDays } from '../../rules/business-time';
import type { ResolutionDto, summaryDto, volumeDto } from '../../schemas/report';
import { PRIORITIES, type Priority, STATUSES, type Status, UNSOLVED } from '../../schemas/values';
import { clockStatistics } from './clock-statistics';
import { reportCalendar } from './report-calendar';
import { sumsByDay } from './sums';

/** Every ticket there is, spam and the trash left out (S2's summary). `unassigned` are unsolved and nobody's. */
export async function getSummary(): Promise<z.infer<typeof summaryDto>> {
  const [{ rows }, { rows: unassigned }] = await Promise.all([
    sql.query<{ dimension: 'status' | 'priority'; key: string; n: number }>(
      `SELECT dimension, key, sum(n)::int AS n FROM report_day
       WHERE dimension IN ('status', 'priority') AND measure = 'created' GROUP BY 1, 2`,
    ),
    sql.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ticket_fact f
       WHERE f.agent_id IS NULL AND f.created_day IS NOT NULL AND f.status = ANY($1)`,
      [UNSOLVED],
    ),
  ]);
  const of = (dimension: string, key: string) =>
    rows.find((row) => row.dimension === dimension && row.key === key)?.n ?? 0;
  const by_status = Object.fromEntries(STATUSES.map((status) => [status, of('status', status)]));
  return {
    total: Object.values(by_status).reduce((sum, n) => sum + n, 0),
    by_status: by_status as Record<Status, number>,
    by_priority: Object.fromEntries(
      PRIORITIES.map((priority, rank) => [priority, of('priority', String(rank))]),
    ) as Record<Priority, number>,
    unassigned: unassigned[0]!.n,
  };
}

/** What came in and what was resolved, on each of the last `days` days of the workspace's zone, today included. */
export async function getVolume(days: number): Promise<z.infer<typeof volumeDto>> {
  const { calendar } = await reportCalendar(sql);
  const to = calendar.dayOf(Date.now());
  const range = { from: addDays(to, 1 - days), to };
  const [created, resolved] = await Promise.all([
    sumsByDay('created', range, {}),
    sumsByDay('resolved', range, {}),
  ]);
  const on = (sums: typeof created, date: string) => sums.find(({ day }) => day === date)?.n ?? 0;
  return {
    days,
    time_zone: calendar.timeZone,
    results: Array.from({ length: days }, (_, index) => {
      const date = addDays(range.from, index);
      return { date, created: on(created, date), resolved: on(resolved, date) };
    }),
  };
}

/** From creation to resolution, over all that is resolved, or was on the days given. */
export async function getResolution(range: { from?: string; to?: string }): Promise<ResolutionDto> {
  const whole = { from: range.from ?? '-infinity', to: range.to ?? 'infinity' };
  const sums = await sumsByDay('resolved', whole, {});
  const { n, error, calendar, business } = await clockStatistics('resolved', range, {}, sums);
  const { percentiles, ...told } = calendar;
  return {
    count: n,
    ...told,
    error,
    business: business && {
      average_seconds: business.average_seconds,
      median_seconds: business.median_seconds,
      p90_seconds: business.p90_seconds,
    },
  };
}
