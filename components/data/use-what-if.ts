'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ReplayDto, replayInput, WhatIfDto, whatIfInput } from '@/lib/schemas/what-if';
import { api } from './api';
import { queryKeys } from './query-keys';
import { useDebounced } from './use-debounced';

export type WhatIfQuestion = z.input<typeof whatIfInput>;
export type ReplayQuestion = z.input<typeof replayInput>;

/** What routing would do at this moment; asked again every half a minute, since people come and go. */
export function useWhatIf(question: WhatIfQuestion) {
  const asked = useDebounced(JSON.stringify(question), 200);
  return useQuery({
    queryKey: queryKeys.whatIf(asked),
    queryFn: ({ signal }) => api.post<WhatIfDto>('/routing/what-if/', JSON.parse(asked), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
    retry: false,
  });
}

/** The last tickets, played by other rules; worked out while one edits them. */
export function useReplay(question: ReplayQuestion) {
  const asked = useDebounced(JSON.stringify(question), 600);
  return useQuery({
    queryKey: queryKeys.replay(asked),
    queryFn: ({ signal }) => api.post<ReplayDto>('/routing/replay/', JSON.parse(asked), { signal }),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    retry: false,
  });
}
