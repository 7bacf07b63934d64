import { sql } from '../../db/transaction';
import { spreadOf } from '../../rules/simulation/figures';
import type { Arrival, World } from '../../rules/simulation/model';
import type { Channel } from '../../schemas/values';
import { laneOf } from '../asked-ticket';

/** Of a ticket that waits for its customer for weeks nobody's place was taken for weeks. */
const LONGEST_MS = 3 * 86_400_000;
/** Of a ticket that is not done, while there is no other to go by. */
const USUAL_MS = 30 * 60_000;

interface Row extends Omit<Arrival, 'at' | 'lane' | 'handling' | 'source_priority'> {
  number: number;
  subject: string;
  channel: Channel;
  topic_id: string | null;
  created_at: Date;
  held_from: Date | null;
  held_ms: number | null;
  /** Nobody holds it any more. */
  is_done: boolean;
}
export interface PastTicket extends Arrival {
  number: number;
  subject: string;
  topic_id: string | null;
  /** Seconds until somebody had it; null when nobody ever had. */
  recorded: number | null;
}

/**
 * The last tickets that came for routing, by the time they came, with their present traits: no spam, nothing merged or
 * in the trash, no imported history that was kept out of the queue. A ticket takes a place for as long as people held
 * it, three days at most; one that is not done for at least as long as half of the others of its kind.
 */
export async function pastTickets(most: number): Promise<PastTicket[]> {
  const { rows } = await sql.query<Row>(
    `SELECT d.*, coalesce(topic.skills, '{}') AS skills, coalesce(topic.preferred_skills, '{}') AS preferred,
       topic.id AS topic_id, h.held_from, h.held_ms, coalesce(h.is_done, false) AS is_done
     FROM (
       SELECT t.id, t.number, t.subject, t.channel, t.languages, t.priority, t.urgency, t.customer_id AS customer, t.topic,
         CASE WHEN team.id IS NOT NULL THEN jsonb_build_object('id', team.id, 'name', team.name) END AS team,
         p.is_vip OR coalesce(o.is_vip, false) AS vip, t.created_at
       FROM ticket t JOIN person p ON p.id = t.customer_id LEFT JOIN organisation o ON o.id = p.organisation_id
         LEFT JOIN team ON team.id = t.team_id
       WHERE t.deleted_at IS NULL AND t.spam_at IS NULL AND t.merged_into IS NULL AND NOT t.is_held
       ORDER BY t.created_at DESC, t.id DESC LIMIT $1
     ) d
     LEFT JOIN topic ON topic.key = d.topic
     LEFT JOIN LATERAL (
       SELECT min(held_from) AS held_from,
         sum(extract(epoch FROM coalesce(held_to, now()) - held_from) * 1000)::float8 AS held_ms,
         bool_and(held_to IS NOT NULL) AS is_done
       FROM ticket_hold WHERE ticket_id = d.id
     ) h ON true
     ORDER BY d.created_at, d.id`,
    [most],
  );
  const usual = new Map(
    ['call', 'chat', 'other'].map((lane) => [
      lane,
      spreadOf(rows.flatMap((row) => (row.is_done && laneOf(row.channel) === lane ? row.held_ms! : []))).half,
    ]),
  );
  return rows.map(({ channel, created_at, held_from, held_ms, is_done, ...row }) => {
    const lane = laneOf(channel);
    const at = created_at.getTime();
    return {
      ...{ ...row, at, lane, source_priority: null },
      handling: Math.round(
        Math.min(LONGEST_MS, Math.max(held_ms ?? 0, is_done ? 0 : (usual.get(lane) ?? USUAL_MS))),
      ),
      recorded: held_from && Math.max(0, held_from.getTime() - at) / 1_000,
    };
  });
}

/** What agents held at a time (milliseconds), and until when. */
export async function heldAt(at: number): Promise<NonNullable<World['held']>> {
  const { rows } = await sql.query<{
    agent: string;
    channel: Channel;
    held_from: Date;
    held_to: Date | null;
  }>(
    `SELECT h.agent_id AS agent, t.channel, h.held_from, h.held_to FROM ticket_hold h JOIN ticket t ON t.id = h.ticket_id
     WHERE h.held_from < $1 AND (h.held_to IS NULL OR h.held_to > $1) AND h.held_from > $2`,
    [new Date(at), new Date(at - LONGEST_MS)],
  );
  return rows.map(({ agent, channel, held_from, held_to }) => ({
    ...{ agent, kind: channel === 'CALL' ? 'call' : 'other' },
    until: Math.min(held_to?.getTime() ?? Infinity, held_from.getTime() + LONGEST_MS),
  }));
}

/** Who had the last ticket of each of these customers before a time (milliseconds). */
export async function tiesBefore(
  at: number,
  customers: readonly string[],
): Promise<NonNullable<World['earlier']>> {
  const { rows } = await sql.query<{ customer: string; agent: string; created_at: Date }>(
    `SELECT c.id AS customer, l.assignee_id AS agent, l.created_at FROM unnest($2::uuid[]) c (id)
     CROSS JOIN LATERAL (
       SELECT assignee_id, created_at FROM ticket WHERE customer_id = c.id AND assignee_id IS NOT NULL AND created_at < $1
       ORDER BY created_at DESC LIMIT 1
     ) l`,
    [new Date(at), [...new Set(customers)]],
  );
  return Object.fromEntries(
    rows.map(({ customer, agent, created_at }) => [customer, { agent, at: created_at.getTime() }]),
  );
}

/** To whom routing gives nothing of these customers. */
export async function barredFrom(customers: readonly string[]): Promise<NonNullable<World['barred']>> {
  const { rows } = await sql.query<{ customer: string; agents: string[] }>(
    `SELECT customer_id AS customer, array_agg(person_id ORDER BY person_id) AS agents FROM blocked_pair
     WHERE customer_id = ANY($1::uuid[]) GROUP BY 1`,
    [[...new Set(customers)]],
  );
  return Object.fromEntries(rows.map(({ customer, agents }) => [customer, agents]));
}
