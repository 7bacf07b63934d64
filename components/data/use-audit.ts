'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AuditDto } from '@/lib/schemas/audit';
import { pagesOf } from './pages-of';
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
    ...pagesOf<AuditDto>(queryKeys.audit(filters), '/audit/', filters),
    placeholderData: keepPreviousData,
    // what happens now should be there when one looks again
    staleTime: 0,
  });
}
