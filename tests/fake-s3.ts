import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the next requests get instead of an answer: `cut` breaks the line in the middle of it. */
export type S3Fault = 'away' | 'cut' | 'full' | null;

export interface FakeS3 {
  url: string;
  /** Bucket and key → bytes. */
  objects: Map<string, Buffer>;
  /** Method, path and whether it was signed, of all requests. */
  asked: { method: string; path: string; signed: boolean; range: string | undefined }[];
  /** Answers the next `times` requests so. */
  fail(fault: S3Fault, times?: number): void;
  close(): Promise<void>;
}

/** A real HTTP server that speaks as much of S3 as the store asks: PUT, GET with Range, DELETE; signed requests only. */
export async function startFakeS3(): Promise<FakeS3> {
  const objects: FakeS3['objects'] = new Map();
  const asked: FakeS3['asked'] = [];
  let faults: S3Fault[] = [];
  const server = createServer((req, res) => {
    void answer(req, res).catch(() => res.destroy());
  });

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = decodeURIComponent((req.url ?? '').split('?', 1)[0]!).slice(1);
    const signed = /^AWS4-HMAC-SHA256 Credential=the-key\//.test(req.headers.authorization ?? '');
    const method = req.method ?? '';
    asked.push({ method, path, signed, range: req.headers.range });
    const pieces: Buffer[] = [];
    for await (const piece of req) pieces.push(piece as Buffer);
    if (!signed) return problem(res, 403, 'AccessDenied');
    const fault = faults.shift();
    if (fault === 'away') return problem(res, 503, 'ServiceUnavailable');
    if (fault === 'full') return problem(res, 507, 'InsufficientStorage');
    if (method === 'PUT') {
      if (fault === 'cut') return void res.socket?.destroy();
      objects.set(path, Buffer.concat(pieces));
      return void res.writeHead(200, { etag: '"x"' }).end();
    }
    if (method === 'DELETE') {
      objects.delete(path);
      return void res.writeHead(204).end();
    }
    const bytes = objects.get(path);
    if (!bytes) return problem(res, 404, 'NoSuchKey');
    const [, start = '0', end = String(bytes.length - 1)] =
      /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '') ?? [];
    const part = bytes.subarray(Number(start), Number(end) + 1);
    res.writeHead(req.headers.range ? 206 : 200, { 'content-length': part.length, etag: '"x"' });
    if (fault === 'cut') {
      res.write(part.subarray(0, part.length / 2), () => res.socket?.destroy());
      return;
    }
    res.end(part);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://the-key:the-secret%2F@127.0.0.1:${port}/bucket/house?region=eu-central-1`,
    objects,
    asked,
    fail: (fault, times = 1) => {
      faults = Array<S3Fault>(times).fill(fault);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function problem(res: ServerResponse, status: number, code: string): void {
  res.writeHead(status, { 'content-type': 'application/xml' });
  res.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
