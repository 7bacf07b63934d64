import { messageRows } from '../../db/sql/message-rows';
import type { Tx } from '../../db/transaction';
import { type MessageRow, presentMessage } from '../../presenters/message';
import { audienceOf, presentTicket } from '../../presenters/ticket';
import { loadTicket } from '../../queries/access-ticket';
import type { Actor } from '../../rules/permissions';
import type { PostedMessage } from '../../schemas/post-message';
import type { Posted } from './write-message';

/** The message and its ticket as they are now, for who wrote it. */
export async function presentPosted(
  tx: Tx,
  actor: Actor,
  { ticketId, messageId }: Posted,
): Promise<PostedMessage> {
  const audience = audienceOf(actor.role);
  const { rows } = await tx.query<MessageRow>(messageRows('m.id = $1'), [messageId]);
  const ticket = await loadTicket(tx, ticketId);
  return {
    ...presentMessage(rows[0]!, audience),
    ticket: presentTicket(ticket!, audience),
    held: null,
  };
}
