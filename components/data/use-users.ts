'use client';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { UserDto } from '@/lib/schemas/person';
import type { Role } from '@/lib/schemas/values';
import { api } from './api';
import { queryKeys } from './query-keys';

interface Page {
  results: UserDto[];
  next: string | null;
}

/** People, page by page; `data` is the array of rows. While a new search loads, the former rows stay. */
export function useUsers(
  filters: { role?: readonly Role[]; q?: string },
  options: { enabled?: boolean } = {},
) {
  const query = { role: filters.role?.join(','), q: filters.q };
  return useInfiniteQuery({
    queryKey: queryKeys.userList(query),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>('/users/', { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: options.enabled,
    placeholderData: keepPreviousData,
    select: (data) => data.pages.flatMap((page) => page.results),
  });
}

/** One person. */
export function useUser(id: string) {
  return useQuery({
    queryKey: queryKeys.user(id),
    queryFn: ({ signal }) => api.get<UserDto>(`/users/${id}/`, { signal }),
  });
}
