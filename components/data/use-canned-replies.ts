'use client';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CannedReplyDto,
  CreateCannedReplyInput,
  EditCannedReplyInput,
} from '@/lib/schemas/canned-reply';
import { api } from './api';
import { queryKeys } from './query-keys';
import { useIntentKey } from './use-intent-key';

/** The canned replies that this person may use, archived ones last. */
export function useCannedReplies({ enabled = true } = {}) {
  return useQuery({
    enabled,
    queryKey: queryKeys.cannedReplies,
    queryFn: ({ signal }) =>
      api.get<{ results: CannedReplyDto[] }>('/canned-replies/', { query: { all: '1' }, signal }),
    placeholderData: keepPreviousData,
    select: (answer) => answer.results,
  });
}

export function useCreateCannedReply() {
  const client = useQueryClient();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (input: CreateCannedReplyInput) =>
      api.post<CannedReplyDto>('/canned-replies/', input, { key: intent.keyFor(input) }),
    onSuccess: () => {
      intent.done();
      return client.invalidateQueries({ queryKey: queryKeys.cannedReplies });
    },
  });
}

export function useEditCannedReply() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...edit }: EditCannedReplyInput & { id: string }) =>
      api.patch<CannedReplyDto>(`/canned-replies/${id}/`, edit),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.cannedReplies }),
  });
}
