import { inTransaction } from '../db/transaction';
import { NotFound } from '../errors';
import { accessTicket } from '../queries/access-ticket';
import { tellSeen } from '../realtime/tell-seen';
import type { Actor, Visit } from '../rules/permissions';
import { moveReadMark } from './steps/move-read-mark';

/**
 * Notes how far a visitor has read, and shows it to who has the ticket open. A mark and a word to the screens, no event:
 * in a chat everything is read at once, and the history need not say so.
 *
 * @throws NotFound when the conversation has no such message.
 */
export async function readChatUpTo(
  actor: Actor & { visitor: Visit },
  ref: string,
  messageId: string,
): Promise<void> {
  const moved = await inTransaction(async (tx) => {
    const { id } = await accessTicket(tx, actor, ref, 'ticket.read');
    const { rowCount } = await tx.query(
      'SELECT 1 FROM message WHERE id = $1 AND ticket_id = $2 AND NOT is_internal',
      [messageId, id],
    );
    if (rowCount === 0) throw new NotFound();
    return (await moveReadMark(tx, actor.id, id, messageId)) ? id : null;
  });
  if (moved) tellSeen(moved, messageId, 'staff');
}
