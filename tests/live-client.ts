import { io, type Socket } from 'socket.io-client';
import { applyEvents } from '@/components/data/apply-events';
import type { Ack, ClientEvents, JoinAck, ServerMessages } from '@/lib/realtime/protocol';
import type { EventDto } from '@/lib/schemas/event';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import type { ApiClient } from './factories';

/** A real socket as a program opens it; keeps all that it heard. */
export interface LiveClient {
  socket: Socket<ServerMessages, ClientEvents>;
  heard: { name: string; data: unknown }[];
  /** Recorded events of all tickets, as they came. */
  events: EventDto[];
  join(ticketId: string, since?: number): Promise<JoinAck>;
  /** Any message at all, with its ack; null when none came within the time. */
  say(name: string, ...args: unknown[]): Promise<Ack | null>;
  /** Breaks the line without a word, as a lost network does; the client comes back by itself. */
  cut(): void;
  close(): void;
}

interface Options {
  token?: unknown;
  reconnection?: boolean;
  headers?: Record<string, string>;
  transports?: ('polling' | 'websocket')[];
}

/** Opens a socket and does not wait for it. */
export function openLive(
  url: string,
  { token, reconnection = true, headers, transports }: Options = {},
): LiveClient {
  const socket: LiveClient['socket'] = io(url, {
    path: '/realtime',
    forceNew: true,
    transports: transports ?? ['websocket'],
    auth: token === undefined ? {} : { token },
    reconnection,
    reconnectionDelay: 100,
    reconnectionDelayMax: 500,
    ...(headers ? { extraHeaders: headers } : {}),
  });
  const heard: LiveClient['heard'] = [];
  const events: EventDto[] = [];
  socket.onAny((name: string, data: unknown) => heard.push({ name, data }));
  socket.on('event', (event) => events.push(event));
  // the server's own goodbye is not followed by a new try; a program that wants to go on says so
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect' && reconnection) setTimeout(() => socket.connect(), 100);
  });
  const say: LiveClient['say'] = (name, ...args) =>
    (socket as Socket)
      .timeout(5_000)
      .emitWithAck(name, ...args)
      .catch(() => null);
  socket.on('connect_error', (error) => {
    const { code } = (error as { data?: { code?: string } }).data ?? {};
    if (code === 'unavailable' && reconnection) setTimeout(() => socket.connect(), 100);
  });
  return {
    socket,
    heard,
    events,
    say,
    join: (ticket_id, since) =>
      say('ticket:join', { ticket_id, ...(since === undefined ? {} : { since }) }) as Promise<JoinAck>,
    cut: () => socket.io.engine.close(),
    close: () => void socket.disconnect(),
  };
}

/** Opens a socket for a signed-in person; resolves when it is connected. */
export async function connectLive(url: string, client: ApiClient): Promise<LiveClient> {
  const live = openLive(url, { token: client.token });
  await new Promise<void>((resolve, reject) => {
    live.socket.once('connect', resolve);
    live.socket.once('connect_error', reject);
  });
  return live;
}

/**
 * One open ticket on a screen: fetched once, then kept by pushes, with a join at each new connection and at each hole
 * in the numbers. Uses the product's own way of applying events.
 */
export class Screen {
  detail: TicketDetailDto | null = null;
  /** Numbers in the order in which they were shown; must grow by one. */
  readonly shown: number[] = [];
  /** How often the whole ticket was fetched again after the first time. */
  fetches = -1;
  private joining = false;
  private again = false;
  private early: EventDto[] = [];

  constructor(
    private readonly live: LiveClient,
    private readonly client: ApiClient,
    private readonly ticketId: string,
  ) {}

  async open(): Promise<void> {
    await this.fetch();
    this.live.socket.on('connect', () => void this.join());
    this.live.socket.on('event', (event) => {
      if (event.ticket_id !== this.ticketId) return;
      if (this.joining) this.early.push(event);
      else if (this.apply([event])) void this.join();
    });
    await this.join();
  }

  private async fetch(): Promise<void> {
    const answer = await this.client.get(`/tickets/${this.ticketId}/`);
    if (answer.status !== 200) return;
    this.detail = answer.body as unknown as TicketDetailDto;
    this.fetches += 1;
  }

  private async join(): Promise<void> {
    this.again = true;
    if (this.joining) return;
    this.joining = true;
    while (this.again && this.live.socket.connected) {
      this.again = false;
      const ack = await this.live.join(this.ticketId, this.detail?.last_seq);
      const early = this.early.splice(0);
      if (!ack?.ok) {
        this.again = ack === null || ack.error.code === 'rate_limited' || ack.error.code === 'unavailable';
        if (this.again) await new Promise((resolve) => setTimeout(resolve, 300));
        continue;
      }
      if (ack.reload || this.apply([...ack.events, ...early])) {
        await this.fetch();
        this.again = true;
      }
    }
    this.joining = false;
  }

  /** True when a hole was met. */
  private apply(events: readonly EventDto[]): boolean {
    if (!this.detail) return true;
    const before = this.detail.last_seq;
    const { detail, gap } = applyEvents(this.detail, events);
    this.detail = detail;
    for (const { seq } of events)
      if (seq > before && seq <= detail.last_seq && !this.shown.includes(seq)) this.shown.push(seq);
    return gap;
  }
}
