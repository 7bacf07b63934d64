import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../clock';
import { QUEUE_ORDER, QUEUED, SKILLS } from '../db/sql/queue';
import { inTransaction, type Tx } from '../db/transaction';
import { wakeRelay } from '../events/wake';
import { personLoads } from '../queries/person-loads';
import { roomFor } from '../rules/capacity';
import { type Candidate, chooseAgent, fits, type Waiting } from '../rules/routing';
import type { Reason } from '../rules/routing-reason';

/** Tickets given in one transaction: large enough to drain a backlog quickly, short enough not to hold its locks. */
const BATCH = 100;

/**
 * A ticket that somebody writes to at this moment (a reply, search that marks it as read) is passed over rather than
 * waited for, which could be for each other. It is looked at again soon: nothing else would until the next sweep.
 */
const AGAIN_AFTER_MS = 20;
const AGAIN_AT_MOST = 100;

/**
 * Gives waiting tickets to available agents until nobody fits any more; returns how many were given.
 *
 * Several may run at once, in any process: each pass locks the available agents' rows (in one order), counts their
 * loads under that lock and takes tickets with SKIP LOCKED, so nobody gets above a limit and no ticket two agents.
 * Who can be given nothing keeps waiting, with the reason written on the ticket when it changed.
 */
export async function routeWaiting(): Promise<number> {
  for (let given = 0, again = 0; ; ) {
    const batch = await inTransaction(routeBatch);
    given += batch.given;
    if (batch.more) continue;
    if (!batch.passedOver || again++ === AGAIN_AT_MOST) return given;
    await sleep(AGAIN_AFTER_MS);
  }
}

interface Batch {
  given: number;
  /** There may be work further back in the queue for the places that are left. */
  more: boolean;
  /** Work that somebody could take was locked. */
  passedOver: boolean;
}

async function routeBatch(tx: Tx): Promise<Batch> {
  const groups = await waitingGroups(tx);
  if (groups.length === 0) return { given: 0, more: false, passedOver: false };
  const agents = await lockAgents(tx);
  const servable = groups.filter((group) => agents.some((agent) => fits(agent, group)));
  const most = Math.min(BATCH, placesLeft(agents));
  const { tickets, passedOver } = await lockTickets(tx, servable, most);
  const decisions = decide(agents, groups, tickets);
  if (decisions.length > 0) await assign(tx, decisions);
  await explain(tx, groups, agents);
  // those looked at may all have been for one agent, while the places of others stay free for who is behind them
  const more = decisions.length > 0 && tickets.length === most && placesLeft(agents) > 0;
  return { given: decisions.length, more, passedOver };
}

/** Tickets that ask the same of their agent are alike for routing. */
interface Group extends Waiting {
  /** Its place in the list of groups. */
  n: number;
}
interface QueuedTicket {
  id: string;
  /** Group that it belongs to. */
  n: number;
}
interface Decision {
  ticketId: string;
  agentId: string;
  reason: Reason;
}

/** What a queued ticket `t` asks: kind, languages, team and skills. */
const IN_GROUP = `(g.kind = 'call') = (t.channel = 'CALL') AND g.languages = t.languages
  AND g.team_id IS NOT DISTINCT FROM t.team_id AND g.skills = ${SKILLS}`;
/** A column `reason` as an event keeps it (`reasonFacts`). */
const REASON_FACTS = `jsonb_build_object('reason', reason ->> 'text', 'reason_code', reason ->> 'code',
  'reason_params', reason -> 'params')`;
/** The groups handed to a statement as its first value. */
const groupRows = (columns = '') =>
  `jsonb_to_recordset($1::jsonb) AS g (n int, kind text, languages text[], team_id uuid, skills text[]${columns})`;
const asRow = ({ team, ...rest }: Group) => ({ ...rest, team_id: team?.id ?? null });

/** The kinds of waiting work. */
async function waitingGroups(tx: Tx): Promise<Group[]> {
  const { rows } = await tx.query<Group>(
    `SELECT row_number() OVER ()::int AS n, q.kind, q.languages, q.skills,
            CASE WHEN team.id IS NOT NULL THEN jsonb_build_object('id', team.id, 'name', team.name) END AS team
     FROM (SELECT CASE WHEN t.channel = 'CALL' THEN 'call' ELSE 'other' END AS kind, t.languages, t.team_id,
                  ${SKILLS} AS skills
           FROM ticket t WHERE ${QUEUED} GROUP BY 1, 2, 3, 4) q
     LEFT JOIN team ON team.id = q.team_id`,
  );
  return rows;
}

