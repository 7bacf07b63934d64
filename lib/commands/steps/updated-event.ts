import type { TicketColumns } from '../../db/sql/ticket-row';
import type { TicketEventInput } from '../../events/catalogue';
import { PRIORITIES } from '../../schemas/values';

type Told = Pick<TicketColumns, 'priority' | 'topic'>;

/**
 * "Somebody changed these fields", with the old and new values of those that are codes; a subject is a text, and
 * stays in its own row.
 */
export function updatedEvent(
  fields: string[],
  was: Told,
  now: Partial<Told>,
  actorId: string,
): TicketEventInput {
  const named = (rank: number) => PRIORITIES[rank]!;
  return {
    type: 'ticket.updated',
    data: {
      fields,
      // a source's number alone changes no priority
      ...(fields.includes('priority') &&
        now.priority !== undefined && { priority: [named(was.priority), named(now.priority)] }),
      ...(fields.includes('topic') && { topic: [was.topic, now.topic ?? null] }),
    },
    actorId,
  };
}
