'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MarkSpamInput, TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { newKey } from './new-key';
import { patchTicket } from './patch-ticket';
import { queryKeys } from './query-keys';
import { refreshLists } from './refresh-lists';
import type { TicketRef } from './ticket-filters';

/** Marks the ticket as spam, or not, and blocks its customer with it, or not any more. */
export function useMarkSpam(ticket: TicketRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: MarkSpamInput) =>
      api.post<TicketDto>(`/tickets/${ticket.id}/spam/`, input, { key: newKey() }),
    onMutate: ({ is_spam }) => ({ undo: patchTicket(client, ticket, { is_spam }) }),
    onError: (_error, _input, context) => context?.undo(),
    onSuccess: () => {
      refreshLists(client);
      return client.invalidateQueries({ queryKey: queryKeys.ticket(ticket.number) });
    },
  });
}
