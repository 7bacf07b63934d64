import type { TicketColumns } from '../../db/sql/ticket-row';
import type { TicketEventInput } from '../../events/catalogue';
import { cannotTakeBack, reasonFacts } from '../../rules/routing-reason';

/** What came back and its assignee cannot take goes into the queue, without him; nothing when nobody held it. */
export function intoQueue({ assignee_id }: Pick<TicketColumns, 'assignee_id'>): {
  columns: { [K in 'assignee_id' | 'assigned_at' | 'routing_reason']?: null };
  events: TicketEventInput[];
} {
  if (assignee_id === null) return { columns: {}, events: [] };
  const data = { from: assignee_id, to: null, ...reasonFacts(cannotTakeBack()) };
  return {
    columns: { assignee_id: null, assigned_at: null, routing_reason: null },
    events: [{ type: 'assignment.changed', data, actorId: null }],
  };
}
