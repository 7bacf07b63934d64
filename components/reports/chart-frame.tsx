'use client';
import { Download } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import type { ExportQuery } from '@/lib/schemas/report';
import type { ReportLocation } from './use-report-location';
import { useWords } from './use-words';

interface ChartFrameProps {
  /** States the measure, or what was found. */
  title: string;
  detail?: string;
  what: ExportQuery['what'];
  question: ReportLocation['question'];
  chart: ReactNode;
  /** The same data, each number a door. */
  table: ReactNode;
}

/** A section of the dashboard: its title, the chart or the same as a table, and the way to take it along. */
export function ChartFrame({ title, detail, what, question, chart, table }: ChartFrameProps) {
  const { t } = useWords();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const query = new URLSearchParams({ ...question, what });
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-3 flex items-start justify-between gap-x-4 gap-y-2 max-sm:flex-col">
        <div className="min-w-0">
          <h2 id={id} className="text-heading">
            {title}
          </h2>
          {detail ? <p className="mt-0.5 text-small text-ink-3">{detail}</p> : null}
        </div>
        <div className="flex shrink-0 gap-1 max-sm:-ms-2">
          <Button variant="quiet" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? t('chart.chart') : t('chart.table')}
          </Button>
          <a
            href={`/api/analytics/export.csv?${query}`}
            download
            className={buttonStyle({ variant: 'quiet', size: 'small' })}
            aria-label={t('chart.csvOf', { name: title })}
          >
            <Download aria-hidden className="size-3.5" />
            CSV
          </a>
        </div>
      </div>
      {asTable ? <div className="overflow-x-auto">{table}</div> : chart}
    </section>
  );
}
