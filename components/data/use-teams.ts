'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { createTeamInput, EditTeamInput, TeamDto } from '@/lib/schemas/team';
import { api } from './api';
import { queryKeys } from './query-keys';
import { useIntentKey } from './use-intent-key';

/** All teams by name, with their members. */
export function useTeams(options: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: queryKeys.teams,
    queryFn: ({ signal }) => api.get<{ results: TeamDto[] }>('/teams/', { signal }),
    select: (answer) => answer.results,
    enabled: options.enabled,
    staleTime: 60_000,
  });
}

/** What a team is changes who sees and gets what: people and teams are fetched anew. */
function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.teams }),
      client.invalidateQueries({ queryKey: queryKeys.users }),
    ]);
}

export function useCreateTeam() {
  const refresh = useRefresh();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (input: z.input<typeof createTeamInput>) =>
      api.post<TeamDto>('/teams/', input, { key: intent.keyFor(input) }),
    onSuccess: () => {
      intent.done();
      return refresh();
    },
  });
}

export function useEditTeam() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, ...edit }: EditTeamInput & { id: string }) =>
      api.patch<TeamDto>(`/teams/${id}/`, edit),
    onSuccess: refresh,
  });
}

export function useDeleteTeam() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => api.delete<null>(`/teams/${id}/`),
    onSuccess: refresh,
  });
}
