import { randomBytes } from 'node:crypto';
import { newId } from '../../clock';
import { sql } from '../../db/transaction';
import { mediaTypeOf } from '../../files/media-type';
import { fileStore, storeTrouble } from '../../files/store';
import { cleanFileName } from '../../rules/file-name';

/**
 * Keeps a file that came from outside, as nobody's yet. The row before the bytes, as with an upload: what no message
 * takes within a day is swept.
 *
 * @returns its id. @throws Unavailable when it cannot be kept now.
 */
export async function storeFile(name: string, content: Uint8Array): Promise<string> {
  const id = newId();
  const key = randomBytes(20).toString('hex');
  await sql.query(
    'INSERT INTO attachment (id, name, media_type, size, storage_key) VALUES ($1, $2, $3, $4, $5)',
    [
      id,
      cleanFileName(name) ?? 'file',
      await mediaTypeOf(content.subarray(0, 4_100)),
      content.byteLength,
      key,
    ],
  );
  try {
    await (await fileStore()).put(key, one(content));
  } catch (error) {
    throw storeTrouble(error);
  }
  await sql.query('UPDATE attachment SET stored_at = now() WHERE id = $1', [id]);
  return id;
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
