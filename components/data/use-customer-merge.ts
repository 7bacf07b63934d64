'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomerDto } from '@/lib/schemas/customer';
import type { MergePreviewDto } from '@/lib/schemas/customer-merge';
import { api } from './api';
import { queryKeys } from './query-keys';
import { refreshLists } from './refresh-lists';
import { useIntentKey } from './use-intent-key';

interface Pair {
  /** Who goes. */
  source: string;
  /** Who is kept. */
  target: string;
}

/** What would go over; nothing is asked while there is no pair. */
export function useMergePreview(pair: Pair | null) {
  return useQuery({
    queryKey: queryKeys.customerMerge(pair?.source ?? '', pair?.target ?? ''),
    queryFn: ({ signal }) =>
      api.get<MergePreviewDto>(`/customers/${pair!.source}/merge/`, {
        query: { into: pair!.target },
        signal,
      }),
    enabled: pair !== null,
  });
}

/** Whose tickets and facts are others now is told by the socket as well; this window need not wait for it. */
function useRefresh() {
  const client = useQueryClient();
  return () => {
    refreshLists(client);
    for (const queryKey of [queryKeys.customers, queryKeys.tickets, queryKeys.ticketContexts])
      void client.invalidateQueries({ queryKey });
  };
}

export function useMergeCustomers() {
  const intent = useIntentKey();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (pair: Pair) =>
      api.post<CustomerDto>(
        `/customers/${pair.source}/merge/`,
        { into: pair.target },
        { key: intent.keyFor(pair) },
      ),
    onSuccess: () => {
      intent.done();
      refresh();
    },
  });
}

export function useUnmergeCustomer() {
  const intent = useIntentKey();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) =>
      api.post<CustomerDto>(`/customers/${id}/unmerge/`, undefined, { key: intent.keyFor(id) }),
    onSuccess: () => {
      intent.done();
      refresh();
    },
  });
}
