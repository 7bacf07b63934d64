'use client';
import { useQuery } from '@tanstack/react-query';
import { api } from './api';
import { queryKeys } from './query-keys';

/** The key of the website that the lab's visitors chat on; asked for it, it is made if it is not there. */
export function useLabSite() {
  return useQuery({
    queryKey: queryKeys.labSite,
    queryFn: () => api.post<{ key: string }>('/lab/site/', {}),
    select: ({ key }) => key,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
