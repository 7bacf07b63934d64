'use client';
import { useQuery } from '@tanstack/react-query';
import type { TicketVisitorDto } from '@/lib/schemas/visitor';
import { api } from './api';
import { queryKeys } from './query-keys';

/** He goes from page to page, and away: nobody pushes that, and it is a small question. */
const AGAIN_MS = 15_000;

/** Who is on the other side of a chat; null when nobody is known there. Staff only. */
export function useTicketVisitor(number: number) {
  return useQuery({
    queryKey: queryKeys.ticketVisitor(number),
    queryFn: ({ signal }) => api.get<TicketVisitorDto | null>(`/tickets/${number}/visitor/`, { signal }),
    refetchInterval: AGAIN_MS,
  });
}
