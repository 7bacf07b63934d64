'use client';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/query-error';
import type { useTicketList } from '@/components/data/use-ticket-list';
import { ListEmpty } from './list-empty';
import { ListSkeleton } from './list-skeleton';
import { TicketGrid } from './ticket-grid';
import type { ListFilters, ListView } from './use-list-filters';

interface ListBodyProps {
  name: string;
  tickets: ReturnType<typeof useTicketList>;
  list: ListFilters;
  view: ListView;
  onClear: () => void;
}

/** Rows, or why there are none. What is cached is shown while it is refreshed. */
export function ListBody({ name, tickets: { query, onShown }, list, view, onClear }: ListBodyProps) {
  const t = useTranslations('desk.list');
  if (query.data) {
    return (
      <TicketGrid
        name={name}
        tickets={query.data}
        sort={list.sort}
        group={list.group}
        columns={list.columns}
        matching={list.inReport ? undefined : list.filter}
        hasMore={query.hasNextPage}
        loadingMore={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
        onShown={onShown}
        empty={<ListEmpty view={view} narrowed={list.narrowed} onClear={onClear} />}
      />
    );
  }
  if (query.error) {
    return <QueryError title={t('failed')} query={query} />;
  }
  return <ListSkeleton />;
}
