import { queryOptions } from '@tanstack/react-query';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { api } from './api';
import { mergeDetail } from './merge-detail';
import { queryKeys } from './query-keys';

/** How one ticket is read; also for `prefetchQuery` when a row is hovered. */
export function ticketQuery(number: number) {
  return queryOptions({
    queryKey: queryKeys.ticket(number),
    queryFn: ({ signal }) => api.get<TicketDetailDto>(`/tickets/${number}/`, { signal }),
    structuralSharing: (shown, fetched) =>
      mergeDetail(shown as TicketDetailDto | undefined, fetched as TicketDetailDto),
  });
}
