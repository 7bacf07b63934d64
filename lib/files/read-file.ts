import { fileStore, storeTrouble } from './store';

/** All bytes of a file in the store; null when it is not there. @throws Unavailable when the store is away. */
export async function readFile(key: string): Promise<Buffer | null> {
  try {
    const pieces = await (await fileStore()).open(key);
    if (!pieces) return null;
    const read: Uint8Array[] = [];
    for await (const piece of pieces) read.push(piece);
    return Buffer.concat(read);
  } catch (error) {
    throw storeTrouble(error);
  }
}
