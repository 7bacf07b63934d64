'use client';
import { STATUSES } from '@/lib/schemas/values';
import { ChartFrame } from './chart-frame';
import { ChartSkeleton } from './chart-skeleton';
import { DataTable } from './data-table';
import { DoorLink } from './door-link';
import type { ReportPartProps } from './report-part';
import { StatusSplit } from './status-split';
import { useWords } from './use-words';

/** How the tickets of the time are split among statuses today. */
export function Statuses({ report, location }: ReportPartProps) {
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
