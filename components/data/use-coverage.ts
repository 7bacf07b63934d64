'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CoverageDto } from '@/lib/schemas/coverage';
import { api } from './api';
import { queryKeys } from './query-keys';

/** What the coverage view asks, as its address has it; what is left out is as usual. */
export type CoverageQuestion = Partial<Record<'weeks' | 'kind' | 'language' | 'share' | 'seconds', string>>;

/** Weeks that are over hardly move. */
const FRESH_MS = 5 * 60_000;

export function useCoverage(question: CoverageQuestion) {
  return useQuery({
    queryKey: queryKeys.report({ ...question, coverage: true }),
    queryFn: ({ signal }) => api.get<CoverageDto>('/analytics/coverage/', { query: question, signal }),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
}
