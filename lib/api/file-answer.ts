import contentDisposition from 'content-disposition';
import parseRange from 'range-parser';
import { NotFound } from '../errors';
import type { ByteRange } from '../files/file-store';
import { fileStore, storeTrouble } from '../files/store';
import { log } from '../log';
import type { StoredFile } from '../queries/access-attachment';
import { isPlayable, isRaster } from '../rules/file-kind';
import { RangeNotSatisfiable } from './range-not-satisfiable';

/** What a request asks of a file, beside which. */
export interface FileWish {
  /**
   * For its place in a page: pictures made of points and sounds, of which a type is known by their bytes, come with it.
   * A picture may be looked at by itself as well; a sound that is opened is saved.
   */
  inline: boolean;
  isHead: boolean;
  header(name: string): string | undefined;
}

/**
 * A file as an answer that can harm nobody (spec/reliability.md C24): saved and not opened, of no type but that of a
 * plain picture or sound, without a script's rights even when it is opened, and for this person alone. Whoever may not have it
 * has been refused before, so that `304` tells nobody anything.
 */
export async function fileAnswer(file: StoredFile, wish: FileWish): Promise<Response> {
  const shown = wish.inline && isRaster(file.media_type);
  const heard = wish.inline && isPlayable(file.media_type);
  const tag = `"${file.id}"`;
  const headers: Record<string, string> = {
    'content-type': shown || heard ? file.media_type : 'application/octet-stream',
    'content-disposition': disposition(file.name, shown ? 'inline' : 'attachment'),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    vary: 'cookie, authorization',
    'accept-ranges': 'bytes',
    etag: tag,
  };
  if (names(wish.header('if-none-match'), tag)) return new Response(null, { status: 304, headers });
  const range = rangeOf(file.size, wish, tag);
  if (range === 'none') throw new RangeNotSatisfiable(file.size);
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  headers['content-length'] = String(end - start + 1);
  if (range) headers['content-range'] = `bytes ${start}-${end}/${file.size}`;
  const body = wish.isHead ? null : await bodyOf(file, range ?? undefined);
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** RFC 6266: beyond ASCII the name stands in `filename*`, since not everybody on the way agrees on other bytes. */
const disposition = (name: string, type: 'attachment' | 'inline'): string =>
  contentDisposition(name, { type, fallback: name.replace(/[^\x20-\x7e]/g, '?') });

const names = (header: string | undefined, tag: string): boolean =>
  header?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;

/** One part, or null for the whole. Several are answered with the whole, which every client has to bear. */
function rangeOf(size: number, { header }: FileWish, tag: string): ByteRange | null | 'none' {
  const asked = header('range');
  const unless = header('if-range');
  if (asked === undefined || (unless !== undefined && unless !== tag)) return null;
  if (asked.length > 200 || asked.includes(',')) return null;
  const ranges = parseRange(size, asked);
  if (ranges === -1) return 'none';
  if (ranges === -2 || ranges.type !== 'bytes') return null;
  return ranges[0] ?? null;
}

async function bodyOf(file: StoredFile, range: ByteRange | undefined): Promise<ReadableStream<Uint8Array>> {
  const pieces = await open(file, range);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

async function open(file: StoredFile, range: ByteRange | undefined): Promise<AsyncGenerator<Uint8Array>> {
  let pieces: AsyncGenerator<Uint8Array> | null;
  try {
    pieces = await (await fileStore()).open(file.storage_key, range);
  } catch (error) {
    throw storeTrouble(error);
  }
  if (pieces) return pieces;
  log.error({ attachmentId: file.id }, 'a file is not in the store');
  throw new NotFound();
}
