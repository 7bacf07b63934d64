'use client';
import { useTranslations } from 'next-intl';
import { ApiError } from '@/components/data/api-error';
import { useProblemText } from '@/components/data/use-problem-text';
import { useTicket } from '@/components/data/use-ticket';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { useCommandPart } from './commands/command-context';
import { useDesk } from './desk-context';
import { OpenTicket } from './open-ticket';
import { TicketSkeleton } from './ticket-skeleton';

interface TicketPaneProps {
  number: number;
  contextOpen: boolean;
  onContext: () => void;
}

/** The open ticket, or why it cannot be shown. */
export function TicketPane({ number, ...context }: TicketPaneProps) {
  const t = useTranslations('desk.ticket');
  const { go } = useDesk();
  const { problem } = useProblemText();
  const query = useTicket(number);
  useCommandPart('opening', query.isPending ? {} : null);
  if (query.data) return <OpenTicket key={query.data.id} ticket={query.data} {...context} />;
  if (query.error) {
    const missing = query.error instanceof ApiError && query.error.status === 404;
    return (
      <div className="flex flex-1 flex-col justify-center">
        {missing ? (
          <EmptyState
            title={t('missing', { number: String(number) })}
            action={
              <Button variant="secondary" onClick={() => go(null)}>
                {t('backToList')}
              </Button>
            }
          >
            {t('missingDetail')}
          </EmptyState>
        ) : (
          <ErrorState
            title={t('failed', { number: String(number) })}
            detail={problem(query.error)}
            requestId={(query.error instanceof ApiError && query.error.requestId) || undefined}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        )}
      </div>
    );
  }
  return <TicketSkeleton />;
}
