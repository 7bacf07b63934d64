'use client';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { UserDto } from '@/lib/schemas/person';
import type { Role } from '@/lib/schemas/values';
import { api } from './api';
import { pagesOf } from './pages-of';
import { queryKeys } from './query-keys';

/** People, page by page; `data` is the array of rows. While a new search loads, the former rows stay. */
export function useUsers(
  filters: { role?: readonly Role[]; q?: string },
  options: { enabled?: boolean } = {},
) {
  const query = { role: filters.role?.join(','), q: filters.q };
  return useInfiniteQuery({
    ...pagesOf<UserDto>(queryKeys.userList(query), '/users/', query),
    enabled: options.enabled,
    placeholderData: keepPreviousData,
  });
}

/** One person. */
export function useUser(id: string) {
  return useQuery({
    queryKey: queryKeys.user(id),
    queryFn: ({ signal }) => api.get<UserDto>(`/users/${id}/`, { signal }),
  });
}
