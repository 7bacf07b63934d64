'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { TicketDto } from '@/lib/schemas/ticket';
import { type Page, pagesOf } from './pages-of';
import { queryKeys } from './query-keys';
import type { TicketFilters } from './ticket-filters';

/** A list of tickets, page by page. `data` is the array of rows; `fetchNextPage`, `hasNextPage` as usual. */
export function useTicketList(
  filters: TicketFilters,
  options: { enabled?: boolean; initial?: Page<TicketDto> } = {},
) {
  return useInfiniteQuery({
    ...pagesOf<TicketDto>(queryKeys.ticketList(filters), '/tickets/', { ...filters }),
    initialData: options.initial ? { pages: [options.initial], pageParams: [null] } : undefined,
    // A page taken from the router's memory may be old: it is shown, and read again.
    initialDataUpdatedAt: options.initial ? 0 : undefined,
    enabled: options.enabled,
  });
}
