'use client';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { QueryError } from '@/components/data/query-error';
import { useAiStatus } from '@/components/data/use-ai-status';
import { useAiUsage } from '@/components/data/use-ai-usage';
import { EmptyState } from '@/components/ui/empty-state';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { AiFigures } from './ai-figures';
import { AiLimits } from './ai-limits';
import { AiTables } from './ai-tables';

const RANGES = ['7', '30', '90', '365'] as const;

/** How drafts are used, what they cost, where sources are missing, and how many there may be. */
export function AiUsage() {
  const t = useTranslations('ai.admin');
  const ai = useAiStatus();
  const [range, setRange] = useQueryState('days', parseAsStringLiteral(RANGES).withDefault('30'));
  const usage = useAiUsage(Number(range));
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-display">{t('title')}</h1>
          <p className="mt-1 max-w-[60ch] text-ui text-ink-2">{t('detail')}</p>
          <p className="mt-1 min-h-5 text-small text-ink-3">
            {ai ? t(`provider.${ai.provider}`, { model: ai.model ?? '' }) : null}
          </p>
        </div>
        <div className="w-44">
          <Select
            aria-label={t('range')}
            value={range}
            onValueChange={(value) => void setRange(value)}
            items={RANGES.map((value) => ({ value, label: t('days', { days: Number(value) }) }))}
          />
        </div>
      </div>
      {usage.data ? (
        usage.data.drafts === 0 ? (
          <div className="mt-6 border-t">
            <EmptyState title={t('empty')}>{t('emptyDetail')}</EmptyState>
          </div>
        ) : (
          <>
            <AiFigures usage={usage.data} />
            <AiTables usage={usage.data} />
          </>
        )
      ) : usage.error ? (
        <QueryError title={t('failedToLoad')} query={usage} />
      ) : (
        <div aria-busy="true" className="mt-6 flex flex-col gap-3 border-y py-6">
          <Skeleton className="w-1/2" />
          <Skeleton className="w-1/3" />
        </div>
      )}
      <AiLimits />
    </>
  );
}
