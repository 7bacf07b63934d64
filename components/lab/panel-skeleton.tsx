import { Skeleton } from '@/components/ui/skeleton';

/** What an apparatus shows until it is plugged in. */
export function PanelSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-3 p-4">
      <Skeleton className="h-8" />
      <Skeleton className="h-12" />
      <Skeleton className="h-12" />
    </div>
  );
}
