'use client';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { isNear, type ListPage, type PageParam, pagesWith, rowsOf } from './list-pages';
import type { Page } from './pages-of';
import { queryKeys } from './query-keys';
import type { TicketFilters } from './ticket-filters';

interface Options {
  enabled?: boolean;
  initial?: Page<TicketDto>;
}

const FIRST: PageParam = { cursor: null, at: 0 };

/**
 * A list of tickets, page by page. `data` is the array of rows; `fetchNextPage`, `hasNextPage` as usual. A change
 * reads again what is on the screen, not the hundred pages above and below it: those are read when they come into
 * view. `onShown` is told by the list which rows that are; a list that never says so is read whole.
 */
export function useTicketList(filters: TicketFilters, options: Options = {}) {
  const client = useQueryClient();
  const inView = useRef<ReadonlySet<number> | null>(null);
  const shown = useRef<readonly string[]>([]);
  const queryKey = queryKeys.ticketList(filters);
  const pages = () => client.getQueryData<{ pages: ListPage[] }>(queryKey)?.pages ?? [];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam: { cursor, at }, signal }) => {
      const had = pages()[at];
      if (had && !isNear(inView.current, at)) return { ...had, isOld: true };
      return api.get<ListPage>('/tickets/', { query: { ...filters, cursor }, signal });
    },
    initialPageParam: FIRST,
    getNextPageParam: (page, all): PageParam | null =>
      page.next === null ? null : { cursor: page.next, at: all.length },
    initialData: options.initial ? { pages: [options.initial], pageParams: [FIRST] } : undefined,
    // A page taken from the router's memory may be old: it is shown, and read again.
    initialDataUpdatedAt: options.initial ? 0 : undefined,
    enabled: options.enabled,
    select,
  });

  const look = () => {
    const now = pages();
    // rows that have all left their pages still stand where they stood
    inView.current = pagesWith(now, shown.current) ?? inView.current;
    const isSeen = (_: ListPage, at: number) => inView.current !== null && isNear(inView.current, at);
    if (now.filter(isSeen).some((page) => page.isOld)) void query.refetch({ cancelRefetch: false });
  };
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows, another look
  useEffect(() => latest.current(), [query.data]);
  const onShown = useCallback((ids: readonly string[]) => {
    shown.current = ids;
    latest.current();
  }, []);

  return { query, onShown };
}

const select = ({ pages }: { pages: ListPage[] }) => rowsOf(pages);
