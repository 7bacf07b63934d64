import { QUEUE_ORDER, QUEUED } from '../db/sql/queue';
import { type Sql, sql } from '../db/transaction';
import type { Place } from '../rules/queue-order';
import type { Ties } from '../rules/routing';

/** A waiting ticket as routing looks at it. */
export interface QueuedTicket extends Omit<Place, 'lane'>, Ties {
  demand_id: number;
}

/** Who had the customer's last ticket, if that was within so many days. */
const STICKY = `(SELECT l.assignee_id FROM ticket l
  WHERE l.customer_id = q.customer_id AND l.assignee_id IS NOT NULL AND l.id <> q.id
    AND l.created_at > now() - make_interval(days => $2) ORDER BY l.created_at DESC LIMIT 1)`;

/**
 * The first tickets of each of these demands, in the order of the demand's queue; `most` of each. Nothing is locked:
 * who gives them away does that.
 */
export async function nextInQueue(
  demands: readonly { id: number; most: number }[],
  { stickyDays, from = sql }: { stickyDays: number; from?: Sql },
): Promise<QueuedTicket[]> {
  if (demands.length === 0) return [];
  const { rows } = await from.query<QueuedTicket>(
    `SELECT q.id, q.demand_id, q.queue_class, q.queue_at, ${stickyDays > 0 ? STICKY : 'NULL'} AS sticky
     FROM jsonb_to_recordset($1::jsonb) AS d (id int, most int)
     CROSS JOIN LATERAL (
       SELECT t.id, t.demand_id, t.queue_class, t.queue_at, t.customer_id FROM ticket t
       WHERE t.demand_id = d.id AND ${QUEUED} ORDER BY ${QUEUE_ORDER} LIMIT d.most
     ) q`,
    [JSON.stringify(demands), ...(stickyDays > 0 ? [stickyDays] : [])],
  );
  return rows;
}
