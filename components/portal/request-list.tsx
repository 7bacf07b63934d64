'use client';
import { MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { TicketFilters } from '@/components/data/ticket-filters';
import { useTicketList } from '@/components/data/use-ticket-list';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import type { TicketDto } from '@/lib/schemas/ticket';
import { RequestRow } from './request-row';

interface RequestListProps {
  /** The first page as the server read it: there without scripts, and no flash with them. */
  initial: { results: TicketDto[]; next: string | null };
  filters: TicketFilters;
}

export function RequestList({ initial, filters }: RequestListProps) {
  const t = useTranslations('portal');
  const list = useTicketList(filters, { initial }).query;
  const rows = list.data ?? initial.results;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<MessagesSquare aria-hidden className="size-8" strokeWidth={1.25} />}
        title={t('list.empty')}
        action={
          <Link href="/requests/new" className={buttonStyle({ variant: 'primary', size: 'large' })}>
            {t('nav.newRequest')}
          </Link>
        }
      >
        {t('list.emptyHint')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="border-t border-line">
        {rows.map((ticket) => (
          <RequestRow key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <div className="mt-6 flex justify-center">
          <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      ) : null}
      {initial.next ? (
        <noscript>
          <a href={`/requests?cursor=${encodeURIComponent(initial.next)}`} className="text-accent underline">
            {t('list.more')}
          </a>
        </noscript>
      ) : null}
    </>
  );
}
