import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { RateInput } from '../schemas/rating';
import type { TicketDto } from '../schemas/ticket';
import { type Attempt, once } from './steps/once';
import { writeRating } from './steps/write-rating';

/**
 * The customer says how the help was, for the resolution that holds.
 *
 * @throws Conflict `not_resolved`, `too_late`.
 */
export function rateTicket(
  actor: Actor,
  ref: string,
  input: RateInput,
  attempt?: Attempt,
): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.rate', { lock: true });
    await writeRating(tx, ticket, input);
    return presentTicket((await loadTicket(tx, ticket.id))!, audienceOf(actor.role));
  });
}
