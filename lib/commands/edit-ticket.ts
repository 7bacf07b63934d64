import { inTransaction } from '../db/transaction';
import { Conflict } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { EditTicketInput, TicketDto } from '../schemas/ticket';
import { editByHand } from './steps/edit-by-hand';
import { setAskRating } from './steps/set-ask-rating';
import { setTags } from './steps/set-tags';
import { setTeam } from './steps/set-team';

/**
 * Changes subject, priority, topic, languages, team, tags or whether the customer is asked for a rating. What is already
 * so is no change and no event. The last three are staff's alone: they ask for no version and raise none. Of two who change the team the later one wins; tags
 * that two people add are both there.
 *
 * @throws Conflict `version_conflict` with `current`, the ticket as it is, when it changed since it was read.
 */
export function editTicket(
  actor: Actor,
  ref: string,
  { version, team, ask_rating, tags, add_tags, remove_tags, ...input }: EditTicketInput,
): Promise<TicketDto> {
  return inTransaction(async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.edit', { lock: true });
    const audience = audienceOf(actor.role);
    if (version !== undefined && ticket.version !== version) {
      const current = presentTicket(ticket, audience);
      throw new Conflict('version_conflict', 'Somebody changed the ticket in the meantime.', { current });
    }
    await editByHand(tx, actor, ticket, input);
    await setTags(tx, ticket, { tags, add_tags, remove_tags }, actor.id);
    if (ask_rating !== undefined) await setAskRating(tx, ticket, ask_rating, actor.id);
    if (team !== undefined) await setTeam(tx, ticket, team, actor.id);
    return presentTicket((await loadTicket(tx, ticket.id))!, audience);
  });
}
