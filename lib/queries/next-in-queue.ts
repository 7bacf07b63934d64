import { QUEUE_ORDER, QUEUED } from '../db/sql/queue';
import { type Sql, sql } from '../db/transaction';
import { REST_SECONDS } from '../rules/offers';
import type { Place } from '../rules/queue-order';
import type { Ties } from '../rules/routing';

/** A waiting ticket as routing looks at it. */
export interface QueuedTicket extends Omit<Place, 'lane'>, Ties {
  demand_id: number;
  has_caller: boolean;
}

const LIVE_CALL = 'SELECT 1 FROM call c WHERE c.ticket_id = t.id AND c.ended_at IS NULL';
/** A caller waits; else, while the line is open, he leaves a message, and it is nobody's turn yet. */
export const HAS_CALLER = `EXISTS (${LIVE_CALL} AND c.state = 'ringing')`;
const IS_SPEAKING = `EXISTS (${LIVE_CALL} AND c.state <> 'ringing')`;

/** Who had the customer's last ticket, if that was within so many days. */
const STICKY = `(SELECT l.assignee_id FROM ticket l
  WHERE l.customer_id = q.customer_id AND l.assignee_id IS NOT NULL AND l.id <> q.id
    AND l.created_at > now() - make_interval(days => $2) ORDER BY l.created_at DESC LIMIT 1)`;

/** Does anything bar anybody from anything? Asked once a query, and mostly the answer is no. */
const ANY_BARRED = `(EXISTS (SELECT 1 FROM blocked_pair) OR EXISTS (SELECT 1 FROM call WHERE ended_at IS NULL)
  OR EXISTS (SELECT 1 FROM offer WHERE state IN ('declined', 'missed') AND ended_at > now() - interval '${REST_SECONDS} seconds'))`;

/**
 * Who is not to have ticket `t`: he declined it or let it ring a moment ago, is never to have its customer, or has no
 * telephone at which a caller could be put through to him.
 */
export const BARRED = `CASE WHEN ${ANY_BARRED} THEN ARRAY(
    SELECT o.person_id FROM offer o WHERE o.ticket_id = t.id AND o.state IN ('declined', 'missed')
      AND o.ended_at > now() - interval '${REST_SECONDS} seconds'
    UNION SELECT b.person_id FROM blocked_pair b WHERE b.customer_id = t.customer_id
    UNION SELECT p.id FROM person p WHERE p.role <> 'customer' AND p.phone IS NULL AND ${HAS_CALLER})
  ELSE '{}'::uuid[] END`;

/**
 * The first tickets of each of these demands, in the order of the demand's queue; `most` of each. With `takers`, who could
 * take one of them now, what all of those are barred from is passed over, so that it does not stop what stands behind.
 * What is still to be read for its language is not there yet. Nothing is locked: who gives them away does that.
 */
export async function nextInQueue(
  demands: readonly { id: number; most: number; takers?: readonly string[] }[],
  { stickyDays, from = sql }: { stickyDays: number; from?: Sql },
): Promise<QueuedTicket[]> {
  if (demands.length === 0) return [];
  const { rows } = await from.query<QueuedTicket>(
    `SELECT q.id, q.demand_id, q.queue_class, q.queue_at, q.has_caller, ${stickyDays > 0 ? STICKY : 'NULL'} AS sticky, q.barred
     FROM jsonb_to_recordset($1::jsonb) AS d (id int, most int, takers uuid[])
     CROSS JOIN LATERAL (
       SELECT t.id, t.demand_id, t.queue_class, t.queue_at, t.customer_id, b.barred, ${HAS_CALLER} AS has_caller
       FROM ticket t CROSS JOIN LATERAL (SELECT ${BARRED} AS barred) b
       WHERE t.demand_id = d.id AND ${QUEUED} AND NOT t.language_open AND NOT ${IS_SPEAKING} AND (d.takers IS NULL OR NOT d.takers <@ b.barred) ORDER BY ${QUEUE_ORDER} LIMIT d.most
     ) q`,
    [JSON.stringify(demands), ...(stickyDays > 0 ? [stickyDays] : [])],
  );
  return rows;
}
