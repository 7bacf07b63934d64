import type { EventDto } from '@/lib/schemas/event';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { applyEvent } from './apply-event';

/** Takes several pushes, in their order; stops at the first hole and says so. */
export function applyEvents(
  detail: TicketDetailDto,
  events: readonly EventDto[],
): { detail: TicketDetailDto; gap: boolean } {
  let current = detail;
  for (const event of events) {
    const applied = applyEvent(current, event);
    if (applied.kind === 'gap') return { detail: current, gap: true };
    if (applied.kind === 'applied') current = applied.detail;
  }
  return { detail: current, gap: false };
}
