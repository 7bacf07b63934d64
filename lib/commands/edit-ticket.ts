import { inTransaction } from '../db/transaction';
import { Conflict } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { EditTicketInput, TicketDto } from '../schemas/ticket';
import { editByHand } from './steps/edit-by-hand';
import { setTeam } from './steps/set-team';

/**
 * Changes subject, priority, topic, languages or team. What is already so is no change and no event. The team is
 * staff's alone: it raises no version, of two who change it the later one wins.
 *
 * @throws Conflict `version_conflict` with `current`, the ticket as it is, when it changed since it was read.
 */
export function editTicket(
  actor: Actor,
  ref: string,
  { version, team, ...input }: EditTicketInput,
): Promise<TicketDto> {
  return inTransaction(async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.edit', { lock: true });
    const audience = audienceOf(actor.role);
    if (ticket.version !== version) {
      const current = presentTicket(ticket, audience);
      throw new Conflict('version_conflict', 'Somebody changed the ticket in the meantime.', { current });
    }
    await editByHand(tx, actor, ticket, input);
    if (team !== undefined) await setTeam(tx, ticket, team, actor.id);
    return presentTicket((await loadTicket(tx, ticket.id))!, audience);
  });
}
