import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';

/**
 * Joins a fetched ticket with the one on the screen. A fetch that was overtaken by events is dropped (it started
 * before them); older messages that were loaded on demand stay, as long as the two windows touch.
 */
export function mergeDetail(shown: TicketDetailDto | undefined, fetched: TicketDetailDto): TicketDetailDto {
  if (!shown || shown.id !== fetched.id) return fetched;
  if (shown.last_seq > fetched.last_seq) return shown;
  // whole, so whatever else is shown went to another ticket
  if (fetched.messages_next === null) return fetched;
  const first = fetched.messages[0];
  const at = first ? shown.messages.findIndex((one) => one.id === first.id) : -1;
  if (at <= 0) return fetched;
  return {
    ...fetched,
    messages: [...shown.messages.slice(0, at), ...fetched.messages],
    messages_next: shown.messages_next,
  };
}
