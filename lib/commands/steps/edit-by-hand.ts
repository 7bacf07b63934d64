import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { allowTicket } from '../../queries/access-ticket';
import type { Actor } from '../../rules/permissions';
import type { EditTicketInput } from '../../schemas/ticket';
import { PRIORITIES } from '../../schemas/values';
import { topicKey } from './topic-key';
import { writeTicket } from './write-ticket';

/**
 * Changes what people write down about a locked ticket. What is already so is no change and no event.
 * @throws Forbidden for who may not edit it.
 */
export async function editByHand(
  tx: Tx,
  actor: Actor,
  ticket: TicketRow,
  input: Pick<EditTicketInput, 'subject' | 'priority' | 'topic' | 'languages'> & { source_priority?: number },
): Promise<void> {
  allowTicket(ticket, actor, 'ticket.edit');
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
  if (changed.length === 0) return;
  // to people the number of a source is its priority
  const fields = [...new Set(changed.map(([field]) => (field === 'source_priority' ? 'priority' : field)))];
  await writeTicket(tx, ticket.id, Object.fromEntries(changed), [
    { type: 'ticket.updated', data: { fields }, actorId: actor.id },
  ]);
}
