import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import next from 'next';
import { answerBoard, isBoardPath, mayOpenBoard } from '@/lib/api/answer-board';
import { answerLabSite } from '@/lib/api/answer-lab-site';
import { answerWidget } from '@/lib/api/answer-widget';
import { api } from '@/lib/api/app';
import { nextAuth } from '@/lib/api/next-auth';
import { attachPlainSockets } from '@/lib/api/plain-socket/attach-plain-sockets';
import { problem, problemResponse } from '@/lib/api/problem';
import { isNextAuthPath } from '@/lib/auth/next-auth-path';
import { migrate } from '@/lib/db/migrate';
import { closePool } from '@/lib/db/pool';
import { env } from '@/lib/env';
import { startHeartbeat } from '@/lib/heartbeat';
import { prepareEngine } from '@/lib/jobs/engine';
import { closeQueues } from '@/lib/jobs/queue';
import { log } from '@/lib/log';
import { answerOperations } from '@/lib/operations';
import { pageHeaders } from '@/lib/page-headers';
import { attachRealtime } from '@/lib/realtime/attach';
import { REALTIME_PATH } from '@/lib/realtime/protocol';
import { onShutdown } from '@/lib/shutdown';
import { warnAtBoot } from '@/lib/system/warn-at-boot';

/** The web process: /api and S1's /auth to the API app, /realtime to socket.io, health to itself, all else to Next. */
const dev = env().NODE_ENV === 'development';
// next-auth makes every link from this; without it it would follow the Host header, forged ones too
process.env.NEXTAUTH_URL = env().APP_URL;
process.env.NEXTAUTH_SECRET = env().AUTH_SECRET;

await migrate(env().DATABASE_URL);
await prepareEngine();
void warnAtBoot();
const app = next({ dev, dir: process.cwd(), hostname: env().HOST, port: env().PORT });
await app.prepare();
const answerPage = app.getRequestHandler();
const answerApi = getRequestListener(
  (request, bindings) =>
    isNextAuthPath(new URL(request.url).pathname)
      ? answerNextAuth(request, bindings as HttpBindings)
      : api.fetch(request, bindings),
  // a Host or path that makes no address
  { errorHandler: () => problemResponse(unreadable(400)) },
);

const answerQueues = getRequestListener(answerBoard, {
  errorHandler: () => problemResponse(unreadable(400)),
});

const http = createServer(
  {
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    // for uploads; all else has less (giveTime)
    requestTimeout: 600_000,
    // Node looks only every 30 s unless told: a slow client would stay up to a minute
    connectionsCheckingInterval: 2_000,
  },
  (req, res) => {
    handle(req, res).catch((error: unknown) => {
      log.error({ err: error }, 'request');
      if (!res.headersSent) res.writeHead(500, { 'content-type': 'text/plain' });
      res.end();
    });
  },
);
http.maxConnections = 10_000;
// who does not read his answer; sockets have their own heartbeat, long polls end after 25 s
http.setTimeout(30_000);
http.on('clientError', refuseUnreadable);

async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const target = req.url ?? '';
  // absolute-form targets, `//host` and backslashes would be read differently by each of us
  if (!/^\/(?!\/)[^?\\]*(\?|$)/.test(target)) return refuse(res, 400);
  const path = target.split('?', 1)[0]!;
  if (!UPLOADS.has(path)) giveTime(req);
  if (await answerOperations(path, req, res)) return;
  if (await answerWidget(path, req, res)) return;
  if (path.startsWith('/api/') || /^\/auth(\/|$)/.test(path)) return answerApi(req, res);
  if (isBoardPath(path) && (await mayOpenBoard(req.method ?? '', headersOf(req))))
    return answerQueues(req, res);
  if (await answerLabSite(path, req, res)) return;
  // socket.io has answered its own path (with the slash) before this listener runs
  if (path === REALTIME_PATH) return refuse(res, 404);
  // pages are only read: there are no Server Actions, and what unpacks their bodies is never reached (C06)
  if (!dev && req.method !== 'GET' && req.method !== 'HEAD') return refuse(res, 405, { allow: 'GET, HEAD' });
  const nonce = randomBytes(16).toString('base64');
  const { policy, headers } = pageHeaders(nonce, path === '/lab');
  req.headers['content-security-policy'] = policy;
  req.headers['x-nonce'] = nonce;
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  await answerPage(req, res);
}

