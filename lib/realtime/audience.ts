import type { TicketColumns } from '../db/sql/ticket-row';
import type { EventRow } from '../events/catalogue';
import { rooms } from './rooms';

/**
 * Who is told that a list changed because of an event on a ticket: admins, whoever holds or held it, all agents while
 * it is (or was) in the queue that they share, and its customer when the event is his to know. The hint holds no text.
 */
export function listRooms(
  event: EventRow,
  ticket: Pick<TicketColumns, 'assignee_id' | 'customer_id'>,
): string[] {
  const told = new Set<string>([rooms.admins]);
  const holders = [ticket.assignee_id];
  if (event.type === 'assignment.changed') holders.push(asId(event.data.from), asId(event.data.to));
  for (const holder of holders) told.add(holder === null ? rooms.agents : rooms.person(holder));
  if (event.public_seq !== null) told.add(rooms.person(ticket.customer_id));
  return [...told];
}

const asId = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * Who may stay in a ticket's staff room after an event; null when the event moves nobody. Everybody else is asked to
 * leave before the event is told.
 */
export function staysInStaffRoom(
  event: EventRow,
  ticket: Pick<TicketColumns, 'assignee_id'>,
): string[] | null {
  if (event.type === 'ticket.deleted') return [rooms.admins];
  if (event.type !== 'assignment.changed' || ticket.assignee_id === null) return null;
  return [rooms.admins, rooms.person(ticket.assignee_id)];
}
