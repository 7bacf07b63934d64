import type { TicketRef } from '@/components/data/ticket-filters';
import type { HeldMessageDto } from '@/lib/schemas/message';
import type { DraftKind } from '@/lib/schemas/values';

/** A message of this person that can still be taken back. */
export interface Sent {
  ticket: TicketRef;
  kind: DraftKind;
  held: HeldMessageDto;
  /** By this machine's clock. */
  until: number;
  /** What the draft does not remember. */
  caret: number;
}

let last: Sent | null = null;
/** Where a text came back to: the composer there opens with it. */
let back: { ticketId: string; kind: DraftKind } | null = null;
const takenBack = new Set<string>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listen of listeners) listen();
};

/** The last message that was sent with a time to undo, whichever ticket is open by now. */
export const sentLately = {
  last: (): Sent | null => last,
  put(sent: Sent): void {
    last = sent;
    tell();
  },
  forget(id: string): void {
    if (last?.held.id !== id) return;
    last = null;
    tell();
  },
  wasTakenBack: (id: string): boolean => takenBack.has(id),
  cameBack(ticketId: string, kind: DraftKind, id: string): void {
    takenBack.add(id);
    back = { ticketId, kind };
    tell();
  },
  /** Asked once by the composer of that ticket. */
  takeBack(ticketId: string): DraftKind | null {
    if (back?.ticketId !== ticketId) return null;
    const { kind } = back;
    back = null;
    return kind;
  },
  subscribe(listen: () => void): () => void {
    listeners.add(listen);
    return () => listeners.delete(listen);
  },
};
