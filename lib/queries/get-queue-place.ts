import { ANSWERS_TO_ALL, ANSWERS_TO_LIKE } from '../db/sql/answers';
import { QUEUED, REQUIRED, SEEMS_QUEUED } from '../db/sql/queue';
import type { TicketRow } from '../db/sql/ticket-row';
import { type Sql, sql } from '../db/transaction';
import { openingAt } from '../rules/opening-hours';
import type { Actor } from '../rules/permissions';
import { laneOf } from '../rules/queue-order';
import { type Ahead, type Answered, honestWait, queuePlace } from '../rules/queue-place';
import type { Able } from '../rules/routing';
import type { QueuePlaceDto } from '../schemas/queue-place';
import { accessTicket } from './access-ticket';
import { getOpeningHours } from './get-opening-hours';
import { getRoutingSetup } from './routing-setup';

/** Further back no place is told: it would say nothing, and counting on would cost. */
const FURTHEST = 500;

/**
 * Where a ticket stands, and how long it may be, as its customer is told: nothing of either once somebody has it. And
 * when somebody is there again, if nobody is.
 */
export async function getQueuePlace(actor: Actor, ref: string, from: Sql = sql): Promise<QueuePlaceDto> {
  const ticket = await accessTicket(from, actor, ref, 'ticket.read');
  const [ahead, opens_at] = await Promise.all([demandsUpTo(from, ticket.id), opensAt()]);
  const mine = ahead.at(-1);
  if (!mine) return { place: null, wait: null, opens_at };
  const [staff, wait] = await Promise.all([ableStaff(), waitOfLate(ticket)]);
  const place = queuePlace(mine, ahead, staff);
  return { place: place !== null && place > FURTHEST ? null : place, wait, opens_at };
}

/** Waiting tickets of a demand `d` that a condition holds to be before `mine`; each is a range of the queue's index. */
const before = (condition: string) =>
  `(SELECT 1 FROM ticket t WHERE t.demand_id = d.id AND ${QUEUED} AND ${condition} LIMIT ${FURTHEST})`;

/**
 * For {@link demandsUpTo}: `$1` the ticket, `$2` the order of kinds. One OR in place of the ranges would walk past all
 * that come after the ticket.
 */
export const DEMANDS_UP_TO = `WITH mine AS (
    SELECT t.id, t.queue_class, t.queue_at, d.id AS demand_id, ($2::jsonb ->> d.kind)::int AS rank
    FROM ticket t JOIN demand d ON d.id = t.demand_id WHERE t.id = $1 AND ${SEEMS_QUEUED}
  )
  SELECT d.languages, d.team_id, ${REQUIRED} AS skills, before.count
  FROM mine JOIN (SELECT *, ($2::jsonb ->> kind)::int AS rank FROM demand) d ON d.rank >= mine.rank
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS count FROM (
      ${before('d.rank > mine.rank')} UNION ALL
      ${before('d.rank = mine.rank AND t.queue_class > mine.queue_class')} UNION ALL
      ${before('d.rank = mine.rank AND t.queue_class = mine.queue_class AND (t.queue_at, t.id) < (mine.queue_at, mine.id)')}
      LIMIT ${FURTHEST}) q
  ) before
  WHERE before.count > 0 OR d.id = mine.demand_id
  ORDER BY d.id = mine.demand_id`;

/**
 * What the tickets before this one ask for, counted up to {@link FURTHEST} each, and this one's own demand as the
 * last; empty when it does not wait.
 */
async function demandsUpTo(from: Sql, id: string): Promise<Ahead[]> {
  const { order } = await getRoutingSetup();
  const { rows } = await from.query<Ahead>(DEMANDS_UP_TO, [id, JSON.stringify(order)]);
  return rows;
}

/** Who might take something, now or when he is back. */
async function ableStaff(): Promise<Able[]> {
  const { rows } = await sql.query<Able>(
    `SELECT languages, skills, ARRAY(SELECT team_id FROM team_member WHERE person_id = person.id) AS team_ids
     FROM person WHERE role <> 'customer' AND disabled_at IS NULL`,
  );
  return rows;
}

/** By answers to the like of it, if there were enough, whatever the hours: the customer's clock does not stop at night. */
export async function waitOfLate({
  channel,
  languages,
}: Pick<TicketRow, 'channel' | 'languages'>): Promise<QueuePlaceDto['wait']> {
  const { rows: like } = await sql.query<Record<'hour' | 'days', Answered>>(ANSWERS_TO_LIKE, [
    laneOf(channel),
    languages,
  ]);
  for (const based_on of ['hour', 'days'] as const) {
    const wait = honestWait(like[0]![based_on]);
    if (wait) return { ...wait, based_on };
  }
  const { rows: all } = await sql.query<{ all: Answered }>(ANSWERS_TO_ALL);
  const wait = honestWait(all[0]!.all);
  return wait && { ...wait, based_on: 'all' };
}

/** When the house is open again; null while it is, and where no hours are set. */
export async function opensAt(): Promise<string | null> {
  const hours = await getOpeningHours();
  const opening = hours && openingAt(hours, Date.now());
  return opening && !opening.isOpen && opening.opens !== null ? new Date(opening.opens).toISOString() : null;
}
