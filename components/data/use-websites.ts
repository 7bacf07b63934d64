'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  createWebsiteInput,
  EditWebsiteInput,
  IdentitySecretDto,
  WebsiteDto,
} from '@/lib/schemas/website';
import { api } from './api';
import { queryKeys } from './query-keys';
import { useIntentKey } from './use-intent-key';

/** There is no push for a page view somewhere on the web: it is asked for while one looks. */
const REFRESH_MS = 3_000;

/** All websites with a chat, the first one first. */
export function useWebsites() {
  return useQuery({
    queryKey: queryKeys.websites,
    queryFn: ({ signal }) => api.get<{ results: WebsiteDto[] }>('/channels/chat/', { signal }),
    select: (answer) => answer.results,
    refetchInterval: REFRESH_MS,
  });
}

export function useCreateWebsite() {
  const client = useQueryClient();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (input: z.input<typeof createWebsiteInput>) =>
      api.post<WebsiteDto>('/channels/chat/', input, { key: intent.keyFor(input) }),
    onSuccess: () => {
      intent.done();
      return client.invalidateQueries({ queryKey: queryKeys.websites });
    },
  });
}

export function useEditWebsite(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edit: EditWebsiteInput) => api.patch<WebsiteDto>(`/channels/chat/${id}/`, edit),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.websites }),
  });
}

/** With what the website signs who its people are, once somebody wants to see it. */
export function useIdentitySecret(id: string, wanted: boolean) {
  return useQuery({
    queryKey: queryKeys.identitySecret(id),
    queryFn: ({ signal }) => api.get<IdentitySecretDto>(`/channels/chat/${id}/key/`, { signal }),
    enabled: wanted,
    gcTime: 0,
  });
}

export function useRenewIdentitySecret(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<IdentitySecretDto>(`/channels/chat/${id}/key/`, undefined),
    onSuccess: (secret) => client.setQueryData(queryKeys.identitySecret(id), secret),
  });
}
