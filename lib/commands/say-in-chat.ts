import { countRequest } from '../auth/rate-limits';
import { newId } from '../clock';
import { Conflict } from '../errors';
import { isEnded } from '../presenters/chat';
import { accessTicket } from '../queries/access-ticket';
import { readChatMessage } from '../queries/list-chats';
import type { Actor, Visit } from '../rules/permissions';
import type { ChatMessageDto, SayInput } from '../schemas/chat';
import { type Attempt, once } from './steps/once';
import { postCustomerMessage } from './steps/post-customer-message';

/**
 * A visitor says something in a conversation that goes on. What was answered so far he has read.
 *
 * @throws NotFound; Conflict `conversation_ended`: a new one is to be begun; RateLimited.
 */
export async function sayInChat(
  actor: Actor & { visitor: Visit },
  ref: string,
  { body, attachments }: SayInput,
  attempt?: Attempt,
): Promise<ChatMessageDto> {
  await countRequest('chat_message', actor.visitor.id);
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.read', { lock: true });
    if (isEnded(ticket)) throw new Conflict('conversation_ended', 'This conversation has ended.');
    await tx.query('UPDATE chat SET visitor_id = $2, mail_due_at = NULL WHERE ticket_id = $1', [
      ...[ticket.id, actor.visitor.id],
    ]);
    const { messageId } = await postCustomerMessage(tx, actor, {
      ...{ id: newId(), ticket, body, format: 'text', html: null, cc: [], via: 'CHAT', attachments },
      clientId: attempt?.key ?? null,
    });
    return readChatMessage(tx, ticket.id, messageId);
  });
}
