import type { Audience } from '../presenters/ticket';
import type { RealtimeServer } from './publish';
import { rooms } from './rooms';

/**
 * The sockets of this process, for what is worth telling at once and is lost without harm: it stands in the database
 * as well. A process without sockets tells nobody.
 */
let server: RealtimeServer | undefined;

export function speakThrough(io: RealtimeServer | undefined): void {
  server = io;
}

/** Tells one side of a conversation how far the other has read. */
export function tellSeen(ticketId: string, messageId: string, to: Audience): void {
  const room = to === 'staff' ? rooms.ticketStaff(ticketId) : rooms.ticketCustomer(ticketId);
  server?.to(room).emit('chat:seen', { ticket_id: ticketId, message_id: messageId });
}
