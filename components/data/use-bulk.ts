'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BulkDto, BulkInput, BulkUndoneDto } from '@/lib/schemas/bulk';
import { api } from './api';
import { queryKeys } from './query-keys';
import { refreshLists } from './refresh-lists';
import { useIntentKey } from './use-intent-key';

function useRefresh() {
  const client = useQueryClient();
  return () => {
    refreshLists(client);
    void client.invalidateQueries({ queryKey: queryKeys.tickets });
    void client.invalidateQueries({ queryKey: queryKeys.tagLists });
  };
}

/** Does the same to many tickets; the answer says which were refused. */
export function useBulk() {
  const intent = useIntentKey();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (input: BulkInput) =>
      api.post<BulkDto>('/tickets/bulk/', input, { key: intent.keyFor(input) }),
    onSuccess: () => {
      intent.done();
      refresh();
    },
  });
}

/** Takes such an act back. */
export function useUndoBulk() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => api.post<BulkUndoneDto>(`/tickets/bulk/${id}/undo/`, {}),
    onSuccess: refresh,
  });
}
