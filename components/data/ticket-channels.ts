import type { QueryClient } from '@tanstack/react-query';
import type { Socket } from 'socket.io-client';
import type { ClientEvents, JoinAck, ServerMessages } from '@/lib/realtime/protocol';
import { MOVING_EVENTS } from '@/lib/rules/moving-events';
import type { EventDto } from '@/lib/schemas/event';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { applyEvents } from './apply-events';
import { queryKeys } from './query-keys';
import type { TicketRef } from './ticket-filters';
import type { TicketMarks } from './ticket-marks';
import type { TicketHistory } from './use-ticket-events';

type LiveSocket = Socket<ServerMessages, ClientEvents>;

interface Channel {
  ticket: TicketRef;
  /** Components that show this ticket. */
  viewers: number;
  /** A join is under way: pushes wait in `early` until its answer is in. */
  joining: boolean;
  early: EventDto[];
}

const JOIN_PATIENCE_MS = 4_000;
const REJOIN_MS = 1_000;

/**
 * The open tickets of this tab. Each is joined with the number of the last event that its screen has; what was
 * missed comes with the answer. A hole in the numbers joins again; `reload` fetches. So after any cut, however long,
 * the screen equals a fresh fetch.
 */
export class TicketChannels {
  readonly #client: QueryClient;
  readonly #marks: TicketMarks;
  readonly #channels = new Map<string, Channel>();
  #socket: LiveSocket | null = null;

  constructor(client: QueryClient, marks: TicketMarks) {
    this.#client = client;
    this.#marks = marks;
  }

  attach(socket: LiveSocket): void {
    this.#socket = socket;
    socket.on('event', (event) => this.#take(event));
    socket.on('connect', () => {
      for (const channel of this.#channels.values()) this.#join(channel);
    });
  }

  /** Shows this ticket live until the returned function is called. */
  open(ticket: TicketRef): () => void {
    const channel = this.#channels.get(ticket.id) ?? {
      ticket,
      viewers: 0,
      joining: false,
      early: [],
    };
    this.#channels.set(ticket.id, channel);
    channel.viewers += 1;
    if (channel.viewers === 1) {
      this.#marks.opened(ticket.id);
      this.#join(channel);
    }
    return () => {
      channel.viewers -= 1;
      if (channel.viewers > 0) return;
      this.#channels.delete(ticket.id);
      this.#marks.left(ticket.id);
      if (this.#socket?.connected) this.#socket.emit('ticket:leave', { ticket_id: ticket.id });
    };
  }

  #detail(channel: Channel): TicketDetailDto | undefined {
    return this.#client.getQueryData<TicketDetailDto>(queryKeys.ticket(channel.ticket.number));
  }

  #join(channel: Channel): void {
    const socket = this.#socket;
    if (!socket?.connected || channel.joining) return;
    channel.joining = true;
    const since = this.#detail(channel)?.last_seq;
    socket
      .timeout(JOIN_PATIENCE_MS)
      .emit('ticket:join', { ticket_id: channel.ticket.id, since }, (lost: Error | null, ack: JoinAck) => {
        channel.joining = false;
        if (this.#channels.get(channel.ticket.id) !== channel) return;
        if (lost) {
          if (socket.connected) setTimeout(() => this.#rejoin(channel), REJOIN_MS);
        } else this.#joined(channel, ack);
      });
  }

  #rejoin(channel: Channel): void {
    if (this.#channels.get(channel.ticket.id) === channel) this.#join(channel);
  }

  #joined(channel: Channel, ack: JoinAck): void {
    const early = channel.early;
    channel.early = [];
    if (!ack.ok) {
      // Too many joins are tried again; a ticket that is not ours (any more) is fetched, and that says it.
      if (ack.error.code === 'rate_limited') setTimeout(() => this.#rejoin(channel), 2 * REJOIN_MS);
      else this.#fetch(channel);
      return;
    }
    this.#marks.joined(channel.ticket.id, ack.marks);
    const detail = this.#detail(channel);
    const behind = !ack.reload && detail !== undefined && this.#apply(channel, [...ack.events, ...early]);
    const now = this.#detail(channel);
    if (!now || ack.reload || behind || now.last_seq < ack.last_seq) this.#fetch(channel);
  }

  #take(event: EventDto): void {
    const channel = this.#channels.get(event.ticket_id);
    if (!channel) return;
    if (channel.joining) channel.early.push(event);
    else if (this.#apply(channel, [event])) this.#join(channel);
  }

  /** Applies to the open ticket and its history; true when a hole was met. */
  #apply(channel: Channel, events: EventDto[]): boolean {
    const { number } = channel.ticket;
    const detail = this.#detail(channel);
    if (!detail) return false;
    const { detail: next, gap } = applyEvents(detail, events);
    if (next === detail) return gap;
    this.#client.setQueryData(queryKeys.ticket(number), next);
    const fresh = events.filter((event) => event.seq > detail.last_seq && event.seq <= next.last_seq);
    this.#client.setQueryData<TicketHistory>(queryKeys.ticketEvents(number), (history) => {
      if (!history) return history;
      const last = history.results.at(-1)?.seq ?? 0;
      return { ...history, results: [...history.results, ...fresh.filter((event) => event.seq > last)] };
    });
    // messages came or went otherwise than by being written: the conversation is read anew
    if (fresh.some(({ type }) => MOVING_EVENTS.has(type)))
      void this.#client.invalidateQueries({ queryKey: queryKeys.ticket(number) });
    // what customers said stands beside the ticket as well
    if (fresh.some(({ type }) => type === 'ticket.rated'))
      void this.#client.invalidateQueries({ queryKey: queryKeys.ticketContext(number) });
    return gap;
  }

  #fetch(channel: Channel): void {
    const { number } = channel.ticket;
    void this.#client.invalidateQueries({ queryKey: queryKeys.ticket(number) });
    void this.#client.invalidateQueries({ queryKey: queryKeys.ticketEvents(number) });
  }
}
