import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from './file-store';

const PIECE = 64 * 1024;

/** Files in a folder, fanned out over 65,536 folders by the first letters of their keys. */
export function diskStore(root: string): FileStore {
  const placeOf = (key: string): string => {
    // keys are ours; this is the last line before a file system
    if (!/^[0-9a-f]{40}$/.test(key)) throw new Error('not a key of a file');
    return path.join(root, key.slice(0, 2), key.slice(2, 4), key);
  };
  return {
    async put(key, pieces) {
      const place = placeOf(key);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const file = await open(place, 'wx', 0o600);
      try {
        const size = await writeAll(file, pieces);
        await file.close();
        await syncFolder(path.dirname(place));
        return size;
      } catch (error) {
        await file.close().catch(() => undefined);
        await unlink(place).catch(() => undefined);
        throw error;
      }
    },
    async open(key, { start, end } = { start: 0, end: Number.MAX_SAFE_INTEGER }) {
      const file = await open(placeOf(key)).catch(nullIfMissing);
      return file && readAll(file, start, end);
    },
    async remove(key) {
      await unlink(placeOf(key)).catch(nullIfMissing);
    },
  };
}

async function writeAll(file: FileHandle, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const piece of pieces) {
    await file.writeFile(piece);
    size += piece.byteLength;
  }
  await file.sync();
  return size;
}

async function* readAll(file: FileHandle, start: number, end: number): AsyncGenerator<Uint8Array> {
  try {
    for (let at = start; at <= end; ) {
      const want = Math.min(PIECE, end - at + 1);
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(want), 0, want, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** The name of a new file is the folder's content: without this a loss of power can forget it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
