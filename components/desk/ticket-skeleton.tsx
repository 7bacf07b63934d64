'use client';
import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

export function TicketSkeleton() {
  const t = useTranslations('common');
  return (
    <div aria-busy="true" className="flex-1">
      <span className="sr-only">{t('loading')}</span>
      <div className="border-b px-5">
        <div className="flex h-14 items-center gap-3">
          <Skeleton className="w-12" />
          <Skeleton className="h-4 w-1/2" />
        </div>
        <div className="flex h-9 items-start gap-3">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-5 w-20" />
          <Skeleton className="h-5 w-28" />
        </div>
      </div>
      {['w-3/4', 'w-2/3'].map((width) => (
        <div key={width} className="grid grid-cols-[2rem_1fr] gap-x-3 border-b px-5 py-4">
          <Skeleton className="size-8" />
          <div className="flex flex-col gap-3 py-1">
            <Skeleton className="w-40" />
            <Skeleton className={width} />
            <Skeleton className="w-1/2" />
          </div>
        </div>
      ))}
    </div>
  );
}
