import type { RealtimeServer } from './publish';
import { rooms } from './rooms';

/** Tells staff that something waits for another reason than before: who looks at what waits fetches it again. */
export function publishExplained(io: RealtimeServer): void {
  io.to([rooms.agents, rooms.admins]).emit('list:changed', { ticket_id: null, type: 'routing.changed' });
}
