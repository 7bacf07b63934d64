'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallWish } from '@/lib/rules/call-states';
import type { TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { newKey } from './new-key';
import { patchTicket } from './patch-ticket';
import { queryKeys } from './query-keys';

/** What one wants of the call on a ticket; null calls the customer. The call changes with a push. */
export function useCallWish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ticketId, wish }: { ticketId: string; wish: CallWish | null }) =>
      api.post<TicketDto>(`/tickets/${ticketId}/call/${wish ? `${wish}/` : ''}`, {}, { key: newKey() }),
    onSuccess: (ticket) => void patchTicket(client, ticket, ticket),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.offers }),
  });
}
