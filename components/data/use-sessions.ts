'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionDto } from '@/lib/schemas/person';
import { api } from './api';
import { queryKeys } from './query-keys';

type Sessions = { results: SessionDto[] };

/** Where one is signed in. */
export function useSessions() {
  return useQuery({
    queryKey: queryKeys.sessions,
    queryFn: ({ signal }) => api.get<Sessions>('/me/sessions/', { signal }),
    select: (answer) => answer.results,
  });
}

/** Signs one of them out, sockets included. */
export function useRevokeSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete<null>(`/me/sessions/${id}/`),
    onSuccess: (_answer, id) =>
      client.setQueryData<Sessions>(
        queryKeys.sessions,
        (sessions) => sessions && { results: sessions.results.filter((one) => one.id !== id) },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.sessions }),
  });
}
