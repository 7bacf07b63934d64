'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MergeInput, PromiseInput, SplitInput } from '@/lib/schemas/lifecycle';
import type { MessageDto } from '@/lib/schemas/message';
import type { SnoozeInput } from '@/lib/schemas/snooze';
import type { TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { newKey } from './new-key';
import { patchTicket } from './patch-ticket';
import { queryKeys } from './query-keys';
import { refreshLists } from './refresh-lists';
import type { TicketRef } from './ticket-filters';

/** An act on the ticket whose answer is the ticket: `mutate(body)`. Its facts are taken over, lists fetch anew. */
function useTicketAct<Body>(ticket: TicketRef, path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) =>
      api.post<TicketDto>(`/tickets/${ticket.id}/${path}/`, body, { key: newKey() }),
    onSuccess: (fresh) => {
      patchTicket(client, ticket, fresh);
      refreshLists(client);
    },
  });
}

/** Asleep until a time, or (null) an answer. */
export const useSnooze = (ticket: TicketRef) => useTicketAct<SnoozeInput>(ticket, 'snooze');
export const useUnsnooze = (ticket: TicketRef) => useTicketAct<Record<string, never>>(ticket, 'unsnooze');
export const usePromise = (ticket: TicketRef) =>
  useTicketAct<{ promise: PromiseInput | null }>(ticket, 'promise');

/** An act that moves messages between tickets: whatever is open of them is read anew. Answers the other ticket. */
function useMovingAct<Body>(ticket: TicketRef, path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) =>
      api.post<TicketDto>(`/tickets/${ticket.id}/${path}/`, body, { key: newKey() }),
    onSuccess: () => {
      refreshLists(client);
      void client.invalidateQueries({ queryKey: queryKeys.ticketContexts });
      return client.invalidateQueries({ queryKey: queryKeys.tickets });
    },
  });
}

export const useMerge = (ticket: TicketRef) =>
  useMovingAct<{ into: string } & Partial<MergeInput>>(ticket, 'merge');
export const useUnmerge = (ticket: TicketRef) => useMovingAct<Record<string, never>>(ticket, 'unmerge');
export const useSplit = (ticket: TicketRef) => useMovingAct<SplitInput>(ticket, 'split');

/** Changes one message: takes its text out, or (a note of one's own) edits it. */
export function useChangeMessage(ticket: TicketRef, messageId: string) {
  const client = useQueryClient();
  const path = `/tickets/${ticket.id}/messages/${messageId}/`;
  return useMutation({
    mutationFn: (change: 'remove' | { body: string }) =>
      change === 'remove'
        ? api.post<MessageDto>(`${path}redact/`, {}, { key: newKey() })
        : api.patch<MessageDto>(path, change),
    onSuccess: () => {
      refreshLists(client);
      return client.invalidateQueries({ queryKey: queryKeys.ticket(ticket.number) });
    },
  });
}
