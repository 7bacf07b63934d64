'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RecipientSuggestionsDto, RecipientsDto } from '@/lib/schemas/recipients';
import { api } from './api';
import { queryKeys } from './query-keys';

/** Who would get a reply, and how; `cc` null for who is in copy so far. */
export function useRecipients(ticketId: string, cc: readonly string[] | null) {
  // an empty list asks about nobody, none about who is in copy
  const asked = cc?.join(',') ?? null;
  return useQuery({
    queryKey: queryKeys.recipients(ticketId, asked),
    queryFn: ({ signal }) =>
      api.get<RecipientsDto>(`/tickets/${ticketId}/recipients/${asked === '' ? '?cc=' : ''}`, {
        signal,
        query: { cc: asked },
      }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** Who may be meant by what is typed; null asks for nobody. */
export function useRecipientSuggestions(ticketId: string, q: string | null) {
  return useQuery({
    queryKey: queryKeys.recipientSuggestions(ticketId, q ?? ''),
    queryFn: ({ signal }) =>
      api.get<RecipientSuggestionsDto>(`/tickets/${ticketId}/recipient-suggestions/`, {
        signal,
        query: { q: q || null },
      }),
    enabled: q !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
