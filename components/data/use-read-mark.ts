'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { api } from './api';
import { patchTicket } from './patch-ticket';
import { queryKeys } from './query-keys';

/** A look shorter than this is passing through. */
const LOOK_MS = 600;

/** While the ticket is open and the tab is seen, `newest` (its newest message) counts as read. */
export function useReadMark({ id, number }: TicketDetailDto, newest: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!newest) return;
    let read = false;
    const look = () => {
      if (read || document.visibilityState !== 'visible') return;
      read = true;
      api.put(`/tickets/${id}/read/`, { message_id: newest }).then(
        () => patchTicket(client, { id, number }, { is_unread: false }),
        () => {
          // said again at the next look
          read = false;
        },
      );
    };
    const timer = setTimeout(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      if (!read) return;
      // opened again from what is kept, it has no news
      client.setQueryData<TicketDetailDto>(
        queryKeys.ticket(number),
        (detail) => detail && { ...detail, read_up_to: newest },
      );
    };
  }, [client, id, number, newest]);
}

/** Puts the mark back. The list shows it at once. */
export function useMarkUnread() {
  const client = useQueryClient();
  return useCallback(
    async (ticket: { id: string; number: number }) => {
      await api.delete(`/tickets/${ticket.id}/read/`);
      client.removeQueries({ queryKey: queryKeys.ticket(ticket.number), type: 'inactive' });
      void client.invalidateQueries({ queryKey: queryKeys.ticketLists });
    },
    [client],
  );
}
