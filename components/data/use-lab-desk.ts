'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LabArrivalsDto } from '@/lib/schemas/lab-arrivals';
import type { LabDeskDto } from '@/lib/schemas/lab-desk';
import { api } from './api';
import { queryKeys } from './query-keys';

const REFRESH_MS = 2_000;

/** How it stands at the desk. Nothing is pushed to who is not signed in, so it is asked every two seconds. */
export function useLabDesk() {
  return useQuery({
    queryKey: queryKeys.labDesk,
    queryFn: ({ signal }) => api.get<LabDeskDto>('/lab/desk/', { signal }),
    refetchInterval: REFRESH_MS,
  });
}

/** Solves what is open. */
export function useClearLabDesk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<{ solved: number }>('/lab/desk/clear/', {}),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.labDesk }),
  });
}

/** What came since a moment, and who has it. */
export function useLabArrivals(since: string | null) {
  return useQuery({
    queryKey: queryKeys.labArrivals(since ?? ''),
    queryFn: ({ signal }) => api.get<LabArrivalsDto>('/lab/arrivals/', { query: { since }, signal }),
    select: (answer) => answer.groups,
    enabled: since !== null,
    refetchInterval: REFRESH_MS,
  });
}
