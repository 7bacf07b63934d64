import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { queryKeys } from './query-keys';
import type { TicketRef } from './ticket-filters';

/**
 * Writes facts about a ticket into every place that shows it: the open ticket and the rows of all lists.
 * `last_seq` is never taken from here: only events and fetches know what has been seen (`apply-event.ts`).
 * Returns a function that puts the former values of exactly these facts back.
 */
export function patchTicket(client: QueryClient, ticket: TicketRef, facts: Partial<TicketDto>): () => void {
  const { last_seq: answeredAt, ...safe } = facts;
  const names = Object.keys(safe) as (keyof typeof safe)[];
  let former: Partial<TicketDto> | null = null;
  const write = (next: Partial<TicketDto>) => {
    const patched = <T extends TicketDto>(one: T): T => {
      // An answer that events have overtaken says less than the screen knows.
      if (answeredAt !== undefined && one.last_seq > answeredAt) return one;
      former ??= Object.fromEntries(names.map((name) => [name, one[name]]));
      return { ...one, ...next };
    };
    client.setQueryData<TicketDetailDto>(
      queryKeys.ticket(ticket.number),
      (detail) => detail && patched(detail),
    );
    client.setQueriesData<InfiniteData<{ results: TicketDto[]; next: string | null }>>(
      { queryKey: queryKeys.ticketLists },
      (lists) => {
        if (!lists?.pages.some((page) => page.results.some((row) => row.id === ticket.id))) return lists;
        return {
          ...lists,
          pages: lists.pages.map((page) => ({
            ...page,
            results: page.results.map((row) => (row.id === ticket.id ? patched(row) : row)),
          })),
        };
      },
    );
  };
  write(safe);
  return () => {
    if (former) write(former);
    // Events may have come between: the server has the last word.
    void client.invalidateQueries({ queryKey: queryKeys.ticket(ticket.number) });
  };
}
