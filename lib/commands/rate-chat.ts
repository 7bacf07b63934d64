import { accessTicket } from '../queries/access-ticket';
import { readChat } from '../queries/list-chats';
import type { Actor, Visit } from '../rules/permissions';
import type { ChatConversationDto } from '../schemas/chat';
import type { RateInput } from '../schemas/rating';
import { type Attempt, once } from './steps/once';
import { writeRating } from './steps/write-rating';

/** A visitor says how the help was. @throws NotFound; Conflict `not_resolved`, `too_late`, `merged`. */
export function rateChat(
  actor: Actor & { visitor: Visit },
  ref: string,
  input: RateInput,
  attempt?: Attempt,
): Promise<ChatConversationDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.rate', { lock: true });
    await writeRating(tx, ticket, input);
    return readChat(actor, ticket.id, tx);
  });
}
