import type { EventRow, EventType } from './catalogue';

const LEAVING: ReadonlySet<EventType> = new Set<EventType>([
  'offer.made',
  'ticket.deleted',
  'ticket.merged',
  'ticket.updated',
  'team.changed',
  'spam.changed',
  'snooze.changed',
]);

/** May those who wait behind stand nearer after this? It was given out, rings, left the queue, or asks for something else. */
export const movesQueue = ({ type, data }: Pick<EventRow, 'type' | 'data'>): boolean =>
  LEAVING.has(type) ||
  (type === 'assignment.changed' && data.from === null) ||
  (type === 'status.changed' && data.from === 'OPEN');
