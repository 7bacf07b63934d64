'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeactivateInput, SessionDto, UserDto } from '@/lib/schemas/person';
import { api } from './api';
import { newKey } from './new-key';
import { queryKeys } from './query-keys';

/** Where somebody is signed in, for admins. */
export function usePersonSessions(id: string) {
  return useQuery({
    queryKey: queryKeys.userSessions(id),
    queryFn: ({ signal }) => api.get<{ results: SessionDto[] }>(`/users/${id}/sessions/`, { signal }),
    select: (answer) => answer.results,
  });
}

/** An act on a person: whatever it was, his page is fetched anew. */
function useAct<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.users }),
  });
}

/** Signs somebody out of one session, or everywhere when none is named. */
export const useEndSessions = (id: string) =>
  useAct((session: string | undefined) =>
    api.delete<null>(session ? `/users/${id}/sessions/${session}/` : `/users/${id}/sessions/`),
  );

export const useSendInvitation = (id: string) =>
  useAct((_: undefined) => api.post<UserDto>(`/users/${id}/invitation/`, undefined, { key: newKey() }));

export const useSendPasswordReset = (id: string) =>
  useAct((_: undefined) =>
    api.post<{ detail: string }>(`/users/${id}/password-reset/`, undefined, { key: newKey() }),
  );

/** Shuts somebody out; the answer says how many tickets were handed over. */
export const useDeactivate = (id: string) =>
  useAct((to: DeactivateInput) =>
    api.post<UserDto & { handed_over: number }>(`/users/${id}/deactivate/`, to, { key: newKey() }),
  );
