import type { Audience } from '../presenters/ticket';
import type { DraftSignal, Mark } from './protocol';
import type { RealtimeServer, SocketData } from './publish';
import { rooms } from './rooms';

/**
 * Signals: who has a ticket open and who is writing, and drafts while they are made. Not recorded, not numbered, harmless when lost; clients repeat
 * theirs every 15 seconds and forget others' after 40. Customers hear only that staff is replying.
 */
export type MarkState = Mark['state'];

export const markOf = ({ actor, tab }: SocketData, ticketId: string, state: MarkState): Mark => ({
  ticket_id: ticketId,
  person: { id: actor.id, name: actor.name, role: actor.role },
  tab,
  state,
});

/** What staff does is heard beside the ticket and in the lists that show it; what a customer does beside it alone. */
export function publishMark(io: RealtimeServer, mark: Mark, byStaff: boolean, exceptSocket: string): void {
  const { ticket_id } = mark;
  const heardBy = [rooms.ticketStaff(ticket_id), ...(byStaff ? [rooms.ticketMarks(ticket_id)] : [])];
  io.to(heardBy).except(exceptSocket).emit('mark', mark);
  if (byStaff)
    io.to(rooms.ticketCustomer(ticket_id)).emit(
      'mark',
      mark.state === 'replying' ? mark : { ...mark, state: 'gone' },
    );
}

/** Says to people that their bells have something new. */
export function publishNotices(io: RealtimeServer, personIds: readonly string[]): void {
  io.to(personIds.map(rooms.person)).emit('notices:changed');
}

/** Says to those who wait that the queue moved. */
export function publishMoved(io: RealtimeServer): void {
  io.to(rooms.waiting).emit('queue:moved');
}

/** Tells the person who asked for a draft how it comes along, in all of his tabs. */
export function publishDraft(io: RealtimeServer, personId: string, signal: DraftSignal): void {
  io.to(rooms.person(personId)).emit('draft', signal);
}

/** The marks that sockets of this process hold on a ticket; other processes' come with their next heartbeat. */
export function openTickets(
  io: RealtimeServer,
  ticketId: string,
  audience: Audience,
  exceptSocket: string,
): Mark[] {
  if (audience === 'customer') return [];
  return marksIn(io, ticketId, [rooms.ticketStaff(ticketId), rooms.ticketCustomer(ticketId)], exceptSocket);
}

/** The same for the rows of a list, which show staff alone. */
export const staffMarks = (io: RealtimeServer, ticketId: string, exceptSocket: string): Mark[] =>
  marksIn(io, ticketId, [rooms.ticketStaff(ticketId)], exceptSocket);

function marksIn(io: RealtimeServer, ticketId: string, names: string[], exceptSocket: string): Mark[] {
  const { adapter, sockets } = io.of('/');
  return names
    .flatMap((name) => [...(adapter.rooms.get(name) ?? [])])
    .flatMap((id) => {
      const data = sockets.get(id)?.data as SocketData | undefined;
      const state = data?.marks?.[ticketId];
      return id === exceptSocket || !data || !state || state === 'gone'
        ? []
        : [markOf(data, ticketId, state)];
    });
}
