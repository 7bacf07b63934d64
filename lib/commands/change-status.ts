import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { TicketDto } from '../schemas/ticket';
import type { Status } from '../schemas/values';
import { type Attempt, once } from './steps/once';
import { setStatusByHand } from './steps/set-status-by-hand';

/**
 * Sets a ticket's status by hand. The same status again changes nothing and records nothing.
 *
 * @throws Conflict `assign_first` when nobody holds the ticket yet, `invalid_transition` when the rules refuse, both
 *   with `current`, the status as it is.
 */
export function changeStatus(actor: Actor, ref: string, to: Status, attempt?: Attempt): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.read', { lock: true });
    await setStatusByHand(tx, actor, ticket, to);
    return presentTicket((await loadTicket(tx, ticket.id))!, audienceOf(actor.role));
  });
}
