'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { Status } from '@/lib/schemas/values';
import { api } from './api';
import { newKey } from './new-key';
import { patchTicket } from './patch-ticket';
import { refreshLists } from './refresh-lists';
import type { TicketRef } from './ticket-filters';

/** Sets the status; shown at once, taken back if refused. */
export function useSetStatus(ticket: TicketRef) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ status, key }: { status: Status; key: string }) =>
      api.post<TicketDto>(`/tickets/${ticket.id}/set-status/`, { status }, { key }),
    onMutate: ({ status }) => ({ undo: patchTicket(client, ticket, { status }) }),
    onError: (_error, _input, context) => context?.undo(),
    onSuccess: (fresh) => {
      patchTicket(client, ticket, fresh);
      refreshLists(client);
    },
  });
  return {
    ...mutation,
    setStatusAsync: (status: Status) => mutation.mutateAsync({ status, key: newKey() }),
  };
}
