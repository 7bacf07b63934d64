'use client';
import { useQuery } from '@tanstack/react-query';
import type { WorkDto } from '@/lib/schemas/work';
import { api } from './api';
import { queryKeys } from './query-keys';

/** What one's day holds. Whatever changes a list changes it. */
export function useWork() {
  return useQuery({
    queryKey: queryKeys.work,
    queryFn: ({ signal }) => api.get<WorkDto>('/me/work/', { signal }),
  });
}
