'use client';
import { cx } from 'class-variance-authority';
import { Download } from 'lucide-react';
import { useBreakdown } from '@/components/data/use-report';
import { buttonStyle } from '@/components/ui/button-style';
import { Skeleton } from '@/components/ui/skeleton';
import { DIMENSIONS, type Measure } from '@/lib/rules/reports';
import type { BreakdownDto } from '@/lib/schemas/report';
import { DataTable } from './data-table';
import { DoorLink } from './door-link';
import { PERCENT } from './figure';
import { shareOf } from './figures';
import type { ReportLocation } from './use-report-location';
import { useWords } from './use-words';

/** The same figures side by side: for each agent (with load against presence), team, topic, channel or language. */
export function Breakdown({ location }: { location: ReportLocation }) {
  const { t, number } = useWords();
  const { question, set } = location;
  const { by } = location.values;
  const breakdown = useBreakdown(by, question);
  const query = new URLSearchParams({ ...question, what: by });
  const data = breakdown.data;
  return (
    <section aria-labelledby="report-breakdown" className="min-w-0">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="report-breakdown" className="text-heading">
          {t(`by.${by}.title`)}
        </h2>
        <div className="flex flex-wrap items-center gap-1">
          <fieldset className="flex flex-wrap gap-1">
            <legend className="sr-only">{t('by.legend')}</legend>
            {DIMENSIONS.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === by}
                onClick={() => void set({ by: one })}
                className={cx(
                  'h-7 rounded-control px-2.5 text-small coarse:h-control',
                  one === by ? 'bg-selected font-[600] text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
                )}
              >
                {t(`by.${one}.tab`)}
              </button>
            ))}
          </fieldset>
          <a
            href={`/api/analytics/export.csv?${query}`}
            download
            className={buttonStyle({ variant: 'quiet', size: 'small' })}
            aria-label={t('chart.csvOf', { name: t(`by.${by}.title`) })}
          >
            <Download aria-hidden className="size-3.5" />
            CSV
          </a>
        </div>
      </div>
      {data ? (
        <>
          <div className="overflow-x-auto">
            <BreakdownTable data={data} location={location} />
          </div>
          <p className="mt-2 max-w-[80ch] text-small text-ink-3">
            {t(`hours.${data.hours}Rule`)} {by === 'agent' ? t('by.agent.rule') : ''}
            {by === 'language' ? t('by.language.rule') : ''}{' '}
            {data.error > 0
              ? t('statistic.estimate', {
                  error: number(data.error, { style: 'percent', maximumFractionDigits: 1 }),
                })
              : ''}
          </p>
        </>
      ) : (
        <div aria-busy="true" className="flex flex-col gap-6 py-4">
          <Skeleton className="w-full" />
          <Skeleton className="w-full" />
          <Skeleton className="w-2/3" />
        </div>
      )}
    </section>
  );
}

function BreakdownTable({ data, location }: { data: BreakdownDto; location: ReportLocation }) {
  const { t, number, duration, keyName } = useWords();
  const { by } = data;
  const withLoad = by === 'agent';
  const head = [
    t(`by.${by}.head`),
    ...[t('figure.created.label'), t('figure.resolved.label')],
    ...[t('column.reply'), t('column.replyP90'), t('column.resolution'), t('column.resolutionP90')],
    t('column.satisfaction'),
    ...(withLoad ? [t('column.holds'), t('column.held'), t('column.available')] : []),
  ];
  const rows = data.results.map((row) => {
    const name = keyName(by, row.key, row.name);
    const door = { ...location.question, [by]: row.key || 'none' };
    const share = shareOf(row.satisfaction);
    const cell = (show: Measure | 'rated', n: number, text: string) => (
      <DoorLink door={{ show, ...door }} empty={n === 0} label={t('doorOf', { name, text, n })}>
        {text}
      </DoorLink>
    );
    const { first_reply: reply, resolution, load } = row;
    return {
      key: row.key,
      cells: [
        <bdi key="name">{name}</bdi>,
        cell('created', row.created, number(row.created)),
        cell('resolved', row.resolved, number(row.resolved)),
        cell('replied', reply.n, duration(reply.median_seconds)),
        duration(reply.p90_seconds),
        cell('resolved', resolution.n, duration(resolution.median_seconds)),
        duration(resolution.p90_seconds),
        cell(
          'rated',
          row.satisfaction.n,
          share === null ? '–' : t('satisfied', { share: number(share, PERCENT), n: row.satisfaction.n }),
        ),
        ...(withLoad
          ? [
              load ? (
                <DoorLink
                  key="holds"
                  door={{ show: 'open', agent: row.key }}
                  empty={load.holds === 0}
                  label={t('doorOf', { name, text: t('column.holds'), n: load.holds })}
                >
                  {t('live.of', { n: load.holds, of: load.capacity })}
                </DoorLink>
              ) : (
                '–'
              ),
              load ? number(load.held_average, { maximumFractionDigits: 1 }) : '–',
              load ? duration(load.available_seconds) : '–',
            ]
          : []),
      ],
    };
  });
  return <DataTable caption={t(`by.${by}.title`)} head={head} rows={rows} />;
}
