'use client';
import { useQuery } from '@tanstack/react-query';
import type { ViewKey } from '@/lib/rules/views';
import { api } from './api';
import { queryKeys } from './query-keys';

export interface ViewCount {
  key: ViewKey;
  count: number;
  /** There are more than `count`: the server stopped counting. */
  capped: boolean;
}

/** How many tickets lie in each view that this person has. */
export function useViews() {
  return useQuery({
    queryKey: queryKeys.views,
    queryFn: ({ signal }) => api.get<{ results: ViewCount[] }>('/views/', { signal }),
    select: (answer) => new Map(answer.results.map((view) => [view.key, view])),
  });
}
