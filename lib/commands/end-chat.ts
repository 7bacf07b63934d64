import { isEnded } from '../presenters/chat';
import { accessTicket } from '../queries/access-ticket';
import { readChat } from '../queries/list-chats';
import type { Actor, Visit } from '../rules/permissions';
import type { ChatConversationDto } from '../schemas/chat';
import { type Attempt, once } from './steps/once';
import { setStatusByHand } from './steps/set-status-by-hand';

/** A visitor has what he wanted: his conversation is resolved. One that has ended stays as it is. @throws NotFound. */
export function endChat(
  actor: Actor & { visitor: Visit },
  ref: string,
  attempt?: Attempt,
): Promise<ChatConversationDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.read', { lock: true });
    if (!isEnded(ticket)) await setStatusByHand(tx, actor, ticket, 'RESOLVED');
    return readChat(actor, ticket.id, tx);
  });
}
