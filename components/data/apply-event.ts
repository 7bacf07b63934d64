import type { EventDto } from '@/lib/schemas/event';
import type { HeldMessageDto } from '@/lib/schemas/message';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';

/**
 * Takes one recorded push into what a screen knows of a ticket.
 *
 * `last_seq` of the detail is the number of the last event that is *in* it; only a fetch and this function move it.
 * The next number applies, a known one is a duplicate, a later one means that something was missed: then the caller
 * asks again for everything since `last_seq`. So after any order of arrivals the screen equals a fresh fetch.
 */
export type Applied =
  | { kind: 'applied'; detail: TicketDetailDto }
  | { kind: 'duplicate' }
  | { kind: 'gap'; since: number };

export function applyEvent(detail: TicketDetailDto, event: EventDto): Applied {
  if (event.ticket_id !== detail.id || event.seq <= detail.last_seq) return { kind: 'duplicate' };
  if (event.seq > detail.last_seq + 1) return { kind: 'gap', since: detail.last_seq };
  const { message, ticket } = event.data;
  return {
    kind: 'applied',
    detail: {
      ...detail,
      ...ticket,
      // Several events of one commit carry the ticket as it is after all of them: the event's own number counts.
      last_seq: event.seq,
      messages: message ? withMessage(detail, message) : detail.messages,
      ...(detail.held ? { held: heldAfter(detail.held, event) } : {}),
      messages_next: detail.messages_next,
    },
  };
}

/** What waits to leave: news of one comes with it as it is now, or without it when it is over; then it is a message. */
function heldAfter(
  before: readonly HeldMessageDto[],
  { data: { held, held_id, message } }: EventDto,
): HeldMessageDto[] {
  const id = held_id ?? message?.id;
  return [...before.filter((one) => one.id !== id), ...(held ? [held] : [])];
}

type Message = TicketDetailDto['messages'][number];

/** A known message is replaced in its place (its delivery may have changed), a new one comes last. */
function withMessage({ messages, messages_next }: TicketDetailDto, message: Message): Message[] {
  const known = messages.findIndex((one) => one.id === message.id);
  if (known !== -1) return messages.with(known, message);
  // News of a message before the loaded window: it is read when that page is asked for.
  const first = messages[0];
  if (first && messages_next !== null && message.created_at < first.created_at) return messages;
  return [...messages, message];
}
