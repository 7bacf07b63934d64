'use client';
import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

const ROWS = ['w-4/5', 'w-3/5', 'w-2/3', 'w-1/2', 'w-3/4', 'w-3/5', 'w-2/3'];

/** Rows of the real height, so that nothing jumps when the real ones come. */
export function ListSkeleton() {
  const t = useTranslations('common');
  return (
    <div aria-busy="true" className="flex-1 overflow-hidden">
      <span className="sr-only">{t('loading')}</span>
      {ROWS.map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed drawing
        <div key={row} className="flex h-row flex-col justify-center gap-2.5 border-b px-4">
          <Skeleton className={`h-3.5 ${width}`} />
          <Skeleton className="w-1/3" />
        </div>
      ))}
    </div>
  );
}
