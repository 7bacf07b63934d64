import { QUEUE_ORDER, QUEUED, SKILLS } from '../db/sql/queue';
import { sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import { type Able, type Demand, isAble } from '../rules/routing';
import { visibleTickets } from '../rules/visibility';
import type { WorkDto } from '../schemas/work';
import { NOT_MERGED } from './ticket-conditions';

/** More than fits on the screen is in the views. */
const TODO = 10;
const FREE = 3;
/** Of the queue so much is looked at. */
const QUEUE = 200;

const time = (value: string) => `to_char(${value} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const TICKET = `t.id, t.number, t.subject, (SELECT name FROM person WHERE id = t.customer_id) AS customer, t.urgency`;
const THERE = `t.deleted_at IS NULL AND t.spam_at IS NULL AND ${NOT_MERGED}`;

/** Somebody's day: what asks for him first, what he could take, and what he has done since midnight. */
export async function getWork(actor: Actor): Promise<WorkDto> {
  const [todo, free, today] = await Promise.all([readTodo(actor), readFree(actor), readToday(actor)]);
  return { todo, free, today };
}

/** The end of the person's day. */
const TONIGHT = `(SELECT (date_trunc('day', now() AT TIME ZONE p.time_zone) + interval '1 day') AT TIME ZONE p.time_zone
  FROM person p WHERE p.id = $1)`;

async function readTodo(actor: Actor): Promise<WorkDto['todo']> {
  const mine = `FROM ticket t WHERE t.assignee_id = $1 AND t.status NOT IN ('RESOLVED', 'CLOSED')`;
  const { rows } = await sql.query<WorkDto['todo'][number]>(
    `WITH reason AS (
       SELECT ticket_id, 0 AS place, 'stopped' AS why, coalesce(settled_at, send_at) AS at
       FROM held_message WHERE author_id = $1 AND state = 'stopped'
       UNION ALL
       SELECT id, 1, 'promise_due', promise_at FROM ticket t
       WHERE t.promise_due AND t.promise_by = $1 AND t.promise_at IS NOT NULL
       UNION ALL
       SELECT ticket_id, 2, 'mention', created_at FROM notice
       WHERE person_id = $1 AND kind = 'mention' AND read_at IS NULL
       UNION ALL
       SELECT t.id, 3, 'waiting', t.waiting_since ${mine}
         AND t.waiting_since IS NOT NULL AND t.snoozed_until IS NULL AND NOT t.snoozed_for_reply
       UNION ALL
       SELECT t.id, 4, 'wakes', t.snoozed_until ${mine} AND t.snoozed_until < ${TONIGHT}
       UNION ALL
       SELECT t.id, 5, 'promise', t.promise_at FROM ticket t
       WHERE t.promise_by = $1 AND NOT t.promise_due AND t.promise_at < ${TONIGHT}
     ), first AS (
       SELECT DISTINCT ON (ticket_id) * FROM reason ORDER BY ticket_id, place, at
     )
     SELECT f.why, ${time('f.at')} AS at, ${TICKET}
     FROM first f JOIN ticket t ON t.id = f.ticket_id
     WHERE ${THERE} AND ${visibleTickets(actor, '$1')}
     ORDER BY f.place, CASE f.why WHEN 'waiting' THEN -t.urgency END, f.at, t.id LIMIT ${TODO}`,
    [actor.id],
  );
  return rows;
}

/** Of what waits in the queue, in its order: what his teams, languages and skills let him take. */
async function readFree(actor: Actor): Promise<WorkDto['free']> {
  const [{ rows }, able] = await Promise.all([
    sql.query<Demand & { ticket: WorkDto['free']['tickets'][number] }>(
      `SELECT t.languages, t.team_id, ${SKILLS} AS skills,
         (SELECT to_jsonb(x) FROM (SELECT ${TICKET}, ${time('coalesce(t.waiting_since, t.created_at)')} AS since) x) AS ticket
       FROM ticket t WHERE ${QUEUED} AND ${visibleTickets(actor, '$1')}
       ORDER BY ${QUEUE_ORDER} LIMIT ${QUEUE}`,
      [actor.id],
    ),
    sql.query<Able>(
      `SELECT languages, skills, ARRAY(SELECT team_id FROM team_member WHERE person_id = person.id) AS team_ids
       FROM person WHERE id = $1`,
      [actor.id],
    ),
  ]);
  const takeable = rows.filter((row) => isAble(able.rows[0]!, row));
  return {
    tickets: takeable.slice(0, FREE).map(({ ticket }) => ticket),
    count: takeable.length,
    capped: rows.length === QUEUE,
  };
}

/**
 * What he did today. Ids are made from the time, so the day is a range of the primary keys, however much there was
 * before it.
 */
async function readToday(actor: Actor): Promise<WorkDto['today']> {
  const { rows } = await sql.query<WorkDto['today']>(
    `WITH day AS MATERIALIZED (
       SELECT date_trunc('day', now() AT TIME ZONE time_zone) AT TIME ZONE time_zone AS start FROM person WHERE id = $1
     ), bound AS MATERIALIZED (
       SELECT start, rpad(lpad(to_hex((extract(epoch FROM start) * 1000)::bigint), 12, '0'), 32, '0')::uuid AS id FROM day
     )
     SELECT (SELECT count(*)::int FROM message WHERE id >= (SELECT id FROM bound) AND author_id = $1 AND NOT is_internal
               AND created_at >= (SELECT start FROM bound)) AS replies,
            (SELECT count(DISTINCT ticket_id)::int FROM event WHERE id >= (SELECT id FROM bound) AND actor_id = $1
               AND type = 'status.changed' AND data ->> 'to' = 'RESOLVED'
               AND created_at >= (SELECT start FROM bound)) AS solved`,
    [actor.id],
  );
  return rows[0]!;
}
