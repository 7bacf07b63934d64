import type { QueryClient } from '@tanstack/react-query';
import type { HeldMessageDto } from '@/lib/schemas/message';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { queryKeys } from './query-keys';

/** Puts a message that waits into the open ticket at once; the push that tells of it says the same. */
export function showHeld(client: QueryClient, number: number, held: HeldMessageDto): void {
  client.setQueryData<TicketDetailDto>(
    queryKeys.ticket(number),
    (detail) =>
      detail && { ...detail, held: [...(detail.held ?? []).filter(({ id }) => id !== held.id), held] },
  );
}

/** Takes it out of the open ticket: it was taken back, or left. */
export function hideHeld(client: QueryClient, number: number, id: string): void {
  client.setQueryData<TicketDetailDto>(
    queryKeys.ticket(number),
    (detail) => detail && { ...detail, held: detail.held?.filter((one) => one.id !== id) },
  );
}
