'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { TestMailDto } from '@/lib/schemas/system';
import { api } from './api';
import { newKey } from './new-key';
import { queryKeys } from './query-keys';

const ASK_MS = 500;
const isSettled = (mail: TestMailDto | undefined) => mail?.state === 'sent' || mail?.state === 'failed';

/** Sends oneself a mail and follows it through the ledger until its fate is known. */
export function useTestMail() {
  const send = useMutation({
    mutationFn: () => api.post<TestMailDto>('/system/test-mail/', {}, { key: newKey() }),
  });
  const id = send.data?.id;
  const mail = useQuery({
    queryKey: queryKeys.testMail(id ?? ''),
    queryFn: ({ signal }) => api.get<TestMailDto>(`/system/test-mail/${id}/`, { signal }),
    enabled: id !== undefined,
    initialData: send.data,
    staleTime: 0,
    refetchInterval: (query) => (isSettled(query.state.data) ? false : ASK_MS),
  });
  return { send, mail: mail.data, waitedMs: mail.dataUpdatedAt - send.submittedAt };
}
