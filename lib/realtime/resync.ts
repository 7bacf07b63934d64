import { eventViews } from '../db/sql/event-views';
import type { TicketRow } from '../db/sql/ticket-row';
import { sql } from '../db/transaction';
import type { EventView } from '../presenters/event';
import type { Audience } from '../presenters/ticket';
import type { EventDto } from '../schemas/event';
import { livePresentation, loadForEvents } from './publish';

/** More than this and one fetch of the ticket is cheaper than the events. */
const MOST = 100;

/**
 * The events of a ticket that an audience missed after number `since`, whole and in order; `reload` when there are too
 * many, or when `since` is ahead of the log (then the screen belongs to another past).
 */
export async function eventsSince(
  ticket: TicketRow,
  audience: Audience,
  since: number,
): Promise<{ last_seq: number; events: EventDto[]; reload: boolean }> {
  const last = audience === 'staff' ? ticket.last_seq : ticket.last_public_seq;
  if (since === last) return { last_seq: last, events: [], reload: false };
  if (since > last || last - since > MOST) return { last_seq: last, events: [], reload: true };
  const number = audience === 'staff' ? 'seq' : 'public_seq';
  const { rows } = await sql.query<EventView>(
    `${eventViews(`e.ticket_id = $1 AND e.${number} > $2`)} ORDER BY e.${number}`,
    [ticket.id, since],
  );
  const loaded = await loadForEvents(rows);
  const now = loaded.tickets.get(ticket.id) ?? ticket;
  const events = rows.map((event) => livePresentation(event, now, loaded, audience));
  return { last_seq: events.at(-1)?.seq ?? last, events, reload: false };
}
