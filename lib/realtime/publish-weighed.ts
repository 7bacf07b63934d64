import type { Weighed } from '../queries/tickets-to-weigh';
import { placeRooms } from './audience';
import type { RealtimeServer } from './publish';
import { rooms } from './rooms';

/** Above this, one word to all staff says as much. */
const ONE_BY_ONE = 20;

/** Tells staff that tickets are of another urgency: their lists fetch again, and so do those who have one open. */
export function publishWeighed(io: RealtimeServer, tickets: readonly Weighed[]): void {
  const type = 'urgency.changed';
  if (tickets.length > ONE_BY_ONE) {
    io.to([rooms.agents, rooms.admins]).emit('list:changed', { ticket_id: null, type });
    return;
  }
  for (const ticket of tickets)
    io.to(placeRooms(ticket)).emit('list:changed', { ticket_id: ticket.id, type });
}
