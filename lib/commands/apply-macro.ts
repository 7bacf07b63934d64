import { Invalid } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { TicketDto } from '../schemas/ticket';
import { applyActions } from './steps/apply-actions';
import { type Attempt, once } from './steps/once';
import { countUse, usableReply } from './steps/use-canned-reply';

/**
 * Does what a macro says, without a message: its text, if it has one, stays unsent.
 *
 * @throws Invalid when it is unknown or does nothing; Forbidden and Conflict as each of its acts does by hand.
 */
export function applyMacro(
  actor: Actor,
  ref: string,
  cannedReplyId: string,
  attempt?: Attempt,
): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.note', { lock: true });
    const { actions } = await usableReply(tx, actor, cannedReplyId);
    if (Object.keys(actions).length === 0) throw new Invalid({ canned_reply_id: ['no_actions'] });
    await applyActions(tx, actor, ticket.id, actions);
    await countUse(tx, cannedReplyId);
    return presentTicket((await loadTicket(tx, ticket.id))!, audienceOf(actor.role));
  });
}
