'use client';
import { useQuery } from '@tanstack/react-query';
import type { OriginalMailDto } from '@/lib/schemas/email-channel';
import { api } from './api';
import { queryKeys } from './query-keys';

/** The whole mail that a message came by, once somebody wants to see it; it never changes. */
export function useOriginalMail(messageId: string, wanted: boolean) {
  return useQuery({
    queryKey: queryKeys.originalMail(messageId),
    queryFn: ({ signal }) => api.get<OriginalMailDto>(`/messages/${messageId}/original/`, { signal }),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
