import { randomBytes } from 'node:crypto';
import { newId } from '../../clock';
import { sql } from '../../db/transaction';
import { Head, mediaTypeOf } from '../../files/media-type';
import { putFile } from '../../files/store';
import { cleanFileName } from '../../rules/file-name';

/**
 * Keeps a file that came from outside, as nobody's yet. The row before the bytes, as with an upload: what no message
 * takes within a day is swept.
 *
 * @returns its id. @throws Unavailable when it cannot be kept now; whatever ends `content`.
 */
export async function storeFile(
  name: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<string> {
  const id = newId();
  const key = randomBytes(20).toString('hex');
  await sql.query(
    `INSERT INTO attachment (id, name, media_type, size, storage_key) VALUES ($1, $2, 'application/octet-stream', 0, $3)`,
    [id, cleanFileName(name) ?? 'file', key],
  );
  const head = new Head();
  const size = await putFile(key, head.watch(content instanceof Uint8Array ? one(content) : content));
  await sql.query('UPDATE attachment SET media_type = $2, size = $3, stored_at = now() WHERE id = $1', [
    id,
    await mediaTypeOf(head.bytes),
    size,
  ]);
  return id;
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
