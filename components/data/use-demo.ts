'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DemoDto } from '@/lib/schemas/setup';
import { api } from './api';
import { queryKeys } from './query-keys';
import { useIntentKey } from './use-intent-key';

const ASK_MS = 700;
const isUnderWay = (demo: DemoDto | undefined) => demo?.state === 'loading' || demo?.state === 'removing';

/** Whether example data is here; asked again and again while it comes or goes. */
export function useDemo() {
  return useQuery({
    queryKey: queryKeys.demo,
    queryFn: ({ signal }) => api.get<DemoDto>('/demo/', { signal }),
    refetchInterval: (query) => (isUnderWay(query.state.data) ? ASK_MS : false),
  });
}

/** Asks for it, or for its removal. */
export function useRequestDemo() {
  const client = useQueryClient();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (wish: 'load' | 'remove') =>
      wish === 'load'
        ? api.post<DemoDto>('/demo/', {}, { key: intent.keyFor({}) })
        : api.delete<DemoDto>('/demo/'),
    onSuccess: (demo) => {
      intent.done();
      client.setQueryData(queryKeys.demo, demo);
    },
    onError: () => client.invalidateQueries({ queryKey: queryKeys.demo }),
  });
}
