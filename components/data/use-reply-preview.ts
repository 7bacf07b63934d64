'use client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CannedReplyPreviewDto } from '@/lib/schemas/canned-reply';
import type { TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { newKey } from './new-key';
import { patchTicket } from './patch-ticket';
import { queryKeys } from './query-keys';
import { refreshLists } from './refresh-lists';

/** What a reply would say and do on this ticket, as it is now; `language` chooses among its texts. */
export const replyPreviewQuery = (id: string, ticket: TicketDto, language: string | null) =>
  queryOptions({
    // what a ticket is called and whose it is changes with its events, and so does what would change
    queryKey: queryKeys.replyPreview(id, ticket.id, language, ticket.last_seq),
    queryFn: ({ signal }) =>
      api.get<CannedReplyPreviewDto>(`/canned-replies/${id}/preview/`, {
        query: { ticket: ticket.id, language },
        signal,
      }),
    staleTime: 60_000,
  });

/** Does what a macro says, without a message. */
export function useApplyMacro(ticket: TicketDto) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (canned_reply_id: string) =>
      api.post<TicketDto>(`/tickets/${ticket.id}/apply-macro/`, { canned_reply_id }, { key: newKey() }),
    onSuccess: (fresh) => {
      patchTicket(client, ticket, fresh);
      refreshLists(client);
      void client.invalidateQueries({ queryKey: queryKeys.cannedReplies });
    },
  });
}
