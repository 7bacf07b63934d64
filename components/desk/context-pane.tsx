'use client';
import { X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useTicket } from '@/components/data/use-ticket';
import { useTicketContext } from '@/components/data/use-ticket-context';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { ContextActivity } from './context-activity';
import { ContextAi } from './context-ai';
import { ContextCustomer } from './context-customer';
import { ContextEarlier } from './context-earlier';
import { ContextSection } from './context-section';
import { ContextTicket } from './context-ticket';
import { CustomerNotes } from './customer-notes';

/** Of chats alone. */
const ContextVisitor = dynamic(() => import('./context-visitor').then((file) => file.ContextVisitor));

/**
 * Who asks, what the ticket says about itself, what was before. Drawn after the ticket: nobody waits for what stands
 * beside it, and until then nothing of the former one does.
 */
export function ContextPane({ number, onClose }: { number: number; onClose?: () => void }) {
  const t = useTranslations('desk.context');
  const drawn = useDeferredValue(number);
  return (
    <div className="flex h-full min-h-0 flex-col bg-canvas">
      <div className="flex h-14 shrink-0 items-center justify-between border-b ps-5 pe-2">
        <h2 tabIndex={-1} className="rounded-control text-heading">
          {t('title')}
        </h2>
        {onClose ? (
          <IconButton label={t('close')} icon={<X aria-hidden className="size-4" />} onClick={onClose} />
        ) : null}
      </div>
      <div className="scrolling min-h-0 flex-1">
        {drawn === number ? <Context number={number} /> : <ContextSkeleton />}
      </div>
    </div>
  );
}

function Context({ number }: { number: number }) {
  const t = useTranslations('desk.context');
  const c = useTranslations('customers.notes');
  const ticket = useTicket(number).data;
  const context = useTicketContext(number);
  return (
    <>
      {context.data ? (
        <>
          <ContextCustomer customer={context.data.customer} />
          <ContextSection name="notes" title={c('title')}>
            <CustomerNotes
              key={context.data.customer.id}
              customerId={context.data.customer.id}
              notes={context.data.customer.notes}
            />
          </ContextSection>
        </>
      ) : context.error ? (
        <QueryError title={t('failed')} query={context} />
      ) : (
        <ContextSkeleton />
      )}
      {ticket?.channel === 'CHAT' ? <ContextVisitor number={number} /> : null}
      {ticket ? <ContextTicket ticket={ticket} /> : null}
      {ticket ? <ContextAi key={ticket.id} ticket={ticket} /> : null}
      {context.data ? <ContextEarlier earlier={context.data.earlier} /> : null}
      {ticket ? <ContextActivity ticket={ticket} /> : null}
    </>
  );
}

const ContextSkeleton = () => (
  <div aria-busy="true" className="flex flex-col gap-3 border-b px-5 py-5">
    <Skeleton className="w-2/3" />
    <Skeleton className="w-1/2" />
    <Skeleton className="w-3/5" />
  </div>
);
