'use client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  createMailboxInput,
  editMailboxInput,
  MailboxDto,
  MailboxKeyDto,
  MailCountsDto,
  MailInDetailDto,
  MailInDto,
} from '@/lib/schemas/email-channel';
import type { imapInput, ServerTestDto, smtpInput } from '@/lib/schemas/mail-servers';
import { api } from './api';
import { pagesOf } from './pages-of';
import { queryKeys } from './query-keys';
import { useIntentKey } from './use-intent-key';

/** There is no push for mail that comes in: it is asked while the page is looked at. */
const REFRESH_MS = 5_000;

/** All mailboxes, the first one first. */
export function useMailboxes() {
  return useQuery({
    queryKey: queryKeys.mailboxes,
    queryFn: ({ signal }) => api.get<{ results: MailboxDto[] }>('/channels/email/', { signal }),
    select: (answer) => answer.results,
    refetchInterval: REFRESH_MS,
  });
}

export function useCreateMailbox() {
  const client = useQueryClient();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (input: z.input<typeof createMailboxInput>) =>
      api.post<MailboxDto>('/channels/email/', input, { key: intent.keyFor(input) }),
    onSuccess: () => {
      intent.done();
      return client.invalidateQueries({ queryKey: queryKeys.mailboxes });
    },
  });
}

export function useEditMailbox() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...edit }: z.input<typeof editMailboxInput> & { id: string }) =>
      api.patch<MailboxDto>(`/channels/email/${id}/`, edit),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.mailboxes }),
  });
}

/** Tries a mailbox's server with what stands in the form; nothing is kept of it. */
export function useTestServer(id: string, act: 'test-receiving' | 'test-sending') {
  return useMutation({
    mutationFn: (input: z.input<typeof imapInput> | z.input<typeof smtpInput>) =>
      api.post<ServerTestDto>(`/channels/email/${id}/${act}/`, input),
  });
}

/** Where a provider hands in mail, once somebody wants to see it. */
export function useMailboxKey(id: string, wanted: boolean) {
  return useQuery({
    queryKey: queryKeys.mailboxKey(id),
    queryFn: ({ signal }) => api.get<MailboxKeyDto>(`/channels/email/${id}/key/`, { signal }),
    enabled: wanted,
    gcTime: 0,
  });
}

export function useRenewMailboxKey(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<MailboxKeyDto>(`/channels/email/${id}/key/`, undefined),
    onSuccess: (key) => client.setQueryData(queryKeys.mailboxKey(id), key),
  });
}

/** How many mails of the last 30 days ended where. */
export function useMailCounts() {
  return useQuery({
    queryKey: queryKeys.mailCounts,
    queryFn: ({ signal }) => api.get<MailCountsDto>('/inbound-mails/counts/', { signal }),
    refetchInterval: REFRESH_MS,
  });
}

/** The mails that came in, page by page, the newest first. */
export function useMailsIn(filters: { state?: string }) {
  return useInfiniteQuery({
    ...pagesOf<MailInDto>(queryKeys.mailsIn(filters), '/inbound-mails/', filters),
    refetchInterval: REFRESH_MS,
  });
}

export function useMailIn(id: string | null) {
  return useQuery({
    queryKey: queryKeys.mailIn(id ?? ''),
    queryFn: ({ signal }) => api.get<MailInDetailDto>(`/inbound-mails/${id}/`, { signal }),
    enabled: id !== null,
    // read again, it ends somewhere soon
    refetchInterval: (query) => (query.state.data?.state === 'received' ? 1_000 : false),
  });
}

/** Has a mail read once more; `recover` lets it in whatever it looks like. */
export function useRereadMail(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: 'recover' | 'reprocess') => api.post(`/inbound-mails/${id}/${act}/`, undefined),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.inboundMails }),
  });
}
