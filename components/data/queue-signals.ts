import type { Socket } from 'socket.io-client';
import type { ClientEvents, ServerMessages } from '@/lib/realtime/protocol';

/** What the socket tells those who wait: the queue moved. */
export class QueueSignals {
  readonly #listeners = new Set<() => void>();

  attach(socket: Socket<ServerMessages, ClientEvents>): void {
    socket.on('queue:moved', () => {
      for (const listen of this.#listeners) listen();
    });
  }

  subscribe = (listen: () => void): (() => void) => {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  };
}
