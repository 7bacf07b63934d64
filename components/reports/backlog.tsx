'use client';
import dynamic from 'next/dynamic';
import { AGE_KEYS } from '@/lib/rules/reports';
import { UNSOLVED } from '@/lib/schemas/values';
import { ChartFrame } from './chart-frame';
import { ChartSkeleton } from './chart-skeleton';
import { DataTable } from './data-table';
import { DoorLink } from './door-link';
import type { ReportPartProps } from './report-part';
import { useWords } from './use-words';

// recharts is the largest library of the house: it is fetched when a chart is to be drawn
const BacklogChart = dynamic(() => import('./backlog-chart'), { ssr: false, loading: ChartSkeleton });

/** What is left, by age and status. */
export function Backlog({ report, location }: ReportPartProps) {
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
