import type { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { Context } from 'hono';
import { Invalid } from '../errors';
import { BadRequest, bodyPieces, TooLarge, UnsupportedMediaType } from './read-body';

/** A file as it comes in a form. `pieces` ends only when the whole form was right, and throws when it was not. */
export interface FormFile {
  name: string;
  pieces: AsyncGenerator<Uint8Array>;
  /** Lets the rest pass by and waits for its end: who is cut off while he sends never learns why. */
  dismiss(): Promise<void>;
}

/** What a form weighs beside its file: boundaries and headers. */
const WRAPPING = 16 * 1024;

/**
 * Reads a form that holds one file, named `file`, and nothing else. Resolves when the file begins; who has it reads or
 * dismisses it.
 *
 * @param limit bytes of the file.
 * @throws Invalid for other parts, a second file or none; BadRequest when it is no form or breaks off; TooLarge.
 */
export function openForm(c: Context, limit: number): Promise<FormFile> {
  const form = parserOf(c, limit);
  const fault: { error?: unknown } = {};
  const blame = (error: unknown) => {
    fault.error ??= error;
  };
  return new Promise((resolve, reject) => {
    let file: BusboyFileStream | undefined;
    form.on('file', (field, stream, name) => {
      if (file || field !== 'file') {
        blame(file ? new Invalid({ file: ['only_one'] }) : new Invalid({ [field]: ['unknown_key'] }));
        stream.resume();
        return;
      }
      file = stream;
      // whoever reads it is told; nobody may be reading yet
      stream.on('error', () => undefined);
      const dismiss = () => {
        stream.resume();
        return ended.catch(() => undefined);
      };
      resolve({ name, dismiss, pieces: piecesOf(stream, limit, ended) });
    });
    form.on('field', (field) => blame(new Invalid({ [field]: ['unknown_key'] })));
    form.on('partsLimit', () => blame(new Invalid({ '': ['too_many'] })));
    const ended = feed(c, form, limit).then(
      () => {
        if (!file) blame(new Invalid({ file: ['required'] }));
        if (fault.error) throw fault.error;
      },
      (error) => {
        file?.destroy(error as Error);
        throw error;
      },
    );
    // heard by who reads the file; without one, here
    ended.catch((error) => reject(error));
  });
}

function parserOf(c: Context, limit: number): BusboyInstance {
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data\s*(;|$)/i.test(type)) throw new UnsupportedMediaType('multipart/form-data');
  try {
    return new Busboy({
      headers: { 'content-type': type },
      preservePath: true,
      limits: {
        fileSize: limit,
        parts: 20,
        fieldSize: 1_024,
        fieldNameSize: 100,
        headerPairs: 20,
        headerSize: 8_192,
      },
    });
  } catch {
    throw new BadRequest('bad_request', 'Send one file as multipart/form-data.');
  }
}

const brokenOff = () => new BadRequest('bad_request', 'The form breaks off, or is none.');

async function feed(c: Context, form: BusboyInstance, limit: number): Promise<void> {
  const finished = new Promise<void>((resolve, reject) => {
    form.on('finish', resolve);
    form.on('error', () => reject(brokenOff()));
  });
  finished.catch(() => undefined);
  for await (const piece of bodyPieces(c, 'multipart/form-data', limit + WRAPPING))
    await Promise.race([new Promise((done) => form.write(piece, done)), finished]);
  form.end();
  await finished;
}

async function* piecesOf(
  stream: BusboyFileStream,
  limit: number,
  ended: Promise<void>,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of (stream as Readable).iterator({ destroyOnReturn: false })) yield piece;
  } catch {
    // why it broke off is known at the end of the form
    await ended;
    throw brokenOff();
  } finally {
    // who stops reading must not stop the form, or the client would never be answered
    stream.resume();
  }
  await ended;
  if (stream.truncated) throw new TooLarge(limit, true);
}
