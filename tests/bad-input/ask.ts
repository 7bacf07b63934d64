import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { expect } from 'vitest';
import { problemDto } from '@/lib/schemas/problem';

/** Requests as nobody's HTTP library would send them, and what every answer must be like. */

export interface Asked {
  method?: string;
  /** Goes out as it is: no `..` is folded, nothing is encoded. */
  path: string;
  headers?: Record<string, string | string[]>;
  /** A string or bytes go out as they are, a list of them chunk by chunk without a length. */
  body?: string | Uint8Array | readonly Uint8Array[];
}
export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The parsed body; {} when it is not JSON. */
  body: Record<string, unknown> & { error?: { code: string; fields?: Record<string, string[]> } };
  milliseconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 50 });

export function ask(port: number, { method = 'GET', path, headers = {}, body }: Asked): Promise<Answered> {
  const started = performance.now();
  const length = typeof body === 'string' || body instanceof Uint8Array ? Buffer.byteLength(body) : undefined;
  return new Promise((resolve, reject) => {
    const sent = request({
      ...{ host: '127.0.0.1', port, method, path, agent },
      headers: { ...(length === undefined ? {} : { 'content-length': length }), ...headers },
    });
    let answered = false;
    sent.on('response', (response) => {
      answered = true;
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = /^application\/json/.test(response.headers['content-type'] ?? '');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          body: isJson && text ? JSON.parse(text) : {},
          milliseconds: performance.now() - started,
        });
      });
    });
    // a refused upload is cut off while we still write: then the answer is what counts
    sent.on('error', (error) => setTimeout(() => answered || reject(error), 200));
    sent.setTimeout(20_000, () => sent.destroy(new Error(`${method} ${path} was not answered`)));
    for (const chunk of Array.isArray(body) ? (body as Uint8Array[]) : []) sent.write(chunk);
    sent.end(Array.isArray(body) ? undefined : (body as string | Uint8Array | undefined));
  });
}

/** Bytes into a socket; resolves with all that came back when the other side closes or falls silent. */
export function sendBytes(port: number, bytes: string | Buffer, silence = 1_500): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let got = '';
    const done = () => {
      socket.destroy();
      resolve(got);
    };
    socket.setTimeout(silence, done);
    socket.on('connect', () => socket.write(bytes));
    socket.on('data', (chunk) => (got += chunk));
    socket.on('close', done);
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? done() : reject(error),
    );
  });
}

/** What no answer may ever hold: where our code lies, how it asks its database, what the keys are. */
const INSIDES =
  /(\n|\\n)\s+at |node_modules|\/lib\/|\.ts\b|\bSELECT\b|\bINSERT INTO\b|\bviolates\b|duplicate key|invalid input syntax|SQLSTATE|ECONNREFUSED|argon2|test-secret|TypeError|RangeError|SyntaxError/;

/** No failure of ours, the one shape of errors, nothing of our insides, nothing for other origins. */
export function expectDecent(answer: Answered, path = '/api/'): void {
  const shown = `${answer.status} ${answer.text.slice(0, 400)}`;
  if (answer.status === 503) expect(answer.headers['retry-after'], shown).toMatch(/^\d+$/);
  else expect(answer.status, shown).toBeLessThan(500);
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  expect(answer.headers['x-powered-by']).toBeUndefined();
  if (!path.startsWith('/api/')) return;
  expect(answer.text, shown).not.toMatch(INSIDES);
  if (answer.status < 400) return;
  expect(answer.headers['content-type'], shown).toBe('application/json; charset=utf-8');
  expect(() => problemDto.parse(answer.body), shown).not.toThrow();
  const { requestId } = answer.body.error as { requestId?: string };
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  const header = answer.headers['x-request-id'];
  if (header !== undefined) expect(header).toBe(requestId);
}
