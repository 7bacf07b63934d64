'use client';
import dynamic from 'next/dynamic';
import { ChartFrame } from './chart-frame';
import { ChartSkeleton } from './chart-skeleton';
import { DataTable } from './data-table';
import { DoorLink } from './door-link';
import { groupDays } from './group-days';
import type { ReportPartProps } from './report-part';
import { useWords } from './use-words';

// recharts is the largest library of the house: it is fetched when a chart is to be drawn
const VolumeChart = dynamic(() => import('./volume-chart'), { ssr: false, loading: ChartSkeleton });

/** What came in and what was solved, day by day. */
export function Volume({ report, location }: ReportPartProps) {
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
