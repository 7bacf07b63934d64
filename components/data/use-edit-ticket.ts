'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EditTicketInput, TicketDto } from '@/lib/schemas/ticket';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { api } from './api';
import { ApiError } from './api-error';
import { patchTicket } from './patch-ticket';
import { queryKeys } from './query-keys';
import { refreshLists } from './refresh-lists';
import type { TicketRef } from './ticket-filters';

type Edit = Omit<EditTicketInput, 'version'>;

/**
 * Changes subject, priority, topic or languages. Sends the version that the screen shows; if somebody was faster
 * (`version_conflict`) the screen shows his version and the error is left to the caller.
 */
export function useEditTicket(ticket: TicketRef & Pick<TicketDto, 'version'>) {
  const client = useQueryClient();
  return useMutation({
    // One edit of a ticket at a time: each needs the version that the one before made.
    scope: { id: `edit-${ticket.id}` },
    mutationFn: (edit: Edit) => {
      const shown = client.getQueryData<TicketDetailDto>(queryKeys.ticket(ticket.number));
      const version = Math.max(ticket.version, shown?.version ?? 0);
      return api.patch<TicketDto>(`/tickets/${ticket.id}/`, { ...edit, version });
    },
    onMutate: (edit) => ({ undo: patchTicket(client, ticket, edit) }),
    onError: (error, _edit, context) => {
      context?.undo();
      const current = error instanceof ApiError && error.details.current;
      if (current && typeof current === 'object') patchTicket(client, ticket, current as TicketDto);
      else void client.invalidateQueries({ queryKey: queryKeys.ticket(ticket.number) });
    },
    onSuccess: (fresh) => {
      patchTicket(client, ticket, fresh);
      refreshLists(client);
    },
  });
}
