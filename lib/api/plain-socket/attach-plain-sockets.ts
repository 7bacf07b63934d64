import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { clientAddress } from '../../auth/client-address';
import { log } from '../../log';
import { isForeignOrigin } from '../../origin';
import { ticketRef } from '../../schemas/ticket';
import { PlainSocket } from './plain-socket';

const PATH = /^\/ws\/customer_support\/([^/]{1,64})\/?$/;
const LARGEST_MESSAGE = 256 * 1024;
const SOCKETS_AT_MOST = 5_000;
const PING_MS = 20_000;

interface PlainSockets {
  /** Takes an upgrade to a path of S1; false when it is none. */
  take(req: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): void;
}

/** S1's plain WebSockets on the web process: `/ws/customer_support/<conversation>/`. */
export function attachPlainSockets(http: HttpServer): PlainSockets {
  const server = new WebSocketServer({
    ...{ noServer: true, maxPayload: LARGEST_MESSAGE, perMessageDeflate: false },
  });
  const quiet = new WeakSet<WebSocket>();
  const pings = setInterval(() => {
    for (const ws of server.clients) {
      if (quiet.has(ws)) ws.terminate();
      quiet.add(ws);
      ws.ping();
    }
  }, PING_MS);
  const open = (ws: WebSocket, req: IncomingMessage, ref: string) => {
    ws.on('pong', () => quiet.delete(ws));
    ws.on('error', (error) => log.debug({ err: error }, 'plain socket'));
    new PlainSocket(ws, {
      ref,
      authorization: req.headers.authorization,
      ip: clientAddress(headersOf(req), req.socket.remoteAddress),
      realtime: ownAddress(http),
    });
  };
  return {
    take(req, socket, head) {
      const path = (req.url ?? '').split('?', 1)[0]!;
      if (!path.startsWith('/ws/')) return false;
      const ref = ticketRef.safeParse(PATH.exec(path)?.[1]);
      const status = !ref.success
        ? '404 Not Found'
        : isForeignOrigin(headersOf(req), false)
          ? '403 Forbidden'
          : server.clients.size >= SOCKETS_AT_MOST
            ? '503 Service Unavailable'
            : null;
      if (status !== null || !ref.success) refuse(socket, status ?? '');
      else server.handleUpgrade(req, socket, head, (ws) => open(ws, req, ref.data));
      return true;
    },
    close: () => {
      clearInterval(pings);
      for (const ws of server.clients) ws.close(1001, 'the server ends');
      server.close();
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

function headersOf(req: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers))
    if (typeof value === 'string') headers.set(name, value);
  return headers;
}

/** This process as it reaches itself, on whatever address it listens. */
function ownAddress(http: HttpServer): string {
  const { address, port, family } = http.address() as AddressInfo;
  const isAny = address === '0.0.0.0' || address === '::';
  if (isAny) return `http://127.0.0.1:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
