import { randomBytes } from 'node:crypto';
import { newId } from '../clock';
import { type Sql, sql, type Tx } from '../db/transaction';
import { Invalid, RateLimited } from '../errors';
import { Head, mediaTypeOf } from '../files/media-type';
import { putFile } from '../files/store';
import { MAX_OF_DAY } from '../rules/file-limits';
import { cleanFileName } from '../rules/file-name';
import type { Actor } from '../rules/permissions';
import type { AttachmentDto } from '../schemas/attachment';
import { type Attempt, once } from './steps/once';

/** A file that comes in. `pieces` throws when it breaks off or is too large; `attempt` is known at its end. */
export interface IncomingFile {
  name: string;
  pieces: AsyncIterable<Uint8Array>;
  attempt(): Attempt | undefined;
}

interface Place {
  id: string;
  key: string;
  name: string;
}

/**
 * Takes a file into the store as it arrives. It is its uploader's alone until he posts it with a message; what nobody
 * posts within a day is swept. The row comes before the first byte, so that no crash leaves a file without one.
 *
 * @throws Invalid for a name that shows nothing or an empty file; RateLimited `upload_limit` beyond 200 MB a day;
 *   StorageFull; Unavailable when the store is away; whatever ends `pieces`. Then nothing of it stays.
 */
export async function uploadFile(actor: Actor, file: IncomingFile): Promise<AttachmentDto> {
  const name = cleanFileName(file.name);
  if (name === null) throw new Invalid({ name: ['required'] });
  await refuseBeyondDay(sql, actor, 0);
  const place: Place = { id: newId(), key: randomBytes(20).toString('hex'), name };
  await sql.query(
    `INSERT INTO attachment (id, uploaded_by, name, media_type, size, storage_key)
     VALUES ($1, $2, $3, 'application/octet-stream', 0, $4)`,
    [place.id, actor.id, name, place.key],
  );
  const forget = () => sql.query('DELETE FROM attachment WHERE id = $1', [place.id]);
  try {
    const head = new Head();
    const size = await putFile(place.key, head.watch(file.pieces));
    if (size === 0) throw new Invalid({ file: ['empty_file'] });
    const type = await mediaTypeOf(head.bytes);
    const answer = await once(actor, file.attempt(), (tx) => finish(tx, actor, place, type, size));
    // the same upload for a second time: its first answer counts
    if (answer.id !== place.id) await forget();
    return answer;
  } catch (error) {
    await forget();
    throw error;
  }
}

/** Under a lock on the person, or two uploads at once would each find room. */
async function finish(tx: Tx, actor: Actor, { id, name }: Place, type: string, size: number) {
  await tx.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [actor.id]);
  await refuseBeyondDay(tx, actor, size);
  const { rowCount } = await tx.query(
    'UPDATE attachment SET media_type = $2, size = $3, stored_at = now() WHERE id = $1',
    [id, type, size],
  );
  // swept meanwhile: it took more than a day
  if (rowCount === 0) throw new Invalid({ file: ['unknown_file'] });
  return { id, name, media_type: type, size } satisfies AttachmentDto;
}

async function refuseBeyondDay(on: Sql, actor: Actor, more: number): Promise<void> {
  const { rows } = await on.query<{ used: number; wait: number | null }>(
    `SELECT coalesce(sum(size), 0)::float8 AS used,
       ceil(extract(epoch FROM min(created_at) + interval '24 hours' - now()))::int AS wait
     FROM attachment WHERE uploaded_by = $1 AND created_at > now() - interval '24 hours' AND stored_at IS NOT NULL`,
    [actor.id],
  );
  const { used, wait } = rows[0]!;
  if (used + more > MAX_OF_DAY || (more === 0 && used >= MAX_OF_DAY))
    throw new RateLimited(
      Math.max(1, wait ?? 1),
      'upload_limit',
      'At most 200 MB can be uploaded within a day.',
    );
}
