import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import type { EventRow, TicketEventInput } from '../../events/catalogue';
import { noticesFor } from '../../rules/notifications';
import { type Reason, reasonFacts } from '../../rules/routing-reason';
import { statusAfterAssign } from '../../rules/status';
import { mailNotices } from './mail-notices';
import { writeTicket } from './write-ticket';

/**
 * Gives a locked ticket to somebody, or to nobody, inside a command: row, history, reason and the new one's mail.
 * Unassigned work goes back to the queue as OPEN, keeping its place by waiting time. No change, no event.
 */
export async function setAssignee(
  tx: Tx,
  ticket: TicketRow,
  assigneeId: string | null,
  by: { actorId: string | null; reason: Reason | null },
): Promise<EventRow[]> {
  if (ticket.assignee_id === assigneeId) return [];
  const status = statusAfterAssign(ticket.status, assigneeId !== null);
  const events: TicketEventInput[] = [
    {
      type: 'assignment.changed',
      data: { from: ticket.assignee_id, to: assigneeId, ...reasonFacts(by.reason) },
      actorId: by.actorId,
    },
  ];
  if (status !== ticket.status) {
    events.push({
      type: 'status.changed',
      data: { from: ticket.status, to: status, by_hand: false },
      actorId: by.actorId,
    });
  }
  const recorded = await writeTicket(
    tx,
    ticket.id,
    {
      assignee_id: assigneeId,
      status,
      assigned_at: assigneeId === null ? null : new Date(),
      routing_reason: by.reason,
      // taken or given by hand once, a held ticket is ordinary work from then on
      is_held: false,
    },
    events,
  );
  const notices = noticesFor(
    { kind: 'assigned', automatic: by.actorId === null },
    { actorId: by.actorId, customerId: ticket.customer_id, assigneeId, imported: ticket.is_imported },
  );
  await mailNotices(tx, { ...ticket, assignee_id: assigneeId }, recorded[0]!.id, notices);
  return recorded;
}
