import type { Socket } from 'socket.io-client';
import type { ClientEvents, ServerMessages } from '@/lib/realtime/protocol';

/** What the socket tells about the bell; and what this window tells the person's others. */
export class BellSignals {
  #socket: Socket<ServerMessages, ClientEvents> | null = null;

  attach(socket: Socket<ServerMessages, ClientEvents>, onChange: () => void): void {
    this.#socket = socket;
    socket.on('notices:changed', onChange);
  }

  /** Notices were read here: the other windows count anew. */
  read(): void {
    this.#socket?.emit('notices:read', {});
  }
}