async function lockAgents(tx: Tx): Promise<Candidate[]> {
  const { rows } = await tx.query<
    Omit<Candidate, 'load' | 'lastAssignedAt'> & { last_assigned_at: Date | null }
  >(
    `SELECT id, name, languages, skills, capacity, capacity_calls, capacity_total, last_assigned_at,
            ARRAY(SELECT team_id FROM team_member WHERE person_id = person.id) AS team_ids
     FROM person
     WHERE is_available AND disabled_at IS NULL AND role <> 'customer' ORDER BY id FOR NO KEY UPDATE`,
  );
  const loads = await personLoads(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map(({ last_assigned_at, ...row }) => ({
    ...row,
    load: loads.get(row.id)!,
    lastAssignedAt: last_assigned_at?.getTime() ?? 0,
  }));
}

const placesLeft = (agents: readonly Candidate[]): number =>
  agents.reduce(
    (sum, agent) =>
      sum +
      Math.max(0, roomFor('call', agent, agent.load)) +
      Math.max(0, roomFor('other', agent, agent.load)),
    0,
  );

/** The next tickets in the queue's order, of the kinds that somebody can take; locked ones are somebody else's now. */
async function lockTickets(
  tx: Tx,
  groups: readonly Group[],
  most: number,
): Promise<{ tickets: QueuedTicket[]; passedOver: boolean }> {
  if (groups.length === 0 || most === 0) return { tickets: [], passedOver: false };
  const values = [JSON.stringify(groups.map(asRow)), most];
  const queue = `FROM ticket t JOIN ${groupRows()} ON ${IN_GROUP} WHERE ${QUEUED}`;
  const { rows: tickets } = await tx.query<QueuedTicket>(
    `SELECT t.id, g.n ${queue}
     ORDER BY ${QUEUE_ORDER}
     LIMIT $2 FOR NO KEY UPDATE OF t SKIP LOCKED`,
    values,
  );
  if (tickets.length === most) return { tickets, passedOver: false };
  const { rows } = await tx.query<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 ${queue} LIMIT $2) q`,
    values,
  );
  return { tickets, passedOver: rows[0]!.n > tickets.length };
}

/** Chooses for one ticket after the other, counting each choice before the next. */
function decide(
  agents: readonly Candidate[],
  groups: readonly Group[],
  tickets: readonly QueuedTicket[],
): Decision[] {
  const decisions: Decision[] = [];
  const byNumber = new Map(groups.map((group) => [group.n, group]));
  let tick = Date.now();
  for (const ticket of tickets) {
    const group = byNumber.get(ticket.n)!;
    const { agent, reason } = chooseAgent(agents, group);
    if (agent === null) continue;
    decisions.push({ ticketId: ticket.id, agentId: agent.id, reason });
    agent.load[group.kind] += 1;
    agent.lastAssignedAt = tick++;
  }
  return decisions;
}

/** Writes all decisions at once: tickets, their two events each, the agents' last turn, and the agents' mails. */
async function assign(tx: Tx, decisions: readonly Decision[]): Promise<void> {
  const rows = decisions.map((d) => ({ ...d, eventId: newId(), statusId: newId(), mailId: newId() }));
  await tx.query(
    `WITH d AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb)
         AS d ("ticketId" uuid, "agentId" uuid, reason jsonb, "eventId" uuid, "statusId" uuid, "mailId" uuid)
     ), t AS (
       UPDATE ticket SET assignee_id = d."agentId", status = 'ASSIGNED', assigned_at = now(),
         routing_reason = d.reason, version = version + 1,
         last_seq = last_seq + 2, last_public_seq = last_public_seq + 2, updated_at = now(), public_updated_at = now()
       FROM d WHERE ticket.id = d."ticketId"
       RETURNING ticket.id, ticket.last_seq, ticket.last_public_seq, ticket.is_imported, d.*
     ), e AS (
       INSERT INTO event (id, ticket_id, type, seq, public_seq, data)
       SELECT "eventId", id, 'assignment.changed', last_seq - 1, last_public_seq - 1,
              jsonb_build_object('from', null, 'to', "agentId") || ${REASON_FACTS} FROM t
       UNION ALL
       SELECT "statusId", id, 'status.changed', last_seq, last_public_seq,
              '{"from": "OPEN", "to": "ASSIGNED", "by_hand": false}' FROM t
     ), m AS (
       INSERT INTO outbound_mail (id, event_id, template, recipient, locale, person_id, ticket_id)
       SELECT t."mailId", t."eventId", 'assigned', p.email, p.locale, p.id, t.id
       FROM t JOIN person p ON p.id = t."agentId" AND p.email IS NOT NULL WHERE NOT t.is_imported
     )
     UPDATE person SET last_assigned_at = clock_timestamp() WHERE id IN (SELECT "agentId" FROM t)`,
    [JSON.stringify(rows)],
  );
  tx.afterCommit(wakeRelay);
}

/** Writes why the rest still waits, where that is another reason than before; agents' screens are told. */
async function explain(tx: Tx, groups: readonly Group[], agents: readonly Candidate[]): Promise<void> {
  const reasons = groups.flatMap((group) => {
    const { agent, reason } = chooseAgent(agents, group);
    return agent === null ? { ...asRow(group), reason } : [];
  });
  if (reasons.length === 0) return;
  const { rowCount } = await tx.query(
    `WITH g AS (
       SELECT * FROM ${groupRows(', reason jsonb')}
     ), w AS (
       SELECT t.id, g.reason FROM ticket t JOIN g ON ${IN_GROUP}
       WHERE ${QUEUED} AND t.routing_reason ->> 'text' IS DISTINCT FROM g.reason ->> 'text'
       FOR NO KEY UPDATE OF t SKIP LOCKED
     ), t AS (
       UPDATE ticket SET routing_reason = w.reason, last_seq = last_seq + 1
       FROM w WHERE ticket.id = w.id RETURNING ticket.id, ticket.last_seq, w.reason
     )
     INSERT INTO event (id, ticket_id, type, seq, data)
     SELECT make_uuid_v7(), id, 'routing.changed', last_seq, ${REASON_FACTS} FROM t`,
    [JSON.stringify(reasons)],
  );
  if (rowCount) tx.afterCommit(wakeRelay);
}
