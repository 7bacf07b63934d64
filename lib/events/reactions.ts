import type { JobRequest } from '../jobs/queue';
import type { EventRow, EventType } from './catalogue';

/**
 * What follows from an event: its jobs. (Who hears it live stands in `audience.ts`.) Every event that queued mail also
 * gets a `send-mail` job; that is asked of the ledger, not of this table.
 */
type Reaction = 'route' | 'run-import' | 'index' | 'load-demo' | 'remove-demo';

const reactions: Record<EventType, readonly Reaction[]> = {
  'ticket.created': ['route', 'index'],
  'message.created': ['index'],
  // a place may have become free, or work come back
  'status.changed': ['route'],
  'assignment.changed': ['route'],
  'ticket.updated': ['route', 'index'],
  'team.changed': ['route'],
  'routing.changed': [],
  'delivery.changed': [],
  'ticket.deleted': ['route'],
  'ticket.restored': ['route'],
  'spam.changed': ['route'],
  'person.created': [],
  'person.changed': ['route', 'index'],
  'customer.changed': ['index'],
  'availability.changed': ['route'],
  'session.ended': [],
  'code.requested': [],
  'invitation.sent': [],
  'password.reset_requested': [],
  'email.change_requested': [],
  // what it means for routing comes with the people and tickets that it concerns
  'team.created': [],
  'team.edited': [],
  'team.deleted': [],
  'import.requested': ['run-import'],
  'import.finished': [],
  'import.undone': [],
  'export.made': [],
  'key.created': [],
  'key.revoked': [],
  // weights and visibility change who may take what
  'settings.changed': ['route'],
  'mail.tested': [],
  'system.probed': [],
  'demo.requested': ['load-demo'],
  'demo.removal_requested': ['remove-demo'],
  'demo.removed': [],
};

/** What this version knows. An event of a newer one waits for a process that knows what follows from it. */
export const KNOWN_TYPES = Object.keys(reactions);

/**
 * The jobs of a batch of events. Routing looks at the whole queue and search at all that changed, so one job of each
 * serves the batch; the others are one an event. Ids come from the events, so that publishing twice adds nothing twice.
 */
export function jobsFor(events: readonly (EventRow & { has_mail: boolean })[]): JobRequest[] {
  const requests: JobRequest[] = [];
  const routing = events.find((event) => reactions[event.type].includes('route'));
  if (routing) requests.push({ name: 'route', payload: {}, id: `${routing.id}-route` });
  const reading = events.find((event) => reactions[event.type].includes('index'));
  if (reading) requests.push({ name: 'index-tickets', payload: {}, id: `${reading.id}-index` });
  for (const event of events) {
    if (event.has_mail)
      requests.push({ name: 'send-mail', payload: { event_id: event.id }, id: `${event.id}-mail` });
    if (reactions[event.type].includes('run-import')) {
      const import_id = String(event.data.import_id);
      requests.push({ name: 'run-import', payload: { import_id }, id: `${event.id}-import` });
    }
    for (const name of ['load-demo', 'remove-demo'] as const)
      if (reactions[event.type].includes(name))
        requests.push({ name, payload: {}, id: `${event.id}-${name}` });
  }
  return requests;
}
