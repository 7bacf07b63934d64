import { sql } from '@/lib/db/transaction';

/** What must hold after every fault (docs: reliability). Each answers with what breaks it, so that a failure shows it. */

/** I6: the numbers of a ticket's events are 1..n without a hole, for staff and for its customer. */
export async function brokenNumbering(): Promise<unknown[]> {
  const { rows } = await sql.query(
    `SELECT t.id, t.last_seq, t.last_public_seq, count(e.seq) AS events, max(e.seq) AS highest,
            count(e.public_seq) AS public_events, max(e.public_seq) AS highest_public
     FROM ticket t LEFT JOIN event e ON e.ticket_id = t.id GROUP BY t.id
     HAVING count(e.seq) <> t.last_seq OR count(e.id) <> t.last_seq OR coalesce(max(e.seq), 0) <> t.last_seq OR min(e.seq) <> 1
        OR count(e.public_seq) <> t.last_public_seq OR coalesce(max(e.public_seq), 0) <> t.last_public_seq`,
  );
  return rows;
}

/** I7: nobody holds more than his limits (only for tests where nobody was given work by hand). */
export async function overloadedAgents(): Promise<unknown[]> {
  const { rows } = await sql.query(
    `SELECT p.name, p.capacity, p.capacity_calls, p.capacity_total,
            count(*) FILTER (WHERE t.channel = 'CALL') AS calls, count(*) FILTER (WHERE t.channel <> 'CALL') AS others
     FROM person p JOIN ticket t ON t.assignee_id = p.id
     WHERE t.status IN ('OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_ON_CUSTOMER') AND t.deleted_at IS NULL AND t.spam_at IS NULL
     GROUP BY p.id
     HAVING count(*) FILTER (WHERE t.channel = 'CALL') > p.capacity_calls
         OR count(*) FILTER (WHERE t.channel <> 'CALL') > p.capacity OR count(*) > coalesce(p.capacity_total, 1000000)`,
  );
  return rows;
}

/** What still waits to be published, mailed or settled; all of it is 0 when everything has come to rest. */
export async function backlog(): Promise<{ events: number; mails: number }> {
  const { rows } = await sql.query<{ events: number; mails: number }>(
    `SELECT (SELECT count(*) FROM event WHERE published_at IS NULL) AS events,
            (SELECT count(*) FROM outbound_mail WHERE state IN ('queued', 'sending', 'deferred')) AS mails`,
  );
  return rows[0]!;
}

/** How many tickets and days the reports have not counted yet; 0 when the worker came to all of them. */
export async function uncounted(): Promise<number> {
  const { rows } = await sql.query<{ n: number }>(
    `SELECT (SELECT count(*) FROM ticket t LEFT JOIN ticket_fact f ON f.ticket_id = t.id WHERE f.seq IS DISTINCT FROM t.last_seq)
          + (SELECT count(*) FROM report_dirty) AS n`,
  );
  return rows[0]!.n;
}
