import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import { eventViews } from '../db/sql/event-views';
import { messageRows } from '../db/sql/message-rows';
import { type TicketRow, ticketRows } from '../db/sql/ticket-row';
import { sql } from '../db/transaction';
import { type EventRow, type EventType, TOLD_AT_ONCE } from '../events/catalogue';
import { log } from '../log';
import { type EventView, presentEvent } from '../presenters/event';
import { type HeldRow, presentHeld } from '../presenters/held';
import { type MessageRow, presentMessage } from '../presenters/message';
import { type Audience, presentTicket } from '../presenters/ticket';
import { heldRows } from '../queries/list-held';
import type { Actor } from '../rules/permissions';
import { REMOVING_EVENTS } from '../rules/removing-events';
import type { EventDto } from '../schemas/event';
import { customerRooms, importRooms, listRooms, staysInStaffRoom } from './audience';
import type { ClientEvents, Mark, ServerMessages } from './protocol';
import { rooms } from './rooms';

export type RealtimeServer = Server<ClientEvents, ServerMessages, DefaultEventsMap, SocketData>;
export type RealtimeSocket = Socket<ClientEvents, ServerMessages, DefaultEventsMap, SocketData>;
/** What a socket carries: who it is, and until when. */
export interface SocketData {
  actor: Actor;
  /** Names this window among the person's own. */
  tab: string;
  /** What the person does on each ticket that this socket has open. */
  marks?: Record<string, Mark['state']>;
}

/** What all desks show or choose from. */
const OF_WORKSPACE: ReadonlySet<EventType> = new Set<EventType>([
  'settings.changed',
  'topic.created',
  'topic.changed',
  'canned_reply.created',
  'canned_reply.changed',
  'view.created',
  'view.edited',
  'view.deleted',
]);
/** What staff knows about customers. */
const OF_CUSTOMERS: ReadonlySet<EventType> = new Set<EventType>([
  'customer.changed',
  'customer.noted',
  'pair.blocked',
  'pair.unblocked',
  'organisation.created',
  'organisation.edited',
  'organisation.deleted',
  'facts.imported',
  'customer.merged',
  'customer.absorbed',
  'customer.unmerged',
  'customer.parted',
]);
/** Concerns a person, but nothing that his screens show, or may know of. */
const QUIET: ReadonlySet<EventType> = new Set<EventType>([
  'session.started',
  'customer.noted',
  'pair.blocked',
  'pair.unblocked',
  'customer.merged',
  'customer.absorbed',
  'customer.unmerged',
  'customer.parted',
]);

interface Loaded {
  tickets: Map<string, TicketRow>;
  messages: Map<string, MessageRow>;
  held: Map<string, HeldRow>;
}

/** Tells the screens about a batch of recorded events, in their order. A few queries, however many events. */
export async function publishEvents(io: RealtimeServer, events: readonly EventRow[]): Promise<void> {
  const ofTickets = events.filter((event) => event.ticket_id !== null);
  const [views, loaded] = await Promise.all([loadViews(ofTickets), loadForEvents(ofTickets)]);
  for (const event of views) {
    const ticket = loaded.tickets.get(event.ticket_id!);
    if (!ticket) continue;
    try {
      publishTicketEvent(io, event, ticket, loaded);
    } catch (error) {
      // one that cannot be told must not hold up all others: screens see the hole in the numbers and fetch
      log.error({ err: error, event: event.id }, 'event not told');
    }
  }
  for (const event of events) if (event.ticket_id === null) publishGeneralEvent(io, event);
}

function publishTicketEvent(io: RealtimeServer, event: EventView, ticket: TicketRow, loaded: Loaded): void {
  const staff = rooms.ticketStaff(ticket.id);
  const customer = rooms.ticketCustomer(ticket.id);
  const staying = staysInStaffRoom(event, ticket);
  if (staying) {
    io.in(staff).except(staying).emit('ticket:gone', { ticket_id: ticket.id });
    for (const room of [staff, rooms.ticketMarks(ticket.id)]) io.in(room).except(staying).socketsLeave(room);
  }
  io.to(staff).emit('event', livePresentation(event, ticket, loaded, 'staff'));
  if (event.public_seq !== null)
    io.to(customer).emit('event', livePresentation(event, ticket, loaded, 'customer'));
  if (event.type === 'ticket.deleted') {
    io.in(customer).emit('ticket:gone', { ticket_id: ticket.id });
    io.in(customer).socketsLeave(customer);
  }
  if (TOLD_AT_ONCE.has(event.type) && event.data.to)
    io.to(rooms.person(String(event.data.to))).emit('offers:changed');
  io.to(listRooms(event, ticket)).emit('list:changed', { ticket_id: ticket.id, type: event.type });
}

