'use client';
import { useQuery } from '@tanstack/react-query';
import type { EventDto } from '@/lib/schemas/event';
import { api } from './api';
import { queryKeys } from './query-keys';

export interface TicketHistory {
  results: EventDto[];
  /** There are more than the server gives at once. */
  reload: boolean;
}

/** The ticket's history, oldest first; live events are added by the channel. */
export function useTicketEvents(number: number, options: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: queryKeys.ticketEvents(number),
    queryFn: ({ signal }) => api.get<TicketHistory>(`/tickets/${number}/events/`, { signal }),
    enabled: options.enabled,
  });
}
