import { eventViews } from '../db/sql/event-views';
import { sql } from '../db/transaction';
import { type EventView, presentEvent } from '../presenters/event';
import { audienceOf } from '../presenters/ticket';
import type { Actor } from '../rules/permissions';
import type { EventDto } from '../schemas/event';
import { accessTicket } from './access-ticket';

/** More than this many missed events and a fetch of the ticket is cheaper. */
const MOST = 200;

/**
 * The events of a ticket after number `since`, in order, without texts. `reload` is true when there are more than 200
 * (or `since` lies ahead of the log): then fetch the ticket instead.
 */
export async function listEvents(
  actor: Actor,
  ref: string,
  since: number,
): Promise<{ results: EventDto[]; reload: boolean }> {
  const ticket = await accessTicket(sql, actor, ref, 'ticket.read');
  const audience = audienceOf(actor.role);
  const number = audience === 'staff' ? 'seq' : 'public_seq';
  const last = audience === 'staff' ? ticket.last_seq : ticket.last_public_seq;
  const { rows } = await sql.query<EventView>(
    `${eventViews(`e.ticket_id = $1 AND e.${number} > $2`)} ORDER BY e.${number} DESC LIMIT ${MOST}`,
    [ticket.id, since],
  );
  const results = rows.reverse().map((event) => presentEvent(event, audience));
  return { results, reload: since > last || last - since > MOST };
}
