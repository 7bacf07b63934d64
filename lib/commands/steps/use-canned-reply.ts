import type { Tx } from '../../db/transaction';
import { Invalid, NotFound } from '../../errors';
import { getCannedReply } from '../../queries/list-canned-replies';
import type { Actor } from '../../rules/permissions';
import { unresolvedIn } from '../../rules/variables-in';
import type { CannedReplyDto } from '../../schemas/canned-reply';

/** A canned reply that this person may use. @throws Invalid `canned_reply_id: unknown_canned_reply`. */
export async function usableReply(tx: Tx, actor: Actor, id: string): Promise<CannedReplyDto> {
  const reply = await getCannedReply(actor, id, tx).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!reply || reply.is_archived) throw new Invalid({ canned_reply_id: ['unknown_canned_reply'] });
  return reply;
}

/** Throws Invalid that names the first variable which was not filled in: a customer must not read its braces. */
export function refuseUnresolved(body: string): void {
  const [name] = unresolvedIn(body);
  if (name === undefined) return;
  throw new Invalid({ body: ['unresolved_variable'] }, `Nothing was filled in for {{${name}}}.`);
}

/** Counts a use. The last thing of its transaction: a reply that everybody uses is held up for a moment only. */
export async function countUse(tx: Tx, id: string): Promise<void> {
  await tx.query('UPDATE canned_reply SET use_count = use_count + 1, last_used_at = now() WHERE id = $1', [
    id,
  ]);
}
