import type { Context } from 'hono';
import { Refusal, Unavailable } from '../errors';
import type { Hold } from './hold-bytes';

export class BadRequest extends Refusal {
  readonly status = 400;
  constructor(code: 'bad_json' | 'bad_request', message: string) {
    super(code, message);
  }
}
export class TooLarge extends Refusal {
  readonly status = 413;
  /** The client is through with sending, so its connection can serve the next request. */
  readonly isDrained: boolean;
  constructor(limit: number, isDrained: boolean) {
    super('too_large', `The body may have at most ${limit} bytes.`);
    this.isDrained = isDrained;
  }
}
export class UnsupportedMediaType extends Refusal {
  readonly status = 415;
  constructor(expected: string) {
    super('unsupported_media_type', `Send ${expected} in UTF-8.`);
  }
}

/** Deeper than any input of ours; found before a recursive walk could meet it. */
const MAX_DEPTH = 64;

/**
 * Reads the body while counting, so that a body without a length is cut off at the limit as well.
 *
 * @throws UnsupportedMediaType; TooLarge; Unavailable when there is no room for it now.
 */
export async function readBody(
  c: Context,
  expected: string,
  limit: number,
  hold: Hold = () => true,
): Promise<Uint8Array> {
  const [type, charset] = mediaType(c);
  if (type !== expected || (charset && !/^utf-?8$/.test(charset)) || c.req.header('content-encoding'))
    throw new UnsupportedMediaType(expected);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = c.req.raw.body?.getReader();
  const isDeclaredTooLarge = Number(c.req.header('content-length') ?? 0) > limit;
  while (reader && !isDeclaredTooLarge && size <= limit) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    if (!hold(value.byteLength)) {
      await drain(reader);
      throw new Unavailable('Too much comes in at once. Try again in a while.');
    }
    size += value.byteLength;
    chunks.push(value);
  }
  if (reader) throw new TooLarge(limit, await drain(reader));
  return new Uint8Array();
}

function mediaType(c: Context): [type: string, charset: string | undefined] {
  const [type = '', ...parameters] = (c.req.header('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((p) => p.trim()).find((p) => p.startsWith('charset='));
  return [type.trim(), charset?.slice('charset='.length).replace(/^"(.*)"$/, '$1')];
}

/** An upload slower than this over its whole time is cut off: it holds a connection for nothing (control C28). */
const LEAST_BYTES_PER_SECOND = 16 * 1024;
/** By then a slow start is no excuse any more. */
const GRACE_MS = 20_000;

/**
 * The body as it comes, counted; for uploads, whose encoding is looked at and not believed.
 *
 * @throws TooLarge beyond the limit; BadRequest when it comes too slowly.
 */
export async function* bodyPieces(c: Context, expected: string, limit: number): AsyncGenerator<Uint8Array> {
  const [type] = mediaType(c);
  if (type !== expected || c.req.header('content-encoding')) throw new UnsupportedMediaType(expected);
  const reader = c.req.raw.body?.getReader();
  if (!reader) return;
  if (Number(c.req.header('content-length') ?? 0) > limit) throw new TooLarge(limit, await drain(reader));
  const began = performance.now();
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    size += value.byteLength;
    if (size > limit) throw new TooLarge(limit, await drain(reader));
    const ms = performance.now() - began;
    if (ms > GRACE_MS && size < (ms / 1_000) * LEAST_BYTES_PER_SECOND)
      throw new BadRequest('bad_request', 'The file comes too slowly.');
    yield value;
  }
}

const DRAIN_BYTES = 16 * 1024 * 1024;
const DRAIN_MS = 1_000;

/**
 * Lets a client finish what is refused anyway, within bounds and keeping nothing: who is cut off while he sends sees a
 * broken connection and not the reason. Tells whether he finished.
 */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<boolean> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), DRAIN_MS).unref());
  for (let size = 0; size <= DRAIN_BYTES; ) {
    const part = await Promise.race([reader.read(), late]);
    if (part === null) return false;
    if (part.done) return true;
    size += part.value.byteLength;
  }
  return false;
}

/** @throws BadRequest when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BadRequest('bad_json', 'The body is not valid UTF-8.');
  }
}

/** Parses JSON strictly: valid UTF-8, bounded depth. Duplicate keys: the last one wins, as in every browser. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decodeUtf8(bytes);
  if (depthOf(text) > MAX_DEPTH) throw new BadRequest('bad_json', 'The body is nested too deeply.');
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest('bad_json', 'The body is not valid JSON.');
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 0x5c) i++;
      else if (c === 0x22) quoted = false;
    } else if (c === 0x22) quoted = true;
    else if (c === 0x5b || c === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (c === 0x5d || c === 0x7d) depth--;
  }
  return deepest;
}
