import { z } from 'zod';
import type { EventDto } from '../schemas/event';
import type { ProblemDto } from '../schemas/problem';
import { ticketRef } from '../schemas/ticket';

/** The socket's path and words; browser and server import this one file. */
export const REALTIME_PATH = '/realtime';

const seq = z.number().int().min(0).max(2_000_000_000);

/** What a client may say. Anything else is answered with an error ack, never with an exception. */
export const clientMessages = {
  'ticket:join': z.strictObject({ ticket_id: ticketRef, since: seq.optional() }),
  'ticket:leave': z.strictObject({ ticket_id: ticketRef }),
  'ticket:typing': z.strictObject({
    ticket_id: ticketRef,
    state: z.enum(['open', 'viewing', 'replying', 'noting']),
  }),
  /** Staff: the tickets whose rows are on the screen, in place of those told before. */
  'marks:watch': z.strictObject({ ticket_ids: z.array(z.uuid()).max(100) }),
  /** This person has read notices: his other screens shall know. */
  'notices:read': z.strictObject({}),
} as const;
export type ClientMessage = keyof typeof clientMessages;

export type Ack<T = unknown> = ({ ok: true } & T) | { ok: false; error: ProblemDto['error'] };

/**
 * Answer to `ticket:join`. `events` are those after `since`, in order and without a hole; `reload` says that there
 * were too many and the client shall fetch. `marks` are who is there now.
 */
export type JoinAck = Ack<{
  ticket_id: string;
  last_seq: number;
  events: EventDto[];
  reload: boolean;
  marks: Mark[];
}>;

/**
 * Who has a ticket open, and what he does there: `open` is in a window that he does not look at. Not recorded; harmless
 * when lost, since it is told again every 15 seconds and is over after 40.
 */
export interface Mark {
  ticket_id: string;
  person: { id: string; name: string; role: string };
  /** The window it is of: a person may have several. */
  tab: string;
  state: 'open' | 'viewing' | 'replying' | 'noting' | 'gone';
}

/** How a draft comes along, told to the person who asked for it alone. Not recorded; the draft's address has it whole. */
export interface DraftSignal {
  draft_id: string;
  ticket_id: string;
  /** What is new of its text. */
  delta?: string;
  done?: true;
  error?: { code: string; retry_after: number | null };
}

export interface ServerMessages {
  /** A recorded event: the next `seq` of its ticket for this audience. */
  event: (event: EventDto) => void;
  /** The ticket is no longer this person's to see; open views close. */
  'ticket:gone': (hint: { ticket_id: string }) => void;
  /**
   * A ticket in some list of this person changed, came or went, or many at once (null): lists fetch again. After
   * `REMOVING_EVENTS` so do tickets that are open: they may be gone.
   */
  'list:changed': (hint: { ticket_id: string | null; type: string }) => void;
  /** Something rings at this person, or does not any more, or his wrap-up began or ended: `GET /api/me/offers/` has it. */
  'offers:changed': () => void;
  /** This person's own row changed (availability, limits). */
  'me:changed': () => void;
  /** Settings, topics, canned replies or the like are others now: screens of staff fetch them again. */
  'workspace:changed': () => void;
  /** Staff: something else is known about this customer, or about several (null): what is on the screen is fetched again. */
  'customers:changed': (hint: { customer_id: string | null }) => void;
  /** Somebody of the staff is there, or is not any more: lists of colleagues fetch again. */
  'people:changed': () => void;
  mark: (mark: Mark) => void;
  /** This person has been told something, or has read it elsewhere: the bell is fetched again. */
  'notices:changed': () => void;
  draft: (signal: DraftSignal) => void;
  /** Of a chat: the other side has read up to this message. */
  'chat:seen': (hint: { ticket_id: string; message_id: string }) => void;
  /** Customers who wait: somebody was given out or left the queue. Says no more; each page reads its own place again. */
  'queue:moved': () => void;
  /** A probe of the system page has come all the way. */
  probe: (probe: { id: string }) => void;
}
export interface ClientEvents {
  'ticket:join': (input: unknown, ack: (answer: JoinAck) => void) => void;
  'ticket:leave': (input: unknown, ack?: (answer: Ack) => void) => void;
  'ticket:typing': (input: unknown, ack?: (answer: Ack) => void) => void;
  'marks:watch': (input: unknown, ack?: (answer: Ack<{ marks: Mark[] }>) => void) => void;
  'notices:read': (input: unknown, ack?: (answer: Ack) => void) => void;
}
