'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { CaughtMailDetailDto, CaughtMailDto } from '@/lib/schemas/mailbox';
import { api } from './api';
import { queryKeys } from './query-keys';

const REFRESH_MS = 3_000;

/** What the local catch-all holds, newest first; there is no push for it, so it is asked every three seconds. */
export function useMailbox() {
  return useQuery({
    queryKey: queryKeys.mailbox,
    queryFn: ({ signal }) => api.get<{ results: CaughtMailDto[] }>('/mailbox/', { signal }),
    select: (answer) => answer.results,
    refetchInterval: REFRESH_MS,
  });
}

/** One mail; it never changes. */
export function useMail(id: string | null) {
  return useQuery({
    queryKey: queryKeys.mail(id ?? ''),
    queryFn: ({ signal }) => api.get<CaughtMailDetailDto>(`/mailbox/${id}/`, { signal }),
    enabled: id !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Answers a mail as its reader, by SMTP through the house's own door. */
export function useAnswerMail(id: string) {
  return useMutation({
    mutationFn: (text: string) => api.post<{ to: string }>(`/mailbox/${id}/answer/`, { text }),
  });
}
