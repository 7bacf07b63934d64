'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ClaimDto } from '@/lib/schemas/claim';
import { api } from './api';
import { newKey } from './new-key';
import { refreshLists } from './refresh-lists';

/** Takes the next waiting tickets, in the queue's order. */
export function useClaim() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (limit: number) =>
      api.post<ClaimDto>('/tickets/fetch_tickets/', { limit, by: 'queue' }, { key: newKey() }),
    onSuccess: () => refreshLists(client),
  });
}
