'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MentionableDto } from '@/lib/schemas/notice';
import { api } from './api';
import { queryKeys } from './query-keys';
import type { TicketRef } from './ticket-filters';
import { useDebounced } from './use-debounced';

const SETTLED_MS = 120;

/** Colleagues whose name has a word that begins like `q`; those who may see the ticket first. Null asks nothing. */
export function useMentionable({ id, number }: TicketRef, q: string | null): readonly MentionableDto[] {
  const settled = useDebounced(q ?? '', SETTLED_MS);
  const query = useQuery({
    queryKey: queryKeys.mentionable(number, settled),
    queryFn: ({ signal }) =>
      api.get<{ results: MentionableDto[] }>(`/tickets/${id}/mentionable/`, {
        query: { q: settled || undefined },
        signal,
      }),
    enabled: q !== null,
    placeholderData: keepPreviousData,
  });
  return q === null ? [] : (query.data?.results ?? []);
}
