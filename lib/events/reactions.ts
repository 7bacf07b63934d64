import type { JobRequest } from '../jobs/queue';
import { REST_SECONDS } from '../rules/offers';
import type { EventRow, EventType } from './catalogue';

/**
 * What follows from an event: its jobs. (Who hears it live stands in `audience.ts`.) Every event that queued mail also
 * gets a `send-mail` job; that is asked of the ledger, not of this table.
 */
type Reaction =
  | 'route'
  | 'run-import'
  | 'write-draft'
  | 'index'
  | 'load-demo'
  | 'remove-demo'
  | 'sweep-counts'
  | 'release-held'
  | 'wake-ticket'
  | 'end-offer'
  | 'route-again'
  | 'weigh';

const reactions: Record<EventType, readonly Reaction[]> = {
  'ticket.created': ['route', 'index', 'weigh'],
  'message.created': ['index', 'weigh'],
  'message.held': ['release-held'],
  'message.stopped': [],
  'message.undone': [],
  // a place may have become free, or work come back
  'status.changed': ['route', 'weigh'],
  'assignment.changed': ['route'],
  'ticket.updated': ['route', 'index', 'weigh'],
  'team.changed': ['route'],
  'tags.changed': [],
  // it asks for less
  'routing.changed': ['route'],
  'offer.made': ['end-offer'],
  // what routing says of it is told beside it
  'offer.accepted': [],
  // to the next one, and to him again when he has rested
  'offer.declined': ['route', 'route-again'],
  'offer.missed': ['route', 'route-again'],
  'offer.withdrawn': ['route'],
  'wrap_up.began': ['end-offer'],
  'wrap_up.ended': ['route'],
  // somebody is free again, or waits to be called back
  'call.changed': ['route'],
  'delivery.changed': [],
  'ticket.deleted': ['route'],
  'ticket.restored': ['route'],
  'spam.changed': ['route'],
  // awake again it may be somebody's work
  'snooze.changed': ['route', 'wake-ticket'],
  'promise.changed': ['wake-ticket'],
  'closing.told': [],
  'rating.asked': [],
  'rating.spared': [],
  'ticket.rated': [],
  'ticket.merged': ['route', 'index', 'weigh'],
  'ticket.absorbed': ['index', 'weigh'],
  'ticket.unmerged': ['route', 'index', 'weigh'],
  'ticket.parted': ['index', 'weigh'],
  'ticket.split': ['index', 'weigh'],
  'ticket.begun_apart': [],
  'ticket.answered_apart': [],
  'auto_reply.received': [],
  'message.edited': ['index', 'weigh'],
  'message.removed': ['index', 'weigh'],
  'person.created': [],
  'person.changed': ['route', 'index'],
  'customer.changed': ['index', 'weigh'],
  'organisation.created': ['weigh'],
  'organisation.edited': ['weigh'],
  'organisation.deleted': ['weigh'],
  'customer.noted': [],
  'pair.blocked': [],
  'pair.unblocked': ['route'],
  'customer.merged': ['index', 'weigh'],
  'customer.absorbed': [],
  'customer.unmerged': ['index', 'weigh'],
  'customer.parted': [],
  'facts.imported': [],
  'availability.changed': ['route'],
  'session.started': [],
  'session.ended': [],
  'code.requested': [],
  'invitation.sent': [],
  'password.reset_requested': [],
  'email.change_requested': [],
  // what it means for routing comes with the people and tickets that it concerns
  'team.created': [],
  // its tickets may be given out in another way
  'team.edited': ['route'],
  'team.deleted': [],
  'import.requested': ['run-import'],
  'draft.requested': ['write-draft'],
  // weights and visibility change who may take what, business hours every business hour that was counted
  'settings.changed': ['route', 'sweep-counts', 'weigh'],
  // for all tickets of a slice at once
  'import.advanced': ['route'],
  'import.finished': ['index', 'sweep-counts', 'weigh'],
  'import.undone': ['sweep-counts'],
  'export.made': [],
  'key.created': [],
  'key.revoked': [],
  'topic.created': [],
  // what it asks of an agent may be another now
  'topic.changed': ['route'],
  'canned_reply.created': [],
  'canned_reply.changed': [],
  // with the first line, calls count another way
  'phone_line.created': ['route'],
  'phone_line.changed': ['route'],
  'mailbox.created': [],
  'mailbox.changed': [],
  'mailbox.key_renewed': [],
  'mailbox.down': [],
  'mailbox.up': [],
  'messenger_page.created': [],
  'messenger_page.changed': [],
  'messenger_event.reread': [],
  'website.created': [],
  'website.changed': [],
  'website.secret_renewed': [],
  'mail.reread': [],
  'view.created': [],
  'view.edited': [],
  'view.deleted': [],
  'trash.emptied': [],
  'mail.tested': [],
  'system.probed': [],
  'demo.requested': ['load-demo'],
  'demo.removal_requested': ['remove-demo'],
  'demo.removed': ['sweep-counts'],
};