/** Files come here, ten minutes long and at a minimum rate (lib/api/read-body.ts). */
const UPLOADS: ReadonlySet<string> = new Set([
  '/api/imports',
  '/api/imports/',
  '/api/attachments',
  '/api/attachments/',
]);
const BODY_MS = 30_000;

/** A body has to be here after half a minute; whoever sends byte by byte is told and cut off. */
function giveTime(req: IncomingMessage): void {
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length']) > 0;
  if (!hasBody) return;
  const late = setTimeout(() => {
    if (!req.complete)
      refuseUnreadable({ code: 'ERR_HTTP_REQUEST_TIMEOUT' } as NodeJS.ErrnoException, req.socket);
  }, BODY_MS);
  req.once('close', () => clearTimeout(late));
}

function headersOf(req: IncomingMessage): Headers {
  const { cookie, origin } = req.headers;
  const site = req.headers['sec-fetch-site'];
  const given = Object.entries({ cookie, origin, 'sec-fetch-site': site });
  return new Headers(given.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

/** next-auth's own paths need no Next around them, and only here is the client's address known. */
async function answerNextAuth(request: Request, { incoming }: HttpBindings): Promise<Response> {
  const answer = await nextAuth(request, incoming.socket.remoteAddress);
  const { headers } = pageHeaders(randomBytes(16).toString('base64'));
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

const CODES = {
  400: 'bad_request',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'timeout',
  431: 'headers_too_large',
} as const;
type Refused = keyof typeof CODES;

const unreadable = (status: Refused) =>
  problem(status, randomUUID(), { code: CODES[status], message: `${STATUS_CODES[status]}.` });

function refuse(res: ServerResponse, status: Refused, headers: Record<string, string> = {}): void {
  const body = JSON.stringify(unreadable(status).body);
  const length = Buffer.byteLength(body);
  const type = 'application/json; charset=utf-8';
  res.writeHead(status, { connection: 'close', 'content-type': type, 'content-length': length, ...headers });
  res.end(body);
}

/** What Node's parser gives up on never becomes a request; its refusal has the shape of all others. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status: Refused =
    error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = JSON.stringify(unreadable(status).body);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n` +
      `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}

const realtime = attachRealtime(http);
const plainSockets = attachPlainSockets(http);
http.on('upgrade', (req, socket, head) => {
  const path = (req.url ?? '').split('?', 1)[0]!;
  if (path === `${REALTIME_PATH}/` || plainSockets.take(req, socket, head)) return;
  // in development Next's own socket lives here; in production nobody else may upgrade
  if (!(dev && path.startsWith('/_next/'))) socket.destroy();
});

const heartbeat = startHeartbeat('web');
http.listen(env().PORT, env().HOST, () => {
  log.info({ port: env().PORT }, 'web ready');
  process.send?.('ready');
});
http.on('error', (error) => {
  log.fatal({ err: error }, 'cannot listen');
  process.exit(1);
});

onShutdown(async () => {
  heartbeat.stop();
  const closed = new Promise((resolve) => http.close(resolve));
  http.closeIdleConnections();
  plainSockets.close();
  // keep-alive connections would hold the door open for minutes
  const cut = setTimeout(() => http.closeAllConnections(), 1_500);
  await Promise.race([realtime.close(), new Promise((resolve) => setTimeout(resolve, 3_000))]);
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 3_000))]);
  clearTimeout(cut);
  await closeQueues();
  await closePool();
});
