'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { newKey } from './new-key';
import { patchTicket } from './patch-ticket';
import { refreshLists } from './refresh-lists';
import type { TicketRef } from './ticket-filters';

export interface Assignment {
  /** Null puts the ticket back into the queue. */
  assignee: { id: string; name: string } | null;
  key: string;
}

/** Gives the ticket to a person or to nobody. The answer's `warnings` name limits that were passed over. */
export function useAssign(ticket: TicketRef) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ assignee, key }: Assignment) =>
      api.post<TicketDto & { warnings: string[] }>(
        `/tickets/${ticket.id}/assign/`,
        { assigned_agent: assignee?.id ?? null },
        { key },
      ),
    onMutate: ({ assignee }) => ({
      undo: patchTicket(client, ticket, {
        assigned_agent: assignee?.id ?? null,
        assigned_agent_name: assignee?.name ?? null,
      }),
    }),
    onError: (_error, _input, context) => context?.undo(),
    onSuccess: ({ warnings: _, ...fresh }) => {
      patchTicket(client, ticket, fresh);
      refreshLists(client);
    },
  });
  return {
    ...mutation,
    assign: (assignee: Assignment['assignee']) => mutation.mutate({ assignee, key: newKey() }),
    assignAsync: (assignee: Assignment['assignee']) => mutation.mutateAsync({ assignee, key: newKey() }),
  };
}
