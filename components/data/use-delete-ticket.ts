'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { newKey } from './new-key';
import { patchTicket } from './patch-ticket';
import { queryKeys } from './query-keys';
import { refreshLists } from './refresh-lists';
import type { TicketRef } from './ticket-filters';

/** Puts the ticket into the trash; `useRestoreTicket` is the way back. */
export function useDeleteTicket(ticket: TicketRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<null>(`/tickets/${ticket.id}/`),
    onMutate: () => ({ undo: patchTicket(client, ticket, { is_deleted: true }) }),
    onError: (_error, _input, context) => context?.undo(),
    onSuccess: () => {
      refreshLists(client);
      return client.invalidateQueries({ queryKey: queryKeys.ticket(ticket.number) });
    },
  });
}

/** Takes the ticket out of the trash. */
export function useRestoreTicket(ticket: TicketRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<TicketDto>(`/tickets/${ticket.id}/restore/`, {}, { key: newKey() }),
    onMutate: () => ({ undo: patchTicket(client, ticket, { is_deleted: false }) }),
    onError: (_error, _input, context) => context?.undo(),
    onSuccess: () => {
      refreshLists(client);
      return client.invalidateQueries({ queryKey: queryKeys.ticket(ticket.number) });
    },
  });
}
