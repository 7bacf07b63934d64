'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { Channel, Priority } from '@/lib/schemas/values';
import { api } from './api';
import { refreshLists } from './refresh-lists';
import { useIntentKey } from './use-intent-key';

export interface NewTicket {
  subject: string;
  description: string;
  priority?: Priority;
  topic?: string | null;
  languages?: string[];
  channel?: Channel;
  /** Staff only: id or e-mail of the customer. */
  customer?: string;
  /** Ids of own uploads. */
  attachments?: readonly string[];
}

/** Files a ticket. The same form sent twice (double click, retry after a cut line) makes one. */
export function useCreateTicket() {
  const client = useQueryClient();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (input: NewTicket) => api.post<TicketDto>('/tickets/', input, { key: intent.keyFor(input) }),
    onSuccess: () => {
      intent.done();
      refreshLists(client);
    },
  });
}
