'use client';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { SearchDto } from '@/lib/schemas/search';
import { api } from './api';
import { queryKeys } from './query-keys';

/** Fewer letters would find half the house. */
export const SHORTEST_SEARCH = 2;
const PREVIEW = 6;

const search = (q: string, more: { limit?: number; cursor?: string | null }, signal: AbortSignal) =>
  api.get<SearchDto>('/tickets/search/', { query: { q, ...more }, signal });

/** The best hits while somebody types; what was found before stays until the next answer is there. */
export function useSearchPreview(q: string) {
  return useQuery({
    queryKey: queryKeys.searchPreview(q),
    queryFn: ({ signal }) => search(q, { limit: PREVIEW }, signal),
    enabled: q.length >= SHORTEST_SEARCH,
    placeholderData: keepPreviousData,
  });
}

/** Everything that was found, page by page; the first page carries customers, total and suggestion. */
export function useSearchList(q: string) {
  return useInfiniteQuery({
    queryKey: queryKeys.searchList(q),
    queryFn: ({ pageParam, signal }) => search(q, { cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: q !== '',
  });
}
