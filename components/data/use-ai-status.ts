'use client';
import { useQuery } from '@tanstack/react-query';
import type { AiStatusDto } from '@/lib/schemas/ai';
import { api } from './api';
import { queryKeys } from './query-keys';

/** Who writes drafts here. Staff only. */
export function useAiStatus() {
  return useQuery({
    queryKey: queryKeys.ai,
    queryFn: ({ signal }) => api.get<AiStatusDto>('/ai/', { signal }),
    staleTime: 5 * 60_000,
  }).data;
}
