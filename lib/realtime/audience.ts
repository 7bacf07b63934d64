import type { TicketColumns } from '../db/sql/ticket-row';
import type { EventRow } from '../events/catalogue';
import { rooms } from './rooms';

type Place = Pick<TicketColumns, 'assignee_id' | 'team_id'>;

/**
 * Who is told that a list changed because of an event on a ticket: who sees all, whoever holds or held it, the agents
 * of each queue that it is or was in, and its customer when the event is his to know. The hint holds no text.
 */
export function listRooms(event: EventRow, ticket: Place & Pick<TicketColumns, 'customer_id'>): string[] {
  const told = new Set<string>([rooms.seeAll, placeOf(ticket)]);
  for (const before of ['from', 'to'] as const) {
    const id = asId(event.data[before]);
    if (event.type === 'assignment.changed') told.add(placeOf({ ...ticket, assignee_id: id }));
    if (event.type === 'team.changed') told.add(placeOf({ ...ticket, team_id: id }));
  }
  if (event.public_seq !== null) told.add(rooms.person(ticket.customer_id));
  return [...told];
}

/** Whose lists an import changed: imported conversations are nobody's and of no team; its customers know their own. */
export function importRooms({ data }: EventRow): string[] {
  const customers = Array.isArray(data.customer_ids) ? data.customer_ids.map(String) : [];
  return [rooms.seeAll, rooms.queue(null), ...customers.map(rooms.person)];
}

/** Which customers have other tickets in their lists after two were made one, or parted again. */
export function customerRooms({ type, data }: EventRow): string[] {
  if (type !== 'customer.merged' && type !== 'customer.unmerged') return [];
  return [data.person_id, data.other_id].map((id) => rooms.person(String(id)));
}

/** Beside those who see all: its holder, or those who see the queue that it waits in. */
const placeOf = ({ assignee_id, team_id }: Place): string =>
  assignee_id === null ? rooms.queue(team_id) : rooms.person(assignee_id);

/** Those who have a ticket in their lists: who sees all, its holder, or those who see its queue. */
export const placeRooms = (ticket: Place): string[] => [rooms.seeAll, placeOf(ticket)];

const asId = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * Who may stay in a ticket's staff room after an event; null when the event moves nobody. Everybody else is asked to
 * leave before the event is told.
 */
export function staysInStaffRoom(event: EventRow, ticket: Place): string[] | null {
  if (event.type === 'ticket.deleted') return [rooms.admins];
  if (event.type !== 'assignment.changed' && event.type !== 'team.changed') return null;
  return [rooms.seeAll, placeOf(ticket)];
}
