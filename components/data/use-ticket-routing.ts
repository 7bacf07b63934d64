'use client';
import { useQuery } from '@tanstack/react-query';
import type { TicketRoutingDto } from '@/lib/schemas/ticket-routing';
import { api } from './api';
import { queryKeys } from './query-keys';

/** It is true for a moment: asked again while somebody looks. */
const AGAIN_MS = 5_000;

/** Why a ticket is with whom it is, or why it waits. */
export function useTicketRouting(number: number) {
  return useQuery({
    queryKey: queryKeys.ticketRouting(number),
    queryFn: ({ signal }) => api.get<TicketRoutingDto>(`/tickets/${number}/routing/`, { signal }),
    staleTime: 0,
    refetchInterval: AGAIN_MS,
  });
}
