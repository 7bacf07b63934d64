import { env } from '../env';
import { Refusal, Unavailable } from '../errors';
import { diskStore } from './disk-store';
import type { FileStore } from './file-store';

/** 507: there is no room for the file. Whatever came without it was kept. */
export class StorageFull extends Refusal {
  readonly status = 507;
  constructor() {
    super('storage_full', 'There is no room for this file. Text can still be sent without it.');
  }
}

let current: FileStore | undefined;

/** The disk, or whatever speaks S3 at `S3_URL`. The library for the latter is loaded only then. */
export async function fileStore(): Promise<FileStore> {
  const { S3_URL, DATA_DIR } = env();
  current ??= S3_URL ? (await import('./s3-store')).s3Store(S3_URL) : diskStore(`${DATA_DIR}/files`);
  return current;
}

/**
 * Puts what comes in pieces into the store. @returns how many bytes there are. @throws whatever ends `pieces`; StorageFull;
 * Unavailable when the store is away.
 */
export async function putFile(key: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let broken: unknown;
  async function* watched() {
    try {
      yield* pieces;
    } catch (error) {
      broken = error;
      throw error;
    }
  }
  try {
    return await (await fileStore()).put(key, watched());
  } catch (error) {
    throw broken ?? storeTrouble(error);
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What a store could not do, as everybody is told: full, or away for now. */
export function storeTrouble(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const { code = '', $metadata } = error as { code?: string; $metadata?: { httpStatusCode?: number } };
  if (FULL.has(code) || $metadata?.httpStatusCode === 507) return new StorageFull();
  return new Unavailable('The place where files are kept does not answer. Nothing was lost; try once more.');
}
