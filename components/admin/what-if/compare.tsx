'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ChartSkeleton } from '@/components/reports/chart-skeleton';
import { DataTable } from '@/components/reports/data-table';
import { Button } from '@/components/ui/button';
import type { CompareRow } from './compare-row';

// recharts is the largest library of the house: it is fetched when a chart is to be drawn
const CompareChart = dynamic(() => import('./compare-chart'), { ssr: false, loading: ChartSkeleton });

interface CompareProps {
  title: string;
  detail: string;
  rows: readonly CompareRow[];
  write: (value: number) => string;
}

/** One measure of both sides, as bars beside each other or as the same in a table. */
export function Compare({ title, detail, rows, write }: CompareProps) {
  const t = useTranslations('whatIf');
  const words = useTranslations('reports.chart');
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-3 flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h3 id={id} className="text-heading">
            {title}
          </h3>
          <p className="mt-0.5 text-small text-ink-3">{detail}</p>
        </div>
        <Button variant="quiet" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? words('chart') : words('table')}
        </Button>
      </div>
      {asTable ? (
        <DataTable
          caption={title}
          head={[t('figure.name'), t('side.before'), t('side.after')]}
          rows={rows.map(({ key, name, before, after }) => ({
            key,
            cells: [<bdi key="name">{name}</bdi>, write(before), write(after)],
          }))}
        />
      ) : (
        <CompareChart label={title} rows={rows} write={write} />
      )}
    </section>
  );
}
