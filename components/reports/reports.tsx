'use client';
import dynamic from 'next/dynamic';
import { ApiError } from '@/components/data/api-error';
import { useProblemText } from '@/components/data/use-problem-text';
import { useReport } from '@/components/data/use-report';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { AGE_KEYS } from '@/lib/rules/reports';
import type { ReportDto } from '@/lib/schemas/report';
import { STATUSES, UNSOLVED } from '@/lib/schemas/values';
import { Breakdown } from './breakdown';
import { ChartFrame } from './chart-frame';
import { DataTable } from './data-table';
import { DoorLink } from './door-link';
import { Figures, hoursOf } from './figures';
import { groupDays } from './group-days';
import { LiveNow } from './live-now';
import { ReportHeader } from './report-header';
import { StatusSplit } from './status-split';
import { type ReportLocation, useReportLocation } from './use-report-location';
import { useWords } from './use-words';

const loading = () => <ChartSkeleton />;
// recharts is the largest library of the house: it is fetched when a chart is to be drawn
const VolumeChart = dynamic(() => import('./volume-chart'), { ssr: false, loading });
const BacklogChart = dynamic(() => import('./backlog-chart'), { ssr: false, loading });
const PercentileChart = dynamic(() => import('./percentile-chart'), { ssr: false, loading });

/** The dashboard: what came in, what was solved, how fast, what is left, and by whom. */
export function Reports({ timeZone }: { timeZone: string }) {
  const { t } = useWords();
  const { problem } = useProblemText();
  const location = useReportLocation(timeZone);
  const report = useReport(location.question, location.values.compare);
  const { data } = report;
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h1 className="text-display">{t('title')}</h1>
        <div className="mt-2">
          <LiveNow />
        </div>
      </div>
      <ReportHeader location={location} timeZone={timeZone} />
      {data?.recounting ? (
        <p role="status" className="rounded-control bg-note px-3 py-2 text-small text-note-ink">
          {t('recounting')}
        </p>
      ) : null}
      {report.error && !data ? (
        <ErrorState
          title={t('failed')}
          detail={problem(report.error)}
          requestId={(report.error instanceof ApiError && report.error.requestId) || undefined}
          onRetry={() => void report.refetch()}
          retrying={report.isFetching}
        />
      ) : (
        <div aria-busy={data === undefined || report.isPlaceholderData} className="flex flex-col gap-10">
          <Figures report={data} location={location} />
          {data && isEmpty(data) ? (
            <Nothing location={location} />
          ) : (
            <Sections report={data} location={location} />
          )}
        </div>
      )}
    </div>
  );
}

const isEmpty = (report: ReportDto): boolean =>
  report.figures.created + report.figures.resolved + report.figures.first_reply.n === 0 &&
  report.backlog.every(({ by_status }) => Object.keys(by_status).length === 0);

function Nothing({ location }: { location: ReportLocation }) {
  const { t } = useWords();
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <>
          <Button onClick={() => void location.set({ range: '90', from: null, to: null })}>
            {t('empty.longer')}
          </Button>
          {Object.keys(location.filter).length > 0 ? (
            <Button
              variant="quiet"
              onClick={() =>
                void location.set({ agent: null, team: null, topic: null, channel: null, language: null })
              }
            >
              {t('empty.clear')}
            </Button>
          ) : null}
        </>
      }
    >
      {t('empty.detail')}
    </EmptyState>
  );
}

function Sections({ report, location }: { report: ReportDto | undefined; location: ReportLocation }) {
  return (
    <>
      <Volume report={report} location={location} />
      <div className="grid gap-x-12 gap-y-10 xl:grid-cols-2">
        <Backlog report={report} location={location} />
        <Percentiles report={report} location={location} />
      </div>
      <Split report={report} location={location} />
      <Breakdown location={location} />
    </>
  );
}

interface PartProps {
  report: ReportDto | undefined;
  location: ReportLocation;
}

function Volume({ report, location }: PartProps) {
  const { t, number, day, days } = useWords();
  const { filter, question, today } = location;
  const groups = groupDays(report?.days ?? [], report?.today ?? today);
  const difference = report ? report.figures.created - report.figures.resolved : 0;
  const title = !report
    ? t('volume.label')
    : t(difference > 0 ? 'volume.grew' : difference < 0 ? 'volume.shrank' : 'volume.even', {
        n: Math.abs(difference),
      });
  return (
    <ChartFrame
      title={title}
      detail={groups.at(-1)?.partial ? t('volume.partial') : t('volume.detail')}
      what="days"
      question={question}
      chart={report ? <VolumeChart groups={groups} filter={filter} /> : <ChartSkeleton />}
      table={
        <DataTable
          caption={t('volume.label')}
          head={[t('column.day'), t('figure.created.label'), t('figure.resolved.label')]}
          rows={groups.map(({ from, to, created, resolved, partial }) => {
            const name = from === to ? day(from, 'long') : days({ from, to });
            const door = (show: 'created' | 'resolved', n: number) => (
              <DoorLink
                door={{ show, ...filter, from, to }}
                empty={n === 0}
                label={t('doorOf', { name, text: t(`figure.${show}.label`), n })}
              >
                {number(n)}
              </DoorLink>
            );
            return {
              key: from,
              cells: [
                partial ? t('volume.soFar', { day: name }) : name,
                door('created', created),
                door('resolved', resolved),
              ],
            };
          })}
        />
      }
    />
  );
}

