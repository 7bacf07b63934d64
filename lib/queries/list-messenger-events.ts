import { sql } from '../db/transaction';
import { Forbidden } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { ListMessengerEventsQuery, MessengerEventDto } from '../schemas/messenger';
import { decodeCursor, pageOf } from './cursor';

interface Row extends Omit<MessengerEventDto, 'page' | 'ticket' | 'received_at'> {
  page_id: string;
  page_name: string;
  number: number | null;
  received_at: Date;
}

/** One page of what Messenger told us, the newest first, with the state in which each ended. */
export async function listMessengerEvents(
  actor: Actor,
  { state, page, limit, cursor }: ListMessengerEventsQuery,
): Promise<{ results: MessengerEventDto[]; next: string | null }> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  const [at, after] = cursor
    ? (decodeCursor(actor.id, 'messenger-events', cursor) as [string, string])
    : [null, null];
  const { rows } = await sql.query<Row>(
    `SELECT e.id, e.kind, e.state, e.reason, e.detail, e.received_at, p.id AS page_id, p.name AS page_name,
       k.name AS contact, t.number
     FROM messenger_event e JOIN messenger_page p ON p.id = e.page_id
     LEFT JOIN messenger_contact c ON c.page_id = e.page_id AND c.psid = e.psid
     LEFT JOIN person k ON k.id = c.person_id LEFT JOIN ticket t ON t.id = e.ticket_id
     WHERE ($1::text IS NULL OR e.state = $1) AND ($2::uuid IS NULL OR e.page_id = $2)
       AND ($3::timestamptz IS NULL OR (e.received_at, e.id) < ($3, $4::uuid))
     ORDER BY e.received_at DESC, e.id DESC LIMIT $5`,
    [state ?? null, page ?? null, at, after, limit + 1],
  );
  const { shown, next } = pageOf(actor.id, 'messenger-events', {
    ...{ rows, limit },
    placeOf: ({ received_at, id }) => [received_at.toISOString(), id],
  });
  return { results: shown.map(present), next };
}

const present = ({ page_id, page_name, number, received_at, ...row }: Row): MessengerEventDto => ({
  ...row,
  page: { id: page_id, name: page_name },
  ticket: number === null ? null : { number },
  received_at: received_at.toISOString(),
});
