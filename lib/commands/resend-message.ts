import { messageRows } from '../db/sql/message-rows';
import { inTransaction } from '../db/transaction';
import { Conflict, NotFound } from '../errors';
import { type MessageRow, presentMessage } from '../presenters/message';
import { accessTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { MessageDto } from '../schemas/message';
import { noteDelivery } from './steps/note-delivery';
import { refuseIfUnreachable, sendSoon } from './steps/queue-messenger-send';

/**
 * Tries once more to bring an answer to Messenger, from the part on that did not arrive.
 *
 * @throws NotFound; Conflict `nothing_failed`, `window_closed`, `channel_off`.
 */
export function resendMessage(actor: Actor, ref: string, messageId: string): Promise<MessageDto> {
  return inTransaction(async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.reply', { lock: true });
    const read = async () =>
      (await tx.query<MessageRow>(messageRows('m.id = $1 AND m.ticket_id = $2'), [messageId, ticket.id]))
        .rows[0];
    if (!(await read())) throw new NotFound();
    await refuseIfUnreachable(tx, ticket.id, new Date());
    const { rowCount } = await noteDelivery(tx, [messageId], () =>
      tx.query(
        `UPDATE messenger_send SET state = 'queued', attempts = 0, lapses = 0, error = NULL, queued_at = now(),
           next_attempt_at = now() WHERE message_id = $1 AND state = 'failed'`,
        [messageId],
      ),
    );
    if (rowCount === 0) throw new Conflict('nothing_failed', 'All of this message left.');
    tx.afterCommit(() => sendSoon(messageId));
    return presentMessage((await read())!, 'staff');
  });
}
