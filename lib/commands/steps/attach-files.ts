import type { Tx } from '../../db/transaction';
import { Invalid } from '../../errors';
import type { Actor } from '../../rules/permissions';
import { MAX_OF_MESSAGE } from '../../schemas/attachment';

/**
 * Puts a person's uploads into a message that was just written, in the order they were named. An upload belongs to
 * who made it and goes into one message, once.
 *
 * @throws Invalid `unknown_file` when one is not there, not his or in a message already; `too_large` beyond 25 MB.
 */
export async function attachFiles(
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  messageId: string,
  ids: readonly string[] = [],
): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await tx.query<{ size: number }>(
    `UPDATE attachment a SET message_id = $1, position = wanted.n
     FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, n)
     WHERE a.id = wanted.id AND a.uploaded_by = $3 AND a.message_id IS NULL AND a.stored_at IS NOT NULL
     RETURNING a.size`,
    [messageId, ids, actor.id],
  );
  if (rows.length < ids.length) throw new Invalid({ attachments: ['unknown_file'] });
  if (rows.reduce((sum, { size }) => sum + size, 0) > MAX_OF_MESSAGE)
    throw new Invalid({ attachments: ['too_large'] });
}
