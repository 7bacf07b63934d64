import type { Socket } from 'socket.io-client';
import type { ClientEvents, Mark, ServerMessages } from '@/lib/realtime/protocol';
import { token } from './ask';
import { begin, conversationOf, markRead, readThread } from './conversations';
import { flush } from './outbox';
import { change, state } from './state';

/**
 * The socket of somebody who talks: it says that something is new, and what is new is read over the API. It is loaded
 * with the first conversation; while it is down, an open conversation is asked for instead.
 */

type LiveSocket = Socket<ServerMessages, ClientEvents>;
let socket: LiveSocket | null = null;
let connectedAs: string | null = null;
let typingSince = 0;

const POLL_MS = 8_000;
const COME_BACK_MS = 2_000;
/** Writing is told again with the keys; so long after the last of them it is over. */
const TYPING_MS = 10_000;
const TELL_EVERY_MS = 3_000;

/** Connects once there is a conversation, again when the visitor has become another person. */
export async function goLive(): Promise<void> {
  const own = token();
  if (!own || state.conversations.length === 0) return;
  if (socket && connectedAs === own) return join();
  connectedAs = own;
  const { io } = await import('socket.io-client');
  socket?.disconnect();
  socket = io({ path: '/realtime', auth: { token: own } }) as LiveSocket;
  socket.on('connect', () => {
    change({ reached: true });
    joined.clear();
    join();
    void catchUp();
  });
  const current = socket;
  current.on('disconnect', (reason) => {
    change({ reached: false });
    // the house cut the line, as when he has become somebody else: it does not come back from that by itself
    if (reason === 'io server disconnect')
      setTimeout(() => socket === current && current.connect(), COME_BACK_MS);
  });
  socket.on('event', ({ ticket_id }) => refresh(ticket_id));
  socket.on('chat:seen', ({ ticket_id }) => refresh(ticket_id));
  socket.on('queue:moved', () => {
    for (const { id, state: at } of state.conversations) if (at === 'queued') refresh(id);
  });
  socket.on('mark', hearMark);
}

const joined = new Set<string>();

/** Those that go on, and the one on the screen. */
function join(): void {
  const open = state.screen.name === 'thread' ? state.screen.id : null;
  for (const { id, state: at } of state.conversations) {
    if (joined.has(id) || (at === 'ended' && id !== open)) continue;
    joined.add(id);
    socket?.emit('ticket:join', { ticket_id: id }, () => undefined);
  }
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Several events of one moment are read once. */
function refresh(id: string): void {
  if (waiting.has(id) || !conversationOf(id)) return;
  waiting.set(
    id,
    setTimeout(() => {
      waiting.delete(id);
      void readThread(id).then(readIfSeen, () => undefined);
    }, 30),
  );
}

/** What came while nobody was connected. */
async function catchUp(): Promise<void> {
  for (const { id, state: at } of state.conversations) if (at !== 'ended') refresh(id);
  if (state.screen.name === 'thread') refresh(state.screen.id);
  await flush();
}

/** What is on the screen of somebody who looks has been read. */
export function readIfSeen(): void {
  const { screen, shown } = state;
  if (screen.name === 'thread' && shown && document.visibilityState === 'visible')
    void markRead(screen.id).catch(() => undefined);
}

function hearMark({ ticket_id, person, state: act }: Mark): void {
  if (person.role === 'customer') return;
  const { [ticket_id]: _, ...others } = state.typing;
  if (act !== 'replying') {
    change({ typing: others });
    return;
  }
  const until = Date.now() + TYPING_MS;
  change({ typing: { ...others, [ticket_id]: { name: person.name, until } } });
  setTimeout(() => {
    if (state.typing[ticket_id]?.until !== until) return;
    const { [ticket_id]: _over, ...rest } = state.typing;
    change({ typing: rest });
  }, TYPING_MS);
}

/** The agent sees that something is being written, or is not any more. */
export function tellTyping(id: string, writes: boolean): void {
  const now = Date.now();
  if (!socket?.connected || (writes && now - typingSince < TELL_EVERY_MS)) return;
  if (!writes && typingSince === 0) return;
  typingSince = writes ? now : 0;
  socket.emit('ticket:typing', { ticket_id: id, state: writes ? 'replying' : 'viewing' });
}

/** Without a socket, what is on the screen is asked for; without anything on it, nothing is. */
export function keepUp(): void {
  setInterval(() => {
    if (!state.shown || socket?.connected) return;
    if (state.trouble === 'network') void begin();
    else if (state.screen.name === 'thread') refresh(state.screen.id);
  }, POLL_MS);
  addEventListener('online', () => {
    change({ reached: true });
    socket?.connect();
    void flush();
  });
  addEventListener('offline', () => change({ reached: false }));
  document.addEventListener('visibilitychange', readIfSeen);
}
