'use client';
import { useQuery } from '@tanstack/react-query';
import type { SystemDto } from '@/lib/schemas/system';
import { api } from './api';
import { queryKeys } from './query-keys';

/** How the installation is. Asked when the page opens and when somebody presses the button: it really knocks everywhere. */
export function useSystem() {
  return useQuery({
    queryKey: queryKeys.system,
    queryFn: ({ signal }) => api.get<SystemDto>('/system/', { signal }),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}
