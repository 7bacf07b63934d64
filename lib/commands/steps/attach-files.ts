import type { Tx } from '../../db/transaction';
import { Invalid } from '../../errors';
import { MAX_OF_MESSAGE } from '../../rules/file-limits';
import type { Actor } from '../../rules/permissions';

type Author = Pick<Actor, 'id'>;

/** What a person may still put into a message: his own, whole, in none yet. `$2` is the person. */
const POSTABLE = 'a.uploaded_by = $2 AND a.message_id IS NULL AND a.stored_at IS NOT NULL';

/**
 * Puts a person's uploads into a message that was just written, in the order they were named. An upload belongs to
 * who made it and goes into one message, once.
 *
 * @throws Invalid `unknown_file` when one is not there, not his or in a message already; `too_large` beyond 25 MB.
 */
export async function attachFiles(
  tx: Tx,
  author: Author,
  messageId: string,
  ids: readonly string[] = [],
): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await tx.query<{ size: number }>(
    `UPDATE attachment a SET message_id = $3, position = wanted.n
     FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, n) WHERE a.id = wanted.id AND ${POSTABLE}
     RETURNING a.size`,
    [ids, author.id, messageId],
  );
  judge(ids, rows);
}

/** The same question, for a message that leaves later. @throws Invalid as {@link attachFiles}. */
export async function checkFiles(tx: Tx, author: Author, ids: readonly string[] = []): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await tx.query<{ size: number }>(
    `SELECT a.size FROM attachment a WHERE a.id = ANY($1::uuid[]) AND ${POSTABLE}`,
    [ids, author.id],
  );
  judge(ids, rows);
}

function judge(ids: readonly string[], found: readonly { size: number }[]): void {
  if (found.length < ids.length) throw new Invalid({ attachments: ['unknown_file'] });
  if (found.reduce((sum, { size }) => sum + size, 0) > MAX_OF_MESSAGE)
    throw new Invalid({ attachments: ['too_large'] });
}
