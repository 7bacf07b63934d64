import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { AssignInput, TicketDto } from '../schemas/ticket';
import { type AssignWarning, assignByHand } from './steps/assign-by-hand';
import { type Attempt, once } from './steps/once';

/**
 * Assigns a ticket by hand, takes it (oneself) or gives it back to the queue (null), with or without another team.
 * By hand people may go over the routing limit, to somebody who is away, in another team, or without a language or
 * skill that the ticket needs; `warnings` says so.
 *
 * @throws Invalid when the person cannot hold tickets or the team is unknown; Conflict `ticket_closed`.
 */
export function assignTicket(
  actor: Actor,
  ref: string,
  input: AssignInput,
  attempt?: Attempt,
): Promise<TicketDto & { warnings: AssignWarning[] }> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.read', { lock: true });
    const warnings = await assignByHand(tx, actor, ticket, input);
    const row = (await loadTicket(tx, ticket.id))!;
    return { ...presentTicket(row, audienceOf(actor.role)), warnings };
  });
}
