'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CreatedKeyDto, CreateKeyInput, KeyDto } from '@/lib/schemas/key';
import { api } from './api';
import { queryKeys } from './query-keys';

/** Keys of machines, those in force first. */
export function useKeys() {
  return useQuery({
    queryKey: queryKeys.keys,
    queryFn: async ({ signal }) => (await api.get<{ results: KeyDto[] }>('/keys/', { signal })).results,
  });
}

/** Makes a key; the answer alone has its secret. */
export function useCreateKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CreateKeyInput) => api.post<CreatedKeyDto>('/keys/', input),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.keys }),
  });
}

export function useRevokeKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete<null>(`/keys/${id}/`),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.keys }),
  });
}
