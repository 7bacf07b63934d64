import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import { readActor } from '../auth/read-actor';
import { newId } from '../clock';
import { noteConnections } from '../commands/note-connections';
import { noteVisitors } from '../commands/note-visitors';
import { processId } from '../env';
import { Unauthenticated } from '../errors';
import { log } from '../log';
import { socketsOpen } from '../metrics';
import { isForeignOrigin } from '../origin';
import { isStaff } from '../rules/permissions';
import { openCarrier } from './adapter';
import { type Lines, watchLines } from './lines';
import { answerMessage, leaveAll } from './messages';
import { REALTIME_PATH } from './protocol';
import type { RealtimeServer, RealtimeSocket } from './publish';
import { rooms, roomsOf } from './rooms';
import { speakThrough } from './tell-seen';

const SOCKETS_PER_PERSON = 10;
const MESSAGES_PER_SECOND = 20;
/** Beyond this a slow reader is cut off; it catches up by its event numbers when it is back. */
const UNSENT_BYTES = 4 * 1024 * 1024;
/** How long the other processes may be unheard (a restart takes less) before screens are told that they are not live. */
const DEAF_MS = 3_000;
/** Over how long the sockets are cut that have to catch up, so that they do not all come back at once. */
const CATCH_UP_MS = 1_000;

/** Puts socket.io on the web process's HTTP server. Returns it with the way to end it. */
export function attachRealtime(http: HttpServer): { io: RealtimeServer; close(): Promise<void> } {
  let deafSince: NodeJS.Timeout | undefined;
  const carrier = openCarrier({
    onLoss: () => {
      deafSince ??= setTimeout(() => breakLines(io, 'nothing is heard'), DEAF_MS);
    },
    onReturn: () => {
      clearTimeout(deafSince);
      deafSince = undefined;
      breakLines(io, 'sockets catch up');
    },
  });
  const io: RealtimeServer = new Server(http, {
    path: REALTIME_PATH,
    serveClient: false,
    maxHttpBufferSize: 64 * 1024,
    connectTimeout: 5_000,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    // production lets nobody else upgrade (server.ts); in development Next's own socket must live
    destroyUpgrade: false,
    // recovery would skip the handshake below; our event numbers heal every gap
    allowRequest: (req, decide) =>
      decide(null, !isForeignOrigin(headersOf(req), req.headers.cookie !== undefined)),
    adapter: carrier.adapter,
  });
  io.use((socket, next) => {
    // connected and deaf would look live and be stale: refused, screens say so and ask again by themselves
    if (deafSince) return next(refusal('unavailable'));
    authenticate(socket).then(
      () => next(),
      (error: unknown) => {
        // while PostgreSQL is away nobody can be known, which is no word against his credentials
        next(refusal(error instanceof Unauthenticated ? 'unauthenticated' : 'unavailable'));
      },
    );
  });
  const lines = watchLines((people) => noteConnections(processId, people));
  const visitors = watchLines(noteVisitors);
  io.on('connection', (socket) => welcome(io, socket, { staff: lines, visitors }));
  speakThrough(io);
  return {
    io,
    close: async () => {
      clearTimeout(deafSince);
      speakThrough(undefined);
      io.disconnectSockets(true);
      await lines.close();
      await visitors.close();
      await io.close();
      await carrier.close();
    },
  };
}

const refusal = (code: string) => Object.assign(new Error(code), { data: { code } });

/**
 * Breaks the line to this process's clients. They come back by themselves, through the handshake (somebody may have
 * been locked out meanwhile), and ask for what they missed by their event numbers.
 */
function breakLines(io: RealtimeServer, why: string): void {
  log.info({ sockets: io.of('/').sockets.size }, why);
  for (const { conn } of io.of('/').sockets.values())
    setTimeout(() => conn.close(), Math.random() * CATCH_UP_MS);
}

interface Headless {
  io: RealtimeServer;
  /** Resolves when all that was emitted so far is on its way; rejects when some of it is not. */
  sent(): Promise<void>;
  close(): Promise<void>;
}

/** A socket server without a port, for the worker: what it emits reaches the web processes through the carrier. */
export function headlessRealtime(): Headless {
  const carrier = openCarrier();
  const io: RealtimeServer = new Server({ adapter: carrier.adapter });
  return {
    io,
    sent: carrier.sent,
    // io.close() wants an engine, which this server never had
    close: async () => {
      await io.of('/').adapter.close();
      await carrier.close();
    },
  };
}

async function authenticate(socket: RealtimeSocket): Promise<void> {
  const { token } = socket.handshake.auth as { token?: unknown };
  const authorization =
    typeof token === 'string' ? `Bearer ${token}` : token === undefined ? null : 'Bearer ?';
  const cookie = socket.handshake.headers.cookie ?? null;
  const identity = await readActor({ authorization, cookie }, { fresh: true });
  // screens have people; machines ask the API
  if (!identity || identity.key) throw new Unauthenticated();
  socket.data = { actor: identity.actor, tab: newId() };
  const left = identity.expiresAt.getTime() - Date.now();
  // a longer timer than 24 days would fire at once
  const timer = setTimeout(() => socket.disconnect(true), Math.min(left, 86_400_000));
  socket.on('disconnect', () => clearTimeout(timer));
}

interface AllLines {
  staff: Lines;
  visitors: Lines;
}

function welcome(io: RealtimeServer, socket: RealtimeSocket, lines: AllLines): void {
  const { actor } = socket.data;
  const own = rooms.person(actor.id);
  if ((io.of('/').adapter.rooms.get(own)?.size ?? 0) >= SOCKETS_PER_PERSON) {
    socket.disconnect(true);
    return;
  }
  void socket.join(roomsOf(actor));
  socketsOpen.inc();
  if (isStaff(actor.role)) socket.once('disconnect', lines.staff.open(actor.id));
  if (actor.visitor) socket.once('disconnect', lines.visitors.open(actor.visitor.id));
  socket.on('disconnecting', () => leaveAll(io, socket));
  socket.on('disconnect', () => socketsOpen.dec());
  socket.on('error', (error) => log.debug({ err: error }, 'socket'));
  socket.use(limited(socket));
  socket.use(([name, ...args]) => answerMessage(io, socket, name as string, args));
}

/** Counts what a socket says in each second; too much is answered with an error, and so is a socket that reads nothing. */
function limited(socket: RealtimeSocket): Parameters<RealtimeSocket['use']>[0] {
  let second = 0;
  let count = 0;
  return ([, ...args], next) => {
    const now = Math.floor(Date.now() / 1_000);
    count = now === second ? count + 1 : 1;
    second = now;
    const unsent =
      (socket.conn.transport as { socket?: { bufferedAmount?: number } }).socket?.bufferedAmount ?? 0;
    if (unsent > UNSENT_BYTES) return void socket.disconnect(true);
    if (count <= MESSAGES_PER_SECOND) return next();
    const ack = args.at(-1);
    if (typeof ack === 'function')
      ack({ ok: false, error: { code: 'rate_limited', message: 'Too fast.', requestId: '' } });
    return undefined;
  };
}

function headersOf(req: IncomingMessage): Headers {
  const headers = new Headers();
  for (const name of ['origin', 'sec-fetch-site'] as const) {
    const value = req.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}
