'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MessagingDto } from '@/lib/schemas/messenger';
import type { TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { queryKeys } from './query-keys';

const REFRESH_MS = 20_000;

/** Until when a ticket's customer may be answered by Messenger; null for other tickets, and until it is known. */
export function useMessaging({ id, channel, last_seq }: TicketDto): MessagingDto['window'] {
  const { data } = useQuery({
    queryKey: queryKeys.messaging(id, last_seq),
    queryFn: ({ signal }) => api.get<MessagingDto>(`/tickets/${id}/messaging/`, { signal }),
    enabled: channel === 'MESSENGER',
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  return data?.window ?? null;
}
