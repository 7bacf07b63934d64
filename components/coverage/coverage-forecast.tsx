'use client';
import dynamic from 'next/dynamic';
import { ChartSkeleton } from '@/components/reports/chart-skeleton';
import { DataTable } from '@/components/reports/data-table';
import { useWords } from '@/components/reports/use-words';
import { EmptyState } from '@/components/ui/empty-state';
import type { CoverageDto } from '@/lib/schemas/coverage';
import { useCoverageWords } from './use-coverage-words';

// recharts is the largest library of the house: it is fetched when a chart is to be drawn
const ForecastChart = dynamic(() => import('./forecast-chart'), { ssr: false, loading: ChartSkeleton });

const PERCENT = { style: 'percent', maximumFractionDigits: 0 } as const;

/** What the next two weeks may bring, how far such a forecast was off last week, and the people that it needs. */
export function CoverageForecast({ coverage }: { coverage: CoverageDto }) {
  const { t, clock } = useCoverageWords();
  const { number, day } = useWords();
  const { forecast } = coverage;
  if (forecast === null)
    return (
      <section aria-labelledby="coverage-forecast">
        <h2 id="coverage-forecast" className="text-heading">
          {t('forecast.title')}
        </h2>
        <EmptyState title={t('forecast.tooFew')}>{t('forecast.tooFewDetail')}</EmptyState>
      </section>
    );
  const rows = forecast.days.map(({ date, holiday, arrivals, most_needed, needed_hours }) => ({
    key: date,
    cells: [
      <span key="day">
        {day(date, 'long')}
        {holiday ? (
          <span className="ms-2 text-ink-3">
            <bdi>{holiday}</bdi>
          </span>
        ) : null}
      </span>,
      number(arrivals, { maximumFractionDigits: 1 }),
      most_needed === null
        ? '–'
        : most_needed.people === 0
          ? number(0)
          : t('forecast.at', { n: most_needed.people, time: clock(most_needed.hour) }),
      needed_hours === null ? '–' : number(needed_hours),
    ],
  }));
  const { error } = forecast;
  return (
    <section aria-labelledby="coverage-forecast" className="min-w-0">
      <h2 id="coverage-forecast" className="text-heading">
        {t('forecast.title')}
      </h2>
      <p className="mt-0.5 mb-3 max-w-[90ch] text-small text-ink-3 text-pretty">
        {t('forecast.rule')}{' '}
        <span className="text-ink-2">
          {error === null
            ? t('forecast.noError')
            : t('forecast.error', {
                days: number(error.days, PERCENT),
                hours: number(error.hours, PERCENT),
              })}
        </span>
      </p>
      <ForecastChart past={coverage.past.slice(-28)} days={forecast.days} />
      <div className="mt-6 overflow-x-auto">
        <DataTable
          caption={t('forecast.title')}
          head={[t('forecast.day'), t('forecast.arrivals'), t('forecast.most'), t('forecast.hours')]}
          rows={rows}
        />
      </div>
    </section>
  );
}
