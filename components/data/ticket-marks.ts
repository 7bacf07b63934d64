import type { Socket } from 'socket.io-client';
import type { ClientEvents, Mark, ServerMessages } from '@/lib/realtime/protocol';
import { type Heard, standingMarks } from './standing-marks';

type LiveSocket = Socket<ServerMessages, ClientEvents>;
export type Doing = 'viewing' | 'replying' | 'noting';

const HEARTBEAT_MS = 15_000;
/** How often it is looked whether something has lapsed. */
const LOOK_MS = 2_000;
const WATCH_MS = 250;
const NOBODY: readonly Mark[] = [];

/**
 * Who is at which ticket, and what this window says of its own. Harmless when lost: everybody repeats himself, and what
 * is not repeated lapses. To a window that is new at a ticket the others answer at once, whatever process they are on.
 */
export class TicketMarks {
  readonly #meId: string;
  readonly #heard = new Map<string, Map<string, Heard>>();
  readonly #standing = new Map<string, readonly Mark[]>();
  readonly #mine = new Map<string, Doing>();
  readonly #answering = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #watched: readonly string[] = [];
  #watching: ReturnType<typeof setTimeout> | undefined;
  #socket: LiveSocket | null = null;

  constructor(meId: string) {
    this.#meId = meId;
  }

  attach(socket: LiveSocket, aborted: AbortSignal): void {
    this.#socket = socket;
    socket.on('mark', (mark) => this.#take(mark));
    socket.on('connect', () => {
      if (this.#watched.length > 0) this.#watch();
    });
    socket.on('disconnect', () => {
      this.#heard.clear();
      this.#look();
    });
    const timers = [
      setInterval(() => this.#look(), LOOK_MS),
      setInterval(() => this.#sayAll(), HEARTBEAT_MS),
    ];
    const onVisible = () => this.#sayAll();
    document.addEventListener('visibilitychange', onVisible);
    aborted.addEventListener('abort', () => {
      timers.forEach(clearInterval);
      clearTimeout(this.#watching);
      document.removeEventListener('visibilitychange', onVisible);
    });
  }

  /** This window shows the ticket. What its person does there is told once it has joined. */
  opened(ticketId: string): void {
    this.#mine.set(ticketId, 'viewing');
  }

  /** The ticket was joined by this window: these are the others. */
  joined(ticketId: string, marks: readonly Mark[]): void {
    for (const mark of marks) this.#hear(mark);
    this.#look();
    this.#say(ticketId);
  }

  left(ticketId: string): void {
    this.#mine.delete(ticketId);
    if (!this.#watched.includes(ticketId)) this.#heard.delete(ticketId);
    this.#look();
  }

  /** Tells the others what this person does here. */
  announce(ticketId: string, doing: Doing): void {
    if (!this.#mine.has(ticketId)) return;
    this.#mine.set(ticketId, doing);
    this.#say(ticketId);
  }

  /** The tickets whose rows are on the screen. */
  watch(ticketIds: readonly string[]): void {
    this.#watched = ticketIds;
    for (const id of this.#heard.keys())
      if (!this.#mine.has(id) && !ticketIds.includes(id)) this.#heard.delete(id);
    clearTimeout(this.#watching);
    this.#watching = setTimeout(() => this.#watch(), WATCH_MS);
  }

  of(ticketId: string): readonly Mark[] {
    return this.#standing.get(ticketId) ?? NOBODY;
  }

  subscribe = (listen: () => void): (() => void) => {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  };

  #watch(): void {
    if (!this.#socket?.connected) return;
    this.#socket.emit('marks:watch', { ticket_ids: this.#watched.slice(0, 100) }, (ack) => {
      if (!ack.ok) return;
      for (const mark of ack.marks) this.#hear(mark);
      this.#look();
    });
  }

  #take(mark: Mark): void {
    const isNew = mark.state !== 'gone' && !this.#heard.get(mark.ticket_id)?.has(mark.tab);
    this.#hear(mark);
    this.#look();
    if (isNew && this.#mine.has(mark.ticket_id)) this.#answer(mark.ticket_id);
  }

  /** One answer serves all who come together. */
  #answer(ticketId: string): void {
    if (this.#answering.has(ticketId)) return;
    this.#answering.add(ticketId);
    setTimeout(() => {
      this.#answering.delete(ticketId);
      this.#say(ticketId);
    }, 300 * Math.random());
  }

  #hear(mark: Mark): void {
    if (mark.person.id === this.#meId) return;
    const tabs = this.#heard.get(mark.ticket_id) ?? new Map<string, Heard>();
    tabs.set(mark.tab, { mark, at: Date.now() });
    this.#heard.set(mark.ticket_id, tabs);
  }

  #sayAll(): void {
    for (const id of this.#mine.keys()) this.#say(id);
  }

  #say(ticketId: string): void {
    const doing = this.#mine.get(ticketId);
    if (!doing || !this.#socket?.connected) return;
    const state = doing === 'viewing' && document.visibilityState === 'hidden' ? 'open' : doing;
    this.#socket.volatile.emit('ticket:typing', { ticket_id: ticketId, state });
  }

  /** Draws anew what has changed or lapsed; a ticket whose marks stand as they did keeps its list. */
  #look(): void {
    const now = Date.now();
    let changed = false;
    for (const id of new Set([...this.#standing.keys(), ...this.#heard.keys()])) {
      const before = this.of(id);
      const marks = standingMarks(this.#heard.get(id)?.values() ?? [], now);
      if (keyOf(marks) === keyOf(before)) continue;
      changed = true;
      if (marks.length > 0) this.#standing.set(id, marks);
      else this.#standing.delete(id);
    }
    if (changed) for (const listen of this.#listeners) listen();
  }
}

const keyOf = (marks: readonly Mark[]): string =>
  marks.map(({ person, state }) => `${person.id} ${state}`).join();
