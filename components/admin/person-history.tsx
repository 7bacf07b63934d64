'use client';
import { useTranslations } from 'next-intl';
import { usePersonHistory } from '@/components/data/use-person';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import { useHistoryText } from './use-history-text';

/** The audit log seen from one person, newest first. */
export function PersonHistory({ id }: { id: string }) {
  const t = useTranslations('people.page.history');
  const { problem } = useProblemText();
  const text = useHistoryText(id);
  const history = usePersonHistory(id);
  if (history.isPending) return <Skeleton className="h-24" />;
  if (history.isError) {
    return (
      <ErrorState
        title={t('failed')}
        detail={problem(history.error)}
        onRetry={() => void history.refetch()}
        retrying={history.isFetching}
      />
    );
  }
  if (history.data.length === 0) return <p className="text-ui text-ink-2">{t('none')}</p>;
  return (
    <>
      <ol className="border-t border-line">
        {history.data.map((line) => (
          <li key={line.id} className="flex gap-4 border-b border-line py-2 text-small">
            <RelativeTime value={line.created_at} form="full" className="w-32 shrink-0 text-ink-3" />
            <span className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">{text(line)}</span>
          </li>
        ))}
      </ol>
      {history.hasNextPage ? (
        <div>
          <Button
            variant="quiet"
            pending={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
