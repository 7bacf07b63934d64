'use client';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { patchTicket } from './patch-ticket';
import { queryKeys } from './query-keys';
import { refreshLists } from './refresh-lists';
import type { TicketRef } from './ticket-filters';
import { useDebounced } from './use-debounced';

const SETTLED_MS = 150;

/** Tags that were given before, those that `search` asked for. */
export function useTags({ enabled = true } = {}) {
  const [text, search] = useState('');
  const q = useDebounced(text.trim(), SETTLED_MS);
  const query = useQuery({
    queryKey: queryKeys.tags(q),
    queryFn: ({ signal }) => api.get<{ results: string[] }>('/tags/', { query: { q }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    enabled,
  });
  return { tags: query.data?.results ?? [], text, search };
}

interface TagEdit {
  add_tags?: string[];
  remove_tags?: string[];
}

/** Adds and takes off tags; what colleagues add meanwhile stays. */
export function useEditTags(ticket: TicketRef & Pick<TicketDto, 'tags'>) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `tags-${ticket.id}` },
    mutationFn: (edit: TagEdit) => api.patch<TicketDto>(`/tickets/${ticket.id}/`, edit),
    onMutate: ({ add_tags = [], remove_tags = [] }) => {
      const kept = (ticket.tags ?? []).filter((one) => !remove_tags.includes(one));
      return { undo: patchTicket(client, ticket, { tags: [...new Set([...kept, ...add_tags])].sort() }) };
    },
    onError: (_error, _edit, context) => context?.undo(),
    onSuccess: (fresh) => {
      patchTicket(client, ticket, fresh);
      refreshLists(client);
      void client.invalidateQueries({ queryKey: queryKeys.tagLists });
    },
  });
}
