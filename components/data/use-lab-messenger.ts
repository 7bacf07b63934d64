'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LAB_TROUBLES, LabPhonesDto, LabTalkDto, SendLabChatInput } from '@/lib/schemas/lab-messenger';
import { api } from './api';
import { queryKeys } from './query-keys';

const REFRESH_MS = 1_500;

/** Telephones of the lab's customers. Nothing is pushed to who is not signed in, so they are looked at again and again. */
export function useLabPhones() {
  return useQuery({
    queryKey: queryKeys.labPhones,
    queryFn: ({ signal }) => api.get<LabPhonesDto>('/lab/messenger/', { signal }),
    refetchInterval: REFRESH_MS * 2,
  });
}

export function useLabTalk(psid: string) {
  return useQuery({
    queryKey: queryKeys.labTalk(psid),
    queryFn: ({ signal }) => api.get<LabTalkDto>(`/lab/messenger/people/${psid}/`, { signal }),
    refetchInterval: REFRESH_MS,
  });
}

/** What can be done with a telephone; each shows what came of it. */
export function useLabPhone(psid: string) {
  const client = useQueryClient();
  const path = `/lab/messenger/people/${psid}/`;
  const onSettled = () => client.invalidateQueries({ queryKey: queryKeys.labPhones });
  return {
    write: useMutation({
      mutationFn: (input: Partial<SendLabChatInput>) => api.post(`${path}messages/`, input),
      onSettled,
    }),
    read: useMutation({ mutationFn: () => api.post(`${path}read/`, {}), onSettled }),
    day: useMutation({ mutationFn: () => api.post(`${path}day/`, {}), onSettled }),
    trouble: useMutation({
      mutationFn: (trouble: (typeof LAB_TROUBLES)[number] | null) => api.patch(path, { trouble }),
      onSettled,
    }),
  };
}
