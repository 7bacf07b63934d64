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

/** After messages moved between tickets: whatever is open of them is read anew. */
function useReadMoved() {
  const client = useQueryClient();
  return () => {
    refreshLists(client);
    void client.invalidateQueries({ queryKey: queryKeys.ticketContexts });
    return client.invalidateQueries({ queryKey: queryKeys.tickets });
  };
}

/** An act that moves messages between tickets. Answers the other ticket. */
function useMovingAct<Body>(ticket: TicketRef, path: string) {
  const readMoved = useReadMoved();
  return useMutation({
    mutationFn: (body: Body) =>
      api.post<TicketDto>(`/tickets/${ticket.id}/${path}/`, body, { key: newKey() }),
    onSuccess: readMoved,
  });
}

export const useMerge = (ticket: TicketRef) => useMovingAct<MergeBody>(ticket, 'merge');
export const useUnmerge = (ticket: TicketRef) => useMovingAct<Record<string, never>>(ticket, 'unmerge');
export const useSplit = (ticket: TicketRef) => useMovingAct<SplitInput>(ticket, 'split');

type MergeBody = { into: string } & Partial<MergeInput>;

/** Merges each of several tickets, or (without a body) takes its merge back, by itself: one that is refused leaves the others. */
export function useMergeEach() {
  const readMoved = useReadMoved();
  return useMutation({
    mutationFn: async ({ tickets, merge }: { tickets: readonly TicketRef[]; merge?: MergeBody }) => {
      const done: TicketRef[] = [];
      const failed: { ticket: TicketRef; error: unknown }[] = [];
      for (const ticket of tickets) {
        const path = `/tickets/${ticket.id}/${merge ? 'merge' : 'unmerge'}/`;
        await api.post<TicketDto>(path, merge, { key: newKey() }).then(
          () => done.push(ticket),
          (error) => failed.push({ ticket, error }),
        );
      }
      return { done, failed };
    },
    onSettled: readMoved,
  });
}

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
