'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AiUsageDto } from '@/lib/schemas/ai';
import { api } from './api';
import { queryKeys } from './query-keys';

/** How drafts were used in the last days. Admins only. */
export function useAiUsage(days: number) {
  return useQuery({
    queryKey: queryKeys.aiUsage(days),
    queryFn: ({ signal }) => api.get<AiUsageDto>('/ai/usage/', { query: { days }, signal }),
    placeholderData: keepPreviousData,
  });
}