function Backlog({ report, location }: PartProps) {
  const { t, c, number } = useWords();
  const { filter, question } = location;
  const total = (report?.backlog ?? []).reduce(
    (sum, { by_status }) => sum + Object.values(by_status).reduce((all, n) => all + n, 0),
    0,
  );
  return (
    <ChartFrame
      title={report ? t('backlog.title', { n: total }) : t('backlog.label')}
      detail={t('backlog.detail')}
      what="backlog"
      question={question}
      chart={report ? <BacklogChart backlog={report.backlog} filter={filter} /> : <ChartSkeleton />}
      table={
        <DataTable
          caption={t('backlog.label')}
          head={[t('column.age'), ...UNSOLVED.map((status) => c(`status.${status}`))]}
          rows={AGE_KEYS.map((age) => ({
            key: age,
            cells: [
              t(`age.${age}`),
              ...UNSOLVED.map((status) => {
                const n = report?.backlog.find((row) => row.age === age)?.by_status[status] ?? 0;
                return (
                  <DoorLink
                    key={status}
                    door={{ show: 'open', ...filter, age, status }}
                    empty={n === 0}
                    label={t('doorOf', { name: t(`age.${age}`), text: c(`status.${status}`), n })}
                  >
                    {number(n)}
                  </DoorLink>
                );
              }),
            ],
          }))}
        />
      }
    />
  );
}

function Percentiles({ report, location }: PartProps) {
  const { t, number, duration } = useWords();
  const hours = hoursOf(report, location);
  const clock = report?.figures.first_reply;
  const percentiles = (clock?.[hours] ?? clock?.calendar)?.percentiles ?? [];
  const half = percentiles.find(({ share }) => share === 0.5)?.seconds ?? null;
  return (
    <ChartFrame
      title={half === null ? t('percentiles.label') : t('percentiles.title', { time: duration(half) })}
      detail={t('percentiles.detail', { hours: t(`hours.${hours}`), n: clock?.n ?? 0 })}
      what="first_reply"
      question={location.question}
      chart={
        !report ? (
          <ChartSkeleton />
        ) : clock?.n === 0 ? (
          <EmptyState title={t('percentiles.empty')} />
        ) : (
          <PercentileChart percentiles={percentiles} question={location.question} hours={hours} />
        )
      }
      table={
        <DataTable
          caption={t('percentiles.label')}
          head={[t('percentiles.share'), t('percentiles.within')]}
          rows={percentiles.map(({ share, seconds }) => ({
            key: String(share),
            cells: [
              number(share, { style: 'percent' }),
              <DoorLink
                key="time"
                door={{ show: 'replied', ...location.question, hours, at_least: String(seconds ?? 0) }}
                empty={seconds === null}
              >
                {duration(seconds)}
              </DoorLink>,
            ],
          }))}
        />
      }
    />
  );
}

function Split({ report, location }: PartProps) {
  const { t, c, number } = useWords();
  const split = report?.by_status;
  return (
    <ChartFrame
      title={t('split.title')}
      detail={t('split.detail')}
      what="status"
      question={location.question}
      chart={split ? <StatusSplit split={split} question={location.question} /> : <ChartSkeleton />}
      table={
        <DataTable
          caption={t('split.title')}
          head={[t('column.status'), t('column.tickets')]}
          rows={STATUSES.map((status) => ({
            key: status,
            cells: [
              c(`status.${status}`),
              <DoorLink
                key="n"
                door={{ show: 'created', ...location.question, status }}
                empty={!split?.[status]}
                label={t('door', { name: c(`status.${status}`), n: split?.[status] ?? 0 })}
              >
                {number(split?.[status] ?? 0)}
              </DoorLink>,
            ],
          }))}
        />
      }
    />
  );
}

function ChartSkeleton() {
  return (
    <div aria-hidden="true" className="flex h-64 items-end gap-3">
      {[40, 65, 30, 80, 55, 70, 35, 60].map((height) => (
        <div
          key={height}
          className="appear-late flex-1 rounded-control bg-sunken"
          style={{ height: `${height}%` }}
        />
      ))}
    </div>
  );
}
