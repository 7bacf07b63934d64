import { inTransaction } from '../db/transaction';
import { Conflict } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { EditTicketInput, TicketDto } from '../schemas/ticket';
import { PRIORITIES } from '../schemas/values';
import { setTeam } from './steps/set-team';
import { topicKey } from './steps/topic-key';
import { writeTicket } from './steps/write-ticket';

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
    const wanted = {
      ...input,
      ...(input.subject === undefined ? {} : { subject: input.subject.trim() }),
      ...(input.topic === undefined ? {} : { topic: await topicKey(tx, input.topic) }),
      ...(input.priority === undefined ? {} : { priority: PRIORITIES.indexOf(input.priority) }),
    };
    const changed = Object.entries(wanted).filter(
      ([field, value]) =>
        value !== undefined && String(value ?? '') !== String(ticket[field as keyof typeof ticket] ?? ''),
    );
    if (changed.length > 0) {
      const fields = changed.map(([field]) => field);
      await writeTicket(tx, ticket.id, Object.fromEntries(changed), [
        { type: 'ticket.updated', data: { fields }, actorId: actor.id },
      ]);
    }
    if (team !== undefined) await setTeam(tx, ticket, team, actor.id);
    return presentTicket((await loadTicket(tx, ticket.id))!, audience);
  });
}
