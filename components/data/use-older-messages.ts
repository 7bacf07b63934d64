'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MessageDto } from '@/lib/schemas/message';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { api } from './api';
import { queryKeys } from './query-keys';

/** Loads the page of messages before the oldest one shown, into the same ticket. `load()` does nothing at the start. */
export function useOlderMessages(number: number) {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const cursor = client.getQueryData<TicketDetailDto>(queryKeys.ticket(number))?.messages_next;
      if (!cursor) return null;
      const page = await api.get<{ results: MessageDto[]; next: string | null }>(
        `/tickets/${number}/messages/`,
        { query: { cursor } },
      );
      return { cursor, page };
    },
    onSuccess: (answer) => {
      if (!answer) return;
      client.setQueryData<TicketDetailDto>(queryKeys.ticket(number), (detail) => {
        // The window moved meanwhile: this page does not join it any more.
        if (!detail || detail.messages_next !== answer.cursor) return detail;
        return {
          ...detail,
          messages: [...answer.page.results, ...detail.messages],
          messages_next: answer.page.next,
        };
      });
    },
  });
  return { load: () => mutate(), isLoading: isPending, error };
}
