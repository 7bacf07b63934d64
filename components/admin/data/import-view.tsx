'use client';
import { ArrowLeft } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/query-error';
import { useImport } from '@/components/data/use-imports';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { Skeleton } from '@/components/ui/skeleton';
import type { ImportDto } from '@/lib/schemas/import';
import { CheckedStep } from './checked-step';
import { DoneStep } from './done-step';
import { MapStep } from './map-step';

/** One import, in the step that it has come to. */
export function ImportView({ id, onLeave }: { id: string; onLeave: () => void }) {
  const t = useTranslations('data.import');
  const query = useImport(id);
  return (
    <section aria-label={query.data?.name ?? t('unnamed')} className="mt-6 flex flex-col gap-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b pb-3">
        <Button
          variant="quiet"
          size="small"
          className="-ms-2"
          icon={<ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />}
          onClick={onLeave}
        >
          {t('all')}
        </Button>
        <h2 className="min-w-0 truncate text-heading">{query.data?.name ?? t('unnamed')}</h2>
      </div>
      {query.data ? (
        <Step data={query.data} onLeave={onLeave} />
      ) : query.error ? (
        <QueryError title={t('notLoaded')} query={query} />
      ) : (
        <Skeleton className="h-6 w-1/2" />
      )}
    </section>
  );
}

function Step({ data, onLeave }: { data: ImportDto; onLeave: () => void }) {
  switch (data.state) {
    case 'mapping':
    case 'failed':
      return <MapStep data={data} />;
    case 'checked':
      return <CheckedStep data={data} />;
    case 'checking':
    case 'staged':
    case 'undoing':
    case 'uploading':
      return <Busy data={data} state={data.state} />;
    default:
      return <DoneStep data={data} onLeave={onLeave} />;
  }
}

/** The worker does it; this page may be left meanwhile. */
function Busy({ data, state }: { data: ImportDto; state: 'checking' | 'staged' | 'undoing' | 'uploading' }) {
  const t = useTranslations('data.busy');
  const format = useFormatter();
  const { done, total } = data.progress;
  const figures =
    state === 'checking'
      ? format.number(total > 0 ? done / total : 0, { style: 'percent' })
      : t('of', { done, total });
  return (
    <div className="max-w-xl">
      <Progress label={t(state)} value={Math.min(done, total)} max={total} text={figures} />
      <p className="mt-3 text-small text-ink-3">{t('leave')}</p>
    </div>
  );
}
