import { io, type Socket } from 'socket.io-client';
import { NotFound, RateLimited, Unauthenticated } from '../../errors';
import type { ClientEvents, JoinAck, ServerMessages } from '../../realtime/protocol';
import { REALTIME_PATH } from '../../realtime/protocol';
import type { EventDto } from '../../schemas/event';

interface Ear {
  /** An event of the ticket, each once and in its order. */
  onEvent(event: EventDto): void;
  /** Heard from now on, and after each hole too large for single events: the messages as they are shall be read. */
  onFresh(): void;
  /** It is over: the login ended, the ticket is no longer his to see, too many lines. */
  onEnd(why: Unauthenticated | NotFound | RateLimited): void;
}

const AGAIN_MS = 300;
/** Who is sent away so often without a word has too many lines. */
const REFUSED_AT_MOST = 3;

/**
 * Hears one ticket as its person's screens do: through /realtime of this process, so that permissions, the end of a
 * login, events of other processes and gaps are what they are there.
 *
 * @returns how to stop it.
 */
export function hearTicket(url: string, token: string, ticketId: string, ear: Ear): () => void {
  const socket: Socket<ServerMessages, ClientEvents> = io(url, {
    ...{ path: REALTIME_PATH, forceNew: true, transports: ['websocket'], auth: { token } },
    ...{ reconnectionDelay: 200, reconnectionDelayMax: 2_000 },
  });
  let seq: number | undefined;
  let joining = false;
  let refused = 0;
  const later = (what: () => void) => setTimeout(what, AGAIN_MS).unref();

  const take = (event: EventDto) => {
    if (event.seq <= seq!) return;
    seq = event.seq;
    ear.onEvent(event);
  };
  const answered = (ack: JoinAck) => {
    joining = false;
    if (!ack.ok) {
      if (ack.error.code === 'not_found') ear.onEnd(new NotFound());
      else later(join);
      return;
    }
    refused = 0;
    const isFresh = seq === undefined || ack.reload;
    if (isFresh) seq = ack.last_seq;
    for (const event of ack.events) take(event);
    if (isFresh) ear.onFresh();
  };
  function join(): void {
    if (joining || !socket.connected) return;
    joining = true;
    const since = seq === undefined ? {} : { since: seq };
    socket.emit('ticket:join', { ticket_id: ticketId, ...since }, answered);
  }

  socket.on('connect', join);
  socket.on('event', (event) => {
    if (event.ticket_id !== ticketId || joining || seq === undefined) return;
    if (event.seq > seq + 1) join();
    else take(event);
  });
  socket.on('ticket:gone', ({ ticket_id }) => {
    if (ticket_id === ticketId) ear.onEnd(new NotFound());
  });
  socket.on('disconnect', (reason) => {
    joining = false;
    if (reason !== 'io server disconnect') return;
    refused += 1;
    // sent away: a changed workspace lets him in again, an ended login does not
    if (refused > REFUSED_AT_MOST)
      ear.onEnd(new RateLimited(10, 'too_many_sockets', 'Too many sockets of one person.'));
    else later(() => socket.connect());
  });
  socket.on('connect_error', (error) => {
    const code = (error as { data?: { code?: string } }).data?.code;
    if (code === 'unauthenticated') ear.onEnd(new Unauthenticated());
    else if (code === 'unavailable') later(() => socket.connect());
  });
  return () => void socket.disconnect();
}