/** What this version knows. An event of a newer one waits for a process that knows what follows from it. */
export const KNOWN_TYPES = Object.keys(reactions);

/**
 * The jobs of a batch of events. Routing looks at the whole queue and search at all that changed, so one job of each
 * serves the batch, as does one count of its tickets for the reports; the others are one an event. Ids come from the
 * events, so that publishing twice adds nothing twice.
 */
export function jobsFor(events: readonly (EventRow & { has_mail: boolean })[]): JobRequest[] {
  const requests: JobRequest[] = [];
  const routing = events.find((event) => reactions[event.type].includes('route'));
  if (routing) requests.push({ name: 'route', payload: {}, id: `${routing.id}-route` });
  const first = events[0];
  const ticket_ids = [...new Set(events.flatMap((event) => event.ticket_id ?? []))];
  if (first && ticket_ids.length > 0)
    requests.push({ name: 'count-tickets', payload: { ticket_ids }, id: `${first.id}-count` });
  const reading = events.find((event) => reactions[event.type].includes('index'));
  if (reading) requests.push({ name: 'index-tickets', payload: {}, id: `${reading.id}-index` });
  const weighing = events.find((event) => reactions[event.type].includes('weigh'));
  if (weighing) requests.push({ name: 'weigh-tickets', payload: {}, id: `${weighing.id}-weigh` });
  for (const event of events) {
    if (event.has_mail)
      requests.push({ name: 'send-mail', payload: { event_id: event.id }, id: `${event.id}-mail` });
    if (reactions[event.type].includes('run-import')) {
      const import_id = String(event.data.import_id);
      requests.push({ name: 'run-import', payload: { import_id }, id: `${event.id}-import` });
    }
    if (reactions[event.type].includes('write-draft')) {
      const draft_id = String(event.data.draft_id);
      requests.push({ name: 'write-draft', payload: { draft_id }, id: `${event.id}-draft` });
    }
    if (reactions[event.type].includes('release-held')) {
      const delay = Math.max(0, Date.parse(String(event.data.send_at)) - Date.now());
      const payload = { held_id: String(event.data.held_id) };
      requests.push({ name: 'release-held', payload, id: `${event.id}-release`, delay });
    }
    const wakes = event.data.until ?? event.data.at;
    if (reactions[event.type].includes('wake-ticket') && event.ticket_id && typeof wakes === 'string') {
      const delay = Math.max(0, Date.parse(wakes) - Date.now());
      requests.push({
        name: 'wake-ticket',
        payload: { ticket_id: event.ticket_id },
        id: `${event.id}-wake`,
        delay,
      });
    }
    if (reactions[event.type].includes('end-offer')) {
      const delay = Math.max(0, Date.parse(String(event.data.until)) - Date.now());
      const payload = { offer_id: String(event.data.offer_id) };
      requests.push({ name: 'end-offer', payload, id: `${event.id}-end`, delay });
    }
    if (reactions[event.type].includes('route-again')) {
      const delay = REST_SECONDS * 1_000;
      requests.push({ name: 'route', payload: {}, id: `${event.id}-again`, delay });
    }
    if (reactions[event.type].includes('sweep-counts'))
      requests.push({ name: 'sweep-counts', payload: {}, id: `${event.id}-recount` });
    for (const name of ['load-demo', 'remove-demo'] as const)
      if (reactions[event.type].includes(name))
        requests.push({ name, payload: {}, id: `${event.id}-${name}` });
  }
  return requests;
}
