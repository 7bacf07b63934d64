import { stringify } from 'csv-stringify/sync';
import type { Actor } from '../../rules/permissions';
import { safeCell } from '../../rules/safe-cell';
import type { ExportQuery } from '../../schemas/report';
import { getBreakdown } from './get-breakdown';
import { getReport } from './get-report';

type Cell = string | number | null;

/**
 * What the dashboard shows as CSV, comma-parted, with a header. Durations are seconds of business hours; the header of
 * a date names its zone. Cells that a spreadsheet would run as formulas are shown as text.
 */
export async function exportReport(actor: Actor, { what, ...query }: ExportQuery): Promise<string> {
  if (what === 'days' || what === 'backlog') {
    const report = await getReport({ ...query, compare: false });
    return what === 'backlog' ? backlogCsv(report.backlog) : daysCsv(report.days, report.time_zone);
  }
  const { results, hours } = await getBreakdown(actor, { ...query, by: what });
  const [reply, resolution] = [`first_reply_${hours}`, `resolution_${hours}`];
  return write(
    [
      ...[what, 'created', 'resolved', 'replied'],
      ...[`${reply}_median_seconds`, `${reply}_p90_seconds`],
      ...[`${resolution}_median_seconds`, `${resolution}_p90_seconds`],
      ...(what === 'agent' ? ['holds', 'capacity', 'held_average', 'available_seconds'] : []),
    ],
    results.map((row) => [
      ...[row.name, row.created, row.resolved, row.first_reply.n],
      ...[row.first_reply.median_seconds, row.first_reply.p90_seconds],
      ...[row.resolution.median_seconds, row.resolution.p90_seconds],
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

type Report = Awaited<ReturnType<typeof getReport>>;

const daysCsv = (days: Report['days'], zone: string): string =>
  write(
    [`date (${zone})`, 'created', 'resolved', 'first_reply_median_seconds', 'resolution_median_seconds'],
    days.map((day) => [day.date, day.created, day.resolved, day.first_reply, day.resolution]),
  );

const backlogCsv = (backlog: Report['backlog']): string =>
  write(
    ['age', 'status', 'tickets'],
    backlog.flatMap(({ age, by_status }) =>
      Object.entries(by_status).map(([status, n]): Cell[] => [age, status, n]),
    ),
  );

const write = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify(
    [header, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell))),
  );
