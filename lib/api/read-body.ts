import type { Context } from 'hono';
import { Refusal } from '../errors';

export class BadRequest extends Refusal {
  readonly status = 400;
  constructor(code: 'bad_json' | 'bad_request', message: string) {
    super(code, message);
  }
}
class TooLarge extends Refusal {
  readonly status = 413;
  constructor(limit: number) {
    super('too_large', `The body may have at most ${limit} bytes.`);
  }
}
class UnsupportedMediaType extends Refusal {
  readonly status = 415;
  constructor(expected: string) {
    super('unsupported_media_type', `Send ${expected} in UTF-8.`);
  }
}

/** Deeper than any input of ours; found before a recursive walk could meet it. */
const MAX_DEPTH = 64;

/** Reads the body while counting, so that a body without a length is cut off at the limit as well. */
export async function readBody(c: Context, expected: string, limit: number): Promise<Uint8Array> {
  const [type = '', ...parameters] = (c.req.header('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((p) => p.trim()).find((p) => p.startsWith('charset='));
  if (
    type.trim() !== expected ||
    (charset && !/^charset="?utf-?8"?$/.test(charset)) ||
    c.req.header('content-encoding')
  ) {
    throw new UnsupportedMediaType(expected);
  }
  if (Number(c.req.header('content-length') ?? 0) > limit) throw new TooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = c.req.raw.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      // not cancelled: that would cut the connection before the client has read why
      reader.releaseLock();
      throw new TooLarge(limit);
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
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
