import { newId } from '../clock';
import { sql } from '../db/transaction';
import { Forbidden, Invalid } from '../errors';
import { describeFile } from '../files/describe-file';
import { type Actor, may } from '../rules/permissions';
import { type Attempt, once } from './steps/once';

/** Bytes of a part of the file in the database. */
const PART = 1024 * 1024;

/** A body that comes in pieces. `attempt` is known once all of it was read. */
export interface Upload {
  pieces: AsyncIterable<Uint8Array>;
  attempt(): Attempt | undefined;
}

/**
 * Spools a message file into the database while it arrives, so that memory stays flat and any worker can read it, and
 * looks at how it is written. Nothing is imported yet.
 *
 * @throws Invalid when it is empty or no text; whatever ends the upload. Then nothing of it stays.
 */
export async function uploadImport(
  actor: Actor,
  name: string | null,
  { pieces, attempt }: Upload,
): Promise<{ id: string }> {
  if (!may(actor, 'message.import')) throw new Forbidden();
  const id = newId();
  await sql.query(`INSERT INTO import (id, created_by, name, state) VALUES ($1, $2, $3, 'uploading')`, [
    id,
    actor.id,
    name,
  ]);
  const forget = () => sql.query('DELETE FROM import WHERE id = $1', [id]);
  try {
    const { size, isUtf8, head } = await spool(id, pieces);
    if (size === 0) throw new Invalid({ '': ['no_rows'] }, 'The file is empty.');
    const options = describeFile(head, isUtf8);
    const answer = await once(actor, attempt(), async (tx) => {
      await tx.query(
        `UPDATE import SET state = 'mapping', size = $2, options = $3, updated_at = now() WHERE id = $1`,
        [id, size, JSON.stringify(options)],
      );
      return { id };
    });
    // the same upload for a second time: its first answer counts
    if (answer.id !== id) await forget();
    return answer;
  } catch (error) {
    await forget();
    throw error;
  }
}

async function spool(id: string, pieces: AsyncIterable<Uint8Array>) {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  const check = (bytes: Uint8Array | undefined) => {
    try {
      if (isUtf8) utf8.decode(bytes, { stream: bytes !== undefined });
    } catch {
      isUtf8 = false;
    }
  };
  let [n, size] = [0, 0];
  let head: Uint8Array = new Uint8Array();
  for await (const part of inParts(pieces)) {
    check(part);
    if (n === 0) head = part;
    size += part.byteLength;
    await sql.query('INSERT INTO import_chunk (import_id, n, bytes) VALUES ($1, $2, $3)', [id, n++, part]);
  }
  check(undefined);
  return { size, isUtf8, head };
}

/** Pieces of any length, regrouped into parts of the same one. */
async function* inParts(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.byteLength;
    if (length < PART) continue;
    yield Buffer.concat(held);
    [held, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(held);
}
