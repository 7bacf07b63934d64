'use client';
import dynamic from 'next/dynamic';
import { EmptyState } from '@/components/ui/empty-state';
import { ChartFrame } from './chart-frame';
import { ChartSkeleton } from './chart-skeleton';
import { DataTable } from './data-table';
import { DoorLink } from './door-link';
import { hoursOf } from './figures';
import type { ReportPartProps } from './report-part';
import { useWords } from './use-words';

// recharts is the largest library of the house: it is fetched when a chart is to be drawn
const PercentileChart = dynamic(() => import('./percentile-chart'), { ssr: false, loading: ChartSkeleton });

/** How many had their first answer within what time. */
export function Percentiles({ report, location }: ReportPartProps) {
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
