'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AuditDto } from '@/lib/schemas/audit';
import { api } from './api';
import { queryKeys } from './query-keys';

export interface AuditFilters extends Record<string, string | undefined> {
  actor?: string;
  person?: string;
  type?: string;
  from?: string;
  to?: string;
}

/** The audit log, page by page, newest first. */
export function useAudit(filters: AuditFilters) {
  return useInfiniteQuery({
    queryKey: queryKeys.audit(filters),
    queryFn: ({ pageParam, signal }) =>
      api.get<{ results: AuditDto[]; next: string | null }>('/audit/', {
        query: { ...filters, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // what happens now should be there when one looks again
    staleTime: 0,
    select: (data) => data.pages.flatMap((page) => page.results),
  });
}
