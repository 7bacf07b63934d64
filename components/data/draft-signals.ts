import type { Socket } from 'socket.io-client';
import type { ClientEvents, DraftSignal, ServerMessages } from '@/lib/realtime/protocol';

/** Drafts whose first words may come before the answer that names them. */
const KEPT = 8;

/** What the socket tells about drafts, for whoever shows one. Harmless when lost: the draft's address has it whole. */
export class DraftSignals {
  readonly #early = new Map<string, DraftSignal[]>();
  readonly #hearers = new Map<string, (signal: DraftSignal) => void>();

  attach(socket: Socket<ServerMessages, ClientEvents>): void {
    socket.on('draft', (signal) => {
      const hearer = this.#hearers.get(signal.draft_id);
      if (hearer) return hearer(signal);
      this.#early.set(signal.draft_id, [...(this.#early.get(signal.draft_id) ?? []), signal]);
      const [oldest] = this.#early.keys();
      if (this.#early.size > KEPT && oldest !== undefined) this.#early.delete(oldest);
    });
  }

  /** Hears of one draft, what was told already first, until the returned function is called. */
  hear(draftId: string, hearer: (signal: DraftSignal) => void): () => void {
    this.#hearers.set(draftId, hearer);
    for (const signal of this.#early.get(draftId) ?? []) hearer(signal);
    this.#early.delete(draftId);
    return () => void this.#hearers.delete(draftId);
  }
}
