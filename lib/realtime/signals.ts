import type { Audience } from '../presenters/ticket';
import type { DraftSignal, Mark } from './protocol';
import type { RealtimeServer, SocketData } from './publish';
import { rooms } from './rooms';

/**
 * Signals: who has a ticket open and who is writing, and drafts while they are made. Not recorded, not numbered, harmless when lost; clients repeat
 * theirs every 15 seconds and forget others' after 40. Customers hear only that staff is replying.
 */
export type MarkState = Mark['state'];

export const markOf = (actor: SocketData['actor'], ticketId: string, state: MarkState): Mark => ({
  ticket_id: ticketId,
  person: { id: actor.id, name: actor.name, role: actor.role },
  state,
});

export function publishMark(io: RealtimeServer, mark: Mark, byStaff: boolean, exceptSocket: string): void {
  io.to(rooms.ticketStaff(mark.ticket_id)).except(exceptSocket).emit('mark', mark);
  if (byStaff)
    io.to(rooms.ticketCustomer(mark.ticket_id)).emit(
      'mark',
      mark.state === 'replying' ? mark : { ...mark, state: 'gone' },
    );
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
  const { adapter, sockets } = io.of('/');
  const ids = [
    ...(adapter.rooms.get(rooms.ticketStaff(ticketId)) ?? []),
    ...(adapter.rooms.get(rooms.ticketCustomer(ticketId)) ?? []),
  ];
  return ids.flatMap((id) => {
    const data = sockets.get(id)?.data as SocketData | undefined;
    const state = data?.marks?.[ticketId];
    return id === exceptSocket || !data || !state || state === 'gone'
      ? []
      : [markOf(data.actor, ticketId, state)];
  });
}
