'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LabLetterDto, LabMailDto, SendLabMailInput } from '@/lib/schemas/lab-mail';
import { api } from './api';
import { queryKeys } from './query-keys';

const REFRESH_MS = 2_000;

/** The customers of the lab who write mails. They never change. */
export function useLabMail() {
  return useQuery({
    queryKey: queryKeys.labMail,
    queryFn: ({ signal }) => api.get<LabMailDto>('/lab/mail/', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Mails of one of them, both ways. Nothing is pushed to who is not signed in, so it is asked every two seconds. */
export function useLabLetters(customer: string) {
  return useQuery({
    queryKey: queryKeys.labLetters(customer),
    queryFn: ({ signal }) =>
      api.get<{ results: LabLetterDto[] }>('/lab/mail/letters/', { query: { customer }, signal }),
    select: (answer) => answer.results,
    refetchInterval: REFRESH_MS,
  });
}

/** Writes to the house as one of them. */
export function useSendLabMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (letter: SendLabMailInput) => api.post<{ to: string }>('/lab/mail/letters/', letter),
    onSuccess: (_, { customer }) => client.invalidateQueries({ queryKey: queryKeys.labLetters(customer) }),
  });
}
