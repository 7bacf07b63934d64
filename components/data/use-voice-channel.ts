'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { LineCallDto } from '@/lib/schemas/call';
import type {
  createPhoneLineInput,
  EditPhoneLineInput,
  LineTestDto,
  PhoneLineDto,
} from '@/lib/schemas/phone-line';
import { api } from './api';
import { queryKeys } from './query-keys';
import { useIntentKey } from './use-intent-key';

/** There is no push for calls of all lines: it is asked while the page is looked at. */
const REFRESH_MS = 5_000;

export function usePhoneLines() {
  return useQuery({
    queryKey: queryKeys.phoneLines,
    queryFn: ({ signal }) => api.get<{ results: PhoneLineDto[] }>('/channels/voice/', { signal }),
    select: (answer) => answer.results,
  });
}

/** The last calls of all lines. */
export function useLineCalls() {
  return useQuery({
    queryKey: queryKeys.lineCalls,
    queryFn: ({ signal }) => api.get<{ results: LineCallDto[] }>('/channels/voice/calls/', { signal }),
    select: (answer) => answer.results,
    refetchInterval: REFRESH_MS,
  });
}

export function useCreatePhoneLine() {
  const client = useQueryClient();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (input: z.input<typeof createPhoneLineInput>) =>
      api.post<PhoneLineDto>('/channels/voice/', input, { key: intent.keyFor(input) }),
    onSuccess: () => {
      intent.done();
      return client.invalidateQueries({ queryKey: queryKeys.phoneLines });
    },
  });
}

export function useEditPhoneLine() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...edit }: EditPhoneLineInput & { id: string }) =>
      api.patch<PhoneLineDto>(`/channels/voice/${id}/`, edit),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.phoneLines }),
  });
}

/** Whether the provider lets us in. */
export const useTestPhoneLine = (id: string) =>
  useMutation({ mutationFn: () => api.post<LineTestDto>(`/channels/voice/${id}/test/`, {}) });
