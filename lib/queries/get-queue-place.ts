import { QUEUED, SEEMS_QUEUED, SKILLS } from '../db/sql/queue';
import { sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import { type Ahead, honestWait, queuePlace } from '../rules/queue-place';
import type { Able } from '../rules/routing';
import type { QueuePlaceDto } from '../schemas/queue-place';
import { accessTicket } from './access-ticket';

/** Further back no place is told: it would say nothing, and counting on would cost. */
const FURTHEST = 500;
const DAYS = 7;
/** The newest answers are enough, however many there were. */
const ANSWERS = 2_000;

const DEMAND = `t.languages, t.team_id, ${SKILLS} AS skills`;
const NOT_WAITING: QueuePlaceDto = { place: null, wait: null };

/** Where a ticket stands, and how long it may be, as its customer is told: nothing of either once somebody has it. */
export async function getQueuePlace(actor: Actor, ref: string): Promise<QueuePlaceDto> {
  const { id } = await accessTicket(sql, actor, ref, 'ticket.read');
  const [ahead, staff, wait] = await Promise.all([demandsUpTo(id), ableStaff(), waitOfLate()]);
  const mine = ahead.pop();
  if (!mine) return NOT_WAITING;
  const isTooFar = ahead.reduce((sum, { count }) => sum + count, 0) === FURTHEST;
  return { place: isTooFar ? null : queuePlace(mine, ahead, staff), wait };
}

const WAITS_SINCE = 'coalesce(t.waiting_since, t.created_at)';
/** Some of those that a condition holds to be before `mine`; each is a range of the queue's index. */
const before = (condition: string) =>
  `(SELECT t.languages, t.team_id, t.topic FROM mine JOIN ticket t ON ${condition} WHERE ${QUEUED} LIMIT ${FURTHEST})`;

/** The tickets before that of `$1`, for {@link demandsUpTo}: one OR would walk past all that come after it. */
export const DEMANDS_UP_TO = `WITH mine AS (
       SELECT t.id, t.priority, ${WAITS_SINCE} AS since, ${DEMAND}
       FROM ticket t WHERE t.id = $1 AND ${SEEMS_QUEUED}
     ), before AS (
       ${before('t.priority > mine.priority')} UNION ALL
       ${before(`t.priority = mine.priority AND (${WAITS_SINCE}, t.id) < (mine.since, mine.id)`)}
       LIMIT ${FURTHEST}
     )
     SELECT languages, team_id, skills, count FROM (
       SELECT ${DEMAND}, count(*)::int AS count, false AS is_mine FROM before t GROUP BY 1, 2, 3
       UNION ALL
       SELECT languages, team_id, skills, 1, true FROM mine
     ) q ORDER BY is_mine`;

/** What the tickets before this one ask for, counted, and this one's own demand as the last; empty when it does not wait. */
async function demandsUpTo(id: string): Promise<Ahead[]> {
  const { rows } = await sql.query<Ahead>(DEMANDS_UP_TO, [id]);
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

/** Of the first answers of the last days, whatever the hours: the customer's clock does not stop at night. */
async function waitOfLate() {
  const { rows } = await sql.query<{ count: number; half: number | null; most: number | null }>(
    `SELECT count(*)::int AS count, percentile_disc(0.5) WITHIN GROUP (ORDER BY reply_seconds) AS half,
            percentile_disc(0.9) WITHIN GROUP (ORDER BY reply_seconds) AS most
     FROM (SELECT reply_seconds FROM ticket_fact
           WHERE replied_day >= current_date - ${DAYS} ORDER BY replied_day DESC LIMIT ${ANSWERS}) q`,
  );
  return honestWait(rows[0]!);
}
