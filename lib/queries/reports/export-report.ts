import { stringify } from 'csv-stringify/sync';
import type { Actor } from '../../rules/permissions';
import { safeCell } from '../../rules/safe-cell';
import type { ExportQuery, ReportDto } from '../../schemas/report';
import { getBreakdown } from './get-breakdown';
import { getReport } from './get-report';

type Cell = string | number | null;

/**
 * What the dashboard shows as CSV, comma-parted, with a header. Durations are seconds of business hours; the header of
 * a date names its zone. Cells that a spreadsheet would run as formulas are shown as text.
 */
export async function exportReport(actor: Actor, { what, ...query }: ExportQuery): Promise<string> {
  if (isPartOfReport(what)) return reportParts[what](await getReport({ ...query, compare: false }));
  const { results, hours } = await getBreakdown(actor, { ...query, by: what });
  const [reply, resolution] = [`first_reply_${hours}`, `resolution_${hours}`];
  return write(
    [
      ...[what, 'created', 'resolved', 'replied'],
      ...[`${reply}_median_seconds`, `${reply}_p90_seconds`],
      ...[`${resolution}_median_seconds`, `${resolution}_p90_seconds`, 'ratings', 'ratings_4_or_5'],
      ...(what === 'agent' ? ['holds', 'capacity', 'held_average', 'available_seconds'] : []),
    ],
    results.map((row) => [
      ...[row.name, row.created, row.resolved, row.first_reply.n],
      ...[row.first_reply.median_seconds, row.first_reply.p90_seconds],
      ...[row.resolution.median_seconds, row.resolution.p90_seconds],
      ...[row.satisfaction.n, row.satisfaction.good],
      ...(what === 'agent'
        ? [
            row.load?.holds ?? null,
            row.load?.capacity ?? null,
            row.load?.held_average ?? null,
            row.load?.available_seconds ?? null,
          ]
        : []),
    ]),
  );
}

const reportParts = {
  days: ({ days, time_zone }: ReportDto): string =>
    write(
      [
        `date (${time_zone})`,
        'created',
        'resolved',
        'first_reply_median_seconds',
        'resolution_median_seconds',
        'ratings',
        'ratings_4_or_5',
      ],
      days.map((day) => [
        ...[day.date, day.created, day.resolved, day.first_reply, day.resolution],
        ...[day.satisfaction.n, day.satisfaction.good],
      ]),
    ),
  backlog: ({ backlog }: ReportDto): string =>
    write(
      ['age', 'status', 'tickets'],
      backlog.flatMap(({ age, by_status }) =>
        Object.entries(by_status).map(([status, n]): Cell[] => [age, status, n]),
      ),
    ),
  status: ({ by_status }: ReportDto): string => write(['status', 'tickets'], Object.entries(by_status)),
  first_reply: ({ figures }: ReportDto): string => {
    const { calendar, business } = figures.first_reply;
    return write(
      ['share', 'business_seconds', 'calendar_seconds'],
      calendar.percentiles.map(({ share, seconds }, index) => [
        share,
        business?.percentiles[index]?.seconds ?? null,
        seconds,
      ]),
    );
  },
};
type Part = keyof typeof reportParts;
const isPartOfReport = (what: ExportQuery['what']): what is Part => what in reportParts;

const write = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify(
    [header, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell))),
  );
