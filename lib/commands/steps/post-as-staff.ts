import type { Tx } from '../../db/transaction';
import type { Actor } from '../../rules/permissions';
import type { PostMessageInput } from '../../schemas/post-message';
import { applyActions } from './apply-actions';
import { postStaffReply } from './post-staff-reply';
import { countUse } from './use-canned-reply';
import { type NewMessage, type Posted, writeMessage } from './write-message';

/**
 * A reply or note of staff, and what its macro does: together or not at all. A status that is asked for with the reply
 * itself goes before the macro's.
 *
 * @throws Forbidden, Conflict and Invalid as replying and each act by hand do.
 */
export async function postAsStaff(
  tx: Tx,
  actor: Actor,
  message: NewMessage,
  { is_internal, status, promise, actions = {}, canned_reply_id }: PostMessageInput,
): Promise<Posted> {
  const { status: byMacro, ...rest } = actions;
  const posted = is_internal
    ? await writeMessage(tx, actor, message, { to: message.ticket.status, internal: true })
    : await postStaffReply(tx, actor, message, { status: status ?? byMacro, promise });
  await applyActions(tx, actor, message.ticket.id, is_internal ? actions : rest);
  if (canned_reply_id) await countUse(tx, canned_reply_id);
  return posted;
}
