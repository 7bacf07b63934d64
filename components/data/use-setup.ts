'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SetupDto } from '@/lib/schemas/setup';
import { api } from './api';
import { queryKeys } from './query-keys';

const FRESH_MS = 30_000;

/** How far the house is set up; admins only. */
export function useSetup({ enabled = true, initial }: { enabled?: boolean; initial?: SetupDto } = {}) {
  return useQuery({
    queryKey: queryKeys.setup,
    queryFn: ({ signal }) => api.get<SetupDto>('/setup/', { signal }),
    enabled,
    staleTime: FRESH_MS,
    initialData: initial,
  });
}

/** Puts the list of first steps away, for all admins. */
export function useFinishSetup() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.patch('/settings/', { setup_done: true }),
    onMutate: () =>
      client.setQueryData<SetupDto>(queryKeys.setup, (now) => (now ? { ...now, is_done: true } : now)),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.setup }),
  });
}
