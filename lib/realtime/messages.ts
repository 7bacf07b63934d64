import { sql } from '../db/transaction';
import { NotFound, Refusal } from '../errors';
import { log } from '../log';
import { audienceOf } from '../presenters/ticket';
import { accessTicket } from '../queries/access-ticket';
import { seenAmong } from '../queries/seen-among';
import { type Status, UNSOLVED } from '../schemas/values';
import { type Ack, type ClientMessage, clientMessages, type JoinAck, type Mark } from './protocol';
import type { RealtimeServer, RealtimeSocket } from './publish';
import { eventsSince } from './resync';
import { rooms } from './rooms';
import { type MarkState, markOf, openTickets, publishMark, staffMarks } from './signals';

const TICKETS_PER_SOCKET = 50;
const ticketsOpen = (socket: RealtimeSocket) =>
  [...socket.rooms].filter((room) => room.startsWith('ticket:')).length;

/** What a visitor of a website may say; his tickets are few, and his own. */
const OF_VISITORS: ReadonlySet<string> = new Set<ClientMessage>([
  'ticket:join',
  'ticket:leave',
  'ticket:typing',
]);

/** Answers one message of a client: parse, check, do, ack. Whatever it is, the process and the connection live on. */
export async function answerMessage(
  io: RealtimeServer,
  socket: RealtimeSocket,
  name: string,
  args: unknown[],
): Promise<void> {
  const ack = typeof args.at(-1) === 'function' ? (args.at(-1) as (answer: Ack) => void) : () => {};
  try {
    if (!Object.hasOwn(clientMessages, name)) throw new NotFound();
    if (socket.data.actor.visitor && !OF_VISITORS.has(name)) throw new NotFound();
    ack({ ok: true, ...(await handle(io, socket, name as ClientMessage, args[0])) });
  } catch (error) {
    ack({ ok: false, error: socketProblem(error) });
  }
}

async function handle(
  io: RealtimeServer,
  socket: RealtimeSocket,
  name: ClientMessage,
  input: unknown,
): Promise<object> {
  switch (name) {
    case 'ticket:join': {
      const { ticket_id, since } = clientMessages[name].parse(input);
      return join(io, socket, ticket_id, since);
    }
    case 'ticket:leave': {
      const { ticket_id } = clientMessages[name].parse(input);
      leave(io, socket, ticket_id);
      return {};
    }
    case 'ticket:typing': {
      const { ticket_id, state } = clientMessages[name].parse(input);
      mark(io, socket, ticket_id, state);
      return {};
    }
    case 'marks:watch': {
      const { ticket_ids } = clientMessages[name].parse(input);
      return { marks: await watchMarks(io, socket, [...new Set(ticket_ids)]) };
    }
    case 'notices:read': {
      clientMessages[name].parse(input);
      socket.to(rooms.person(socket.data.actor.id)).emit('notices:changed');
      return {};
    }
  }
}

async function join(
  io: RealtimeServer,
  socket: RealtimeSocket,
  ref: string,
  since: number | undefined,
): Promise<Omit<Extract<JoinAck, { ok: true }>, 'ok'>> {
  const { actor } = socket.data;
  if (ticketsOpen(socket) >= TICKETS_PER_SOCKET) throw new NotFound();
  const audience = audienceOf(actor.role);
  const seen = await accessTicket(sql, actor, ref, 'ticket.read');
  const room = audience === 'staff' ? rooms.ticketStaff(seen.id) : rooms.ticketCustomer(seen.id);
  await socket.join(room);
  // read again after joining: what happened in between is either in this row or comes through the room. And a person
  // who lost the ticket in between leaves again.
  const ticket = await accessTicket(sql, actor, seen.id, 'ticket.read').catch((error: unknown) => {
    void socket.leave(room);
    throw error;
  });
  const missed = await eventsSince(
    ticket,
    audience,
    since ?? (audience === 'staff' ? ticket.last_seq : ticket.last_public_seq),
  );
  if (audience === 'customer' && (UNSOLVED as readonly Status[]).includes(ticket.status))
    await socket.join(rooms.waiting);
  const marks = openTickets(io, ticket.id, audience, socket.id);
  if (audience === 'staff') mark(io, socket, ticket.id, 'viewing');
  return { ticket_id: ticket.id, marks, ...missed };
}

function leave(io: RealtimeServer, socket: RealtimeSocket, ticketId: string): void {
  mark(io, socket, ticketId, 'gone');
  void socket.leave(rooms.ticketStaff(ticketId));
  void socket.leave(rooms.ticketCustomer(ticketId));
}

/** Hears from now on who is at these tickets, of those that the person may see, and at no others. */
async function watchMarks(io: RealtimeServer, socket: RealtimeSocket, ids: string[]): Promise<Mark[]> {
  const { actor } = socket.data;
  if (audienceOf(actor.role) === 'customer') throw new NotFound();
  const prefix = rooms.ticketMarks('');
  const seen = await seenAmong(sql, actor, ids);
  for (const room of socket.rooms)
    if (room.startsWith(prefix) && !seen.has(room.slice(prefix.length))) void socket.leave(room);
  await socket.join([...seen].map(rooms.ticketMarks));
  // asked again after joining, as a ticket is: who lost one in between leaves again
  const still = await seenAmong(sql, actor, [...seen]);
  for (const id of seen) if (!still.has(id)) void socket.leave(rooms.ticketMarks(id));
  return [...still].flatMap((id) => staffMarks(io, id, socket.id));
}

/** Says what this socket's person does on a ticket that it has open; about any other ticket nothing is said. */
function mark(io: RealtimeServer, socket: RealtimeSocket, ticketId: string, state: MarkState): void {
  const staff = socket.rooms.has(rooms.ticketStaff(ticketId));
  if (!staff && !socket.rooms.has(rooms.ticketCustomer(ticketId))) throw new NotFound();
  // that a customer writes is told, not that he reads
  const told = staff || state === 'replying' ? state : 'gone';
  socket.data.marks = { ...socket.data.marks, [ticketId]: told };
  publishMark(io, markOf(socket.data, ticketId, told), staff, socket.id);
}

/** The last word of a closing socket: it has no ticket open any more. */
export function leaveAll(io: RealtimeServer, socket: RealtimeSocket): void {
  for (const ticketId of Object.keys(socket.data.marks ?? {})) {
    try {
      mark(io, socket, ticketId, 'gone');
    } catch {
      // left the room before
    }
  }
}

function socketProblem(error: unknown): Extract<Ack, { ok: false }>['error'] {
  if (error instanceof Refusal) return { code: error.code, message: error.message, requestId: '' };
  if (error instanceof Error && error.name === '$ZodError') return invalid;
  if (error instanceof Error && 'issues' in error) return invalid;
  log.error({ err: error }, 'socket message');
  return { code: 'unavailable', message: 'Try again.', requestId: '' };
}

const invalid = { code: 'validation_failed', message: 'This message is not understood.', requestId: '' };
