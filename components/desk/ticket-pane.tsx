'use client';
import { useTranslations } from 'next-intl';
import { ApiError } from '@/components/data/api-error';
import { QueryError } from '@/components/data/query-error';
import { useTicket } from '@/components/data/use-ticket';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
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
          <QueryError title={t('failed', { number: String(number) })} query={query} />
        )}
      </div>
    );
  }
  return <TicketSkeleton />;
}
