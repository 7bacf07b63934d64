'use client';
import { cx } from 'class-variance-authority';
import { useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useCoverage } from '@/components/data/use-coverage';
import { ReportTabs } from '@/components/reports/report-tabs';
import { useWords } from '@/components/reports/use-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { CoverageDto } from '@/lib/schemas/coverage';
import { CoverageFilters } from './coverage-filters';
import { CoverageForecast } from './coverage-forecast';
import { HourFigures } from './hour-figures';
import { type CoverageLocation, SHOWS, useCoverageLocation } from './use-coverage-location';
import { useCoverageWords } from './use-coverage-words';
import { WeekTable } from './week-table';

/** What comes in by hour of the week against who is there, and what the next two weeks may need. */
export function Coverage() {
  const { t } = useCoverageWords();
  const location = useCoverageLocation();
  const coverage = useCoverage(location.question);
  const { data } = coverage;
  return (
    <div className="flex flex-col gap-6">
      <div>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h1 className="text-display">{t('title')}</h1>
          <ReportTabs />
        </div>
        <p className="mt-1 max-w-[70ch] text-ui text-ink-2 text-pretty">{t('detail')}</p>
      </div>
      <CoverageFilters location={location} coverage={data} />
      {coverage.error && !data ? (
        <QueryError title={t('failed')} query={coverage} />
      ) : (
        <div
          aria-busy={data === undefined || coverage.isPlaceholderData}
          className={cx('flex flex-col gap-10', coverage.isPlaceholderData && 'opacity-70')}
        >
          {data === undefined ? (
            <div className="flex flex-col gap-6 py-4">
              <Skeleton className="w-full" />
              <Skeleton className="w-full" />
              <Skeleton className="w-2/3" />
            </div>
          ) : data.tickets === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyDetail')}</EmptyState>
          ) : (
            <>
              <Week coverage={data} location={location} />
              <CoverageForecast coverage={data} />
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** The average week as a heat map, and the figures of the hour that is chosen. */
function Week({ coverage, location }: { coverage: CoverageDto; location: CoverageLocation }) {
  const { t } = useCoverageWords();
  const { days, day, number, duration } = useWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const { show } = location.values;
  return (
    <section aria-labelledby="coverage-week" className="min-w-0">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div>
          <h2 id="coverage-week" className="text-heading">
            {t('week.title')}
          </h2>
          <p className="mt-0.5 text-small text-ink-3">
            {t('week.detail', {
              days: days(coverage),
              zone: coverage.time_zone,
              n: coverage.tickets,
            })}
          </p>
        </div>
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">{t('show.label')}</legend>
          {SHOWS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === show}
              onClick={() => void location.set({ show: one })}
              className={cx(
                'h-7 rounded-control px-2.5 text-small coarse:h-control',
                one === show ? 'bg-selected font-[600] text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
              )}
            >
              {t(`show.${one}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <WeekTable coverage={coverage} show={show} chosen={chosen} onChoose={setChosen} />
      <HourFigures coverage={coverage} chosen={chosen} />
      <p className="mt-3 max-w-[90ch] text-small text-ink-3 text-pretty">
        {coverage.handling.seconds === null
          ? t('noHandling', { n: coverage.handling.n })
          : t('rule', {
              handling: duration(coverage.handling.seconds),
              n: coverage.handling.n,
              places: number(coverage.places, { maximumFractionDigits: 1 }),
              share: number(coverage.target.share, { style: 'percent' }),
              time: duration(coverage.target.seconds),
            })}{' '}
        {coverage.present_from === null
          ? t('nobodyKnown')
          : coverage.present_from > coverage.from
            ? t('presentFrom', { day: day(coverage.present_from) })
            : null}
      </p>
    </section>
  );
}
