'use client';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { queryKeys } from './query-keys';
import type { TicketFilters } from './ticket-filters';

interface Page {
  results: TicketDto[];
  next: string | null;
}

/** Rows of all loaded pages, each ticket once: while pages are read, one may move from a later to an earlier. */
function rowsOf(data: InfiniteData<Page>): TicketDto[] {
  const rows = new Map<string, TicketDto>();
  for (const page of data.pages) for (const row of page.results) if (!rows.has(row.id)) rows.set(row.id, row);
  return [...rows.values()];
}

/** A list of tickets, page by page. `data` is the array of rows; `fetchNextPage`, `hasNextPage` as usual. */
export function useTicketList(filters: TicketFilters, options: { enabled?: boolean; initial?: Page } = {}) {
  return useInfiniteQuery({
    queryKey: queryKeys.ticketList(filters),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>('/tickets/', { query: { ...filters, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    initialData: options.initial ? { pages: [options.initial], pageParams: [null] } : undefined,
    // A page taken from the router's memory may be old: it is shown, and read again.
    initialDataUpdatedAt: options.initial ? 0 : undefined,
    enabled: options.enabled,
    select: rowsOf,
  });
}
