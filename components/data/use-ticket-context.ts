'use client';
import { useQuery } from '@tanstack/react-query';
import type { TicketContextDto } from '@/lib/schemas/ticket-context';
import { api } from './api';
import { queryKeys } from './query-keys';

/** The customer beside the ticket, and his earlier tickets. Staff only. */
export function useTicketContext(number: number) {
  return useQuery({
    queryKey: queryKeys.ticketContext(number),
    queryFn: ({ signal }) => api.get<TicketContextDto>(`/tickets/${number}/context/`, { signal }),
  });
}
