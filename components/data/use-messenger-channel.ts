'use client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CreateMessengerPageInput,
  EditMessengerPageInput,
  MessengerEventDto,
  MessengerPageDto,
  MessengerTestDto,
  MessengerWebhookDto,
} from '@/lib/schemas/messenger';
import { api } from './api';
import { pagesOf } from './pages-of';
import { queryKeys } from './query-keys';
import { useIntentKey } from './use-intent-key';

const REFRESH_MS = 5_000;

/** Pages on Facebook, and how they are: looked at again every few seconds. */
export function useMessengerPages() {
  return useQuery({
    queryKey: queryKeys.messengerPages,
    queryFn: ({ signal }) => api.get<{ results: MessengerPageDto[] }>('/channels/messenger/', { signal }),
    select: (answer) => answer.results,
    refetchInterval: REFRESH_MS,
  });
}

export function useMessengerWebhook(id: string) {
  return useQuery({
    queryKey: queryKeys.messengerWebhook(id),
    queryFn: ({ signal }) => api.get<MessengerWebhookDto>(`/channels/messenger/${id}/webhook/`, { signal }),
  });
}

export function useCreateMessengerPage() {
  const client = useQueryClient();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (input: CreateMessengerPageInput) =>
      api.post<MessengerPageDto>('/channels/messenger/', input, { key: intent.keyFor(input) }),
    onSuccess: () => {
      intent.done();
      return client.invalidateQueries({ queryKey: queryKeys.messengerPages });
    },
  });
}

export function useEditMessengerPage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...input }: EditMessengerPageInput & { id: string }) =>
      api.patch<MessengerPageDto>(`/channels/messenger/${id}/`, input),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.messengerPages }),
  });
}

/** A real call: it tells what Facebook says now. */
export function useTestMessengerPage(id: string) {
  return useMutation({
    mutationFn: () => api.post<MessengerTestDto>(`/channels/messenger/${id}/test/`, {}),
  });
}

/** Has something that could not be read be read once more. */
export function useRereadMessengerEvent(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post(`/messenger-events/${id}/reprocess/`, undefined),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.messengerEventLists }),
  });
}

/** What Facebook told, the newest first. */
export function useMessengerEvents(state: string | null) {
  return useInfiniteQuery({
    ...pagesOf<MessengerEventDto>(
      queryKeys.messengerEvents(state),
      '/messenger-events/',
      state ? { state } : {},
    ),
    refetchInterval: REFRESH_MS,
  });
}
