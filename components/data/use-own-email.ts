'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MeDto } from '@/lib/schemas/person';
import { api } from './api';
import { newKey } from './new-key';
import { queryKeys } from './query-keys';

/** Has a code mailed to an address that one wants as one's own. */
export function useRequestEmail() {
  return useMutation({
    mutationFn: (email: string) => api.post<{ detail: string }>('/me/email/', { email }, { key: newKey() }),
  });
}

/** Makes the address one's own with its code; other devices are signed out. */
export function useConfirmEmail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { email: string; otp: string }) =>
      api.post<MeDto>('/me/email/confirm/', input, { key: newKey() }),
    onSuccess: (me) => {
      client.setQueryData(queryKeys.me, me);
      return client.invalidateQueries({ queryKey: queryKeys.sessions });
    },
  });
}
