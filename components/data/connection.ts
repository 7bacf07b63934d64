/** Whether pushes arrive. `since` (ms of the clock) is when this state of affairs began. */
export interface Connection {
  state: 'connected' | 'connecting' | 'offline';
  since: number;
}

/** A cut shorter than this is "connecting": nothing to worry about yet. */
export const OFFLINE_AFTER_MS = 10_000;

/** A tiny store: one connection a tab, read by `useConnection`. */
export class ConnectionStore {
  #now: Connection = { state: 'connecting', since: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  get = (): Connection => this.#now;

  subscribe = (listen: () => void): (() => void) => {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  };

  connected(): void {
    clearTimeout(this.#timer);
    this.#set({ state: 'connected', since: Date.now() });
  }

  /** The line is cut; `offline` once it has been for a while, counted from the first moment. */
  lost(): void {
    if (this.#now.state !== 'connected' && this.#timer) return;
    const since = Date.now();
    this.#set({ state: 'connecting', since });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set({ state: 'offline', since }), OFFLINE_AFTER_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #set(next: Connection): void {
    this.#now = next;
    if (next.state === 'connected') this.#timer = undefined;
    for (const listen of this.#listeners) listen();
  }
}
