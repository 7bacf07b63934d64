'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RateInput } from '@/lib/schemas/rating';
import type { TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { newKey } from './new-key';
import { patchTicket } from './patch-ticket';
import { refreshLists } from './refresh-lists';
import type { TicketRef } from './ticket-filters';

/** The customer says how the help was; a low score may open the request again. */
export function useRate(ticket: TicketRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (words: RateInput) =>
      api.post<TicketDto>(`/tickets/${ticket.id}/rating/`, words, { key: newKey() }),
    onSuccess: (fresh) => {
      patchTicket(client, ticket, fresh);
      refreshLists(client);
    },
  });
}