/** Rows of tickets say whose they are, and whether he is VIP. */
function standsInRows({ type, data }: EventRow): boolean {
  if (type.startsWith('organisation.')) return true;
  const fields = Array.isArray(data.fields) ? data.fields : [];
  return (
    type === 'customer.changed' && ['name', 'is_vip', 'organisation'].some((one) => fields.includes(one))
  );
}

function publishGeneralEvent(io: RealtimeServer, event: EventRow): void {
  if (OF_WORKSPACE.has(event.type)) io.to([rooms.agents, rooms.admins]).emit('workspace:changed');
  if (OF_CUSTOMERS.has(event.type)) {
    const { person_id } = event.data;
    const customer_id = typeof person_id === 'string' ? person_id : null;
    io.to([rooms.agents, rooms.admins]).emit('customers:changed', { customer_id });
  }
  if (REMOVING_EVENTS.has(event.type) || standsInRows(event))
    io.to([rooms.agents, rooms.admins, ...customerRooms(event)]).emit('list:changed', {
      ticket_id: null,
      type: event.type,
    });
  if (event.type === 'settings.changed') {
    // another sight, other rooms: agents come back through the handshake, which asks for both anew
    const { visibility } = event.data.changes as Record<string, unknown>;
    if (visibility !== undefined) io.in(rooms.agents).disconnectSockets(true);
  }
  // his chats are somebody else's now: he comes back as that one
  if (event.type === 'customer.merged')
    io.in(rooms.person(String(event.data.person_id))).disconnectSockets(true);
  if (event.type === 'import.advanced')
    io.to(importRooms(event)).emit('list:changed', { ticket_id: null, type: event.type });
  if (event.type === 'availability.changed') io.to([rooms.agents, rooms.admins]).emit('people:changed');
  if (QUIET.has(event.type)) return;
  const person = typeof event.data.person_id === 'string' ? event.data.person_id : null;
  if (person === null) return;
  if (event.type === 'session.ended')
    io.in(rooms.session(String(event.data.session_id))).disconnectSockets(true);
  else if (event.type === 'person.changed' && event.data.evict === true)
    io.in(rooms.person(person)).disconnectSockets(true);
  else if (event.type === 'system.probed')
    io.to(rooms.person(person)).emit('probe', { id: String(event.data.probe_id) });
  else io.to(rooms.person(person)).emit('me:changed');
}

/** The event as one audience hears it, with the ticket and message as they are now. */
export function livePresentation(
  event: EventView,
  ticket: TicketRow,
  loaded: Loaded,
  audience: Audience,
): EventDto {
  const message = loaded.messages.get(String(event.data.message_id));
  const held = audience === 'staff' ? loaded.held.get(String(event.data.held_id)) : undefined;
  return presentEvent(event, audience, {
    ticket: presentTicket(ticket, audience),
    ...(message ? { message: presentMessage(message, audience) } : {}),
    ...(held ? { held: presentHeld(held) } : {}),
  });
}

async function loadViews(events: readonly EventRow[]): Promise<EventView[]> {
  if (events.length === 0) return [];
  const { rows } = await sql.query<EventView>(eventViews('e.id = ANY($1::uuid[])'), [
    events.map((event) => event.id),
  ]);
  const views = new Map(rows.map((row) => [row.id, row]));
  return events.flatMap((event) => views.get(event.id) ?? []);
}

/** The tickets and messages that a batch of events speaks of, as they are now. */
export async function loadForEvents(events: readonly EventRow[]): Promise<Loaded> {
  const [tickets, messages, held] = await Promise.all([
    loadById<TicketRow>(
      `${ticketRows()} WHERE t.id = ANY($1::uuid[])`,
      events.flatMap((event) => event.ticket_id ?? []),
    ),
    loadById<MessageRow>(messageRows('m.id = ANY($1::uuid[])'), named(events, 'message_id')),
    loadById<HeldRow>(
      heldRows(`h.id = ANY($1::uuid[]) AND h.state IN ('held', 'stopped')`),
      named(events, 'held_id'),
    ),
  ]);
  return { tickets, messages, held };
}

const named = (events: readonly EventRow[], field: string): string[] =>
  events.flatMap(({ data }) => (data[field] ? [String(data[field])] : []));

async function loadById<Row extends { id: string }>(text: string, ids: string[]): Promise<Map<string, Row>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql.query<Row>(text, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}
