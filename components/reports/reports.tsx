'use client';
import { QueryError } from '@/components/data/query-error';
import { useReport } from '@/components/data/use-report';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { ReportDto } from '@/lib/schemas/report';
import { Backlog } from './backlog';
import { Breakdown } from './breakdown';
import { Figures } from './figures';
import { LiveNow } from './live-now';
import { Percentiles } from './percentiles';
import { ReportHeader } from './report-header';
import type { ReportPartProps } from './report-part';
import { ReportTabs } from './report-tabs';
import { Statuses } from './statuses';
import { type ReportLocation, useReportLocation } from './use-report-location';
import { useWords } from './use-words';
import { Volume } from './volume';

/** The dashboard: what came in, what was solved, how fast, what is left, and by whom. */
export function Reports({ timeZone }: { timeZone: string }) {
  const { t } = useWords();
  const location = useReportLocation(timeZone);
  const report = useReport(location.question, location.values.compare);
  const { data } = report;
  return (
    <div className="flex flex-col gap-6">
      <div>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h1 className="text-display">{t('title')}</h1>
          <ReportTabs />
        </div>
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
        <QueryError title={t('failed')} query={report} />
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
  report.figures.created +
    report.figures.resolved +
    report.figures.first_reply.n +
    report.figures.satisfaction.n ===
    0 && report.backlog.every(({ by_status }) => Object.keys(by_status).length === 0);

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

function Sections({ report, location }: ReportPartProps) {
  return (
    <>
      <Volume report={report} location={location} />
      <div className="grid gap-x-12 gap-y-10 xl:grid-cols-2">
        <Backlog report={report} location={location} />
        <Percentiles report={report} location={location} />
      </div>
      <Statuses report={report} location={location} />
      <Breakdown location={location} />
    </>
  );
}
