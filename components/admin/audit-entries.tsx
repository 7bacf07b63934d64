'use client';
import { useTranslations } from 'next-intl';
import { ApiError } from '@/components/data/api-error';
import { type AuditFilters, useAudit } from '@/components/data/use-audit';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { AuditTable } from './audit-table';

interface AuditEntriesProps {
  filters: AuditFilters;
  /** Narrows the log to one person; left out where it is narrowed for good. */
  onPerson?: (id: string) => void;
}

/** The audit log through a filter, newest first, more at a press. */
export function AuditEntries({ filters, onPerson }: AuditEntriesProps) {
  const t = useTranslations('audit');
  const { problem } = useProblemText();
  const entries = useAudit(filters);
  if (entries.error && !entries.data) {
    return (
      <ErrorState
        title={t('notLoaded')}
        detail={problem(entries.error)}
        requestId={(entries.error instanceof ApiError && entries.error.requestId) || undefined}
        onRetry={() => void entries.refetch()}
        retrying={entries.isFetching}
      />
    );
  }
  if (entries.data?.length === 0) return <EmptyState title={t('nothing')} />;
  return (
    <>
      <AuditTable entries={entries.data} onPerson={onPerson} />
      {entries.hasNextPage ? (
        <div className="mt-4 flex justify-center">
          <Button
            variant="quiet"
            pending={entries.isFetchingNextPage}
            onClick={() => void entries.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
