import type { TicketColumns, TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { allowTicket } from '../../queries/access-ticket';
import type { Actor } from '../../rules/permissions';
import type { EditTicketInput } from '../../schemas/ticket';
import { PRIORITIES } from '../../schemas/values';
import { topicKey } from './topic-key';
import { updatedEvent } from './updated-event';
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
  const { subject, priority, source_priority, topic, languages } = input;
  const wanted: Partial<Pick<TicketColumns, keyof typeof input>> = {
    ...(subject === undefined ? {} : { subject: subject.trim() }),
    ...(priority === undefined ? {} : { priority: PRIORITIES.indexOf(priority) }),
    ...(source_priority === undefined ? {} : { source_priority }),
    ...(topic === undefined ? {} : { topic: await topicKey(tx, topic) }),
    ...(languages === undefined ? {} : { languages }),
  };
  const changed = Object.entries(wanted).filter(
    ([field, value]) => String(value ?? '') !== String(ticket[field as keyof typeof ticket] ?? ''),
  );
  if (changed.length === 0) return;
  // to people the number of a source is its priority
  const fields = [...new Set(changed.map(([field]) => (field === 'source_priority' ? 'priority' : field)))];
  const change: typeof wanted = Object.fromEntries(changed);
  await writeTicket(tx, ticket.id, change, [updatedEvent(fields, ticket, change, actor.id)]);
}
