import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../clock';
import { QUEUED } from '../db/sql/queue';
import { inTransaction, type Tx } from '../db/transaction';
import { wakeRelay } from '../events/wake';
import { availableAgents } from '../queries/available-agents';
import { BARRED, nextInQueue, type QueuedTicket } from '../queries/next-in-queue';
import { getRoutingSetup, type RoutingSetup } from '../queries/routing-setup';
import { type WaitingDemand, waitingDemands } from '../queries/waiting-demands';
import { ringsFor } from '../rules/offers';
import { inQueueOrder, type Lane } from '../rules/queue-order';
import {
  type Candidate,
  type Choice,
  chooserFor,
  countOne,
  isAble,
  placesOf,
  roomOf,
} from '../rules/routing';
import { policyVersion } from './steps/policy-version';
import { ring } from './steps/ring';

/** Tickets given in one transaction: large enough to drain a backlog quickly, short enough not to hold its locks. */
const BATCH = 100;

/**
 * A ticket that somebody writes to at this moment (a reply, search that marks it as read) is passed over rather than
 * waited for, which could be for each other. It is looked at again soon: nothing else would until the next sweep.
 */
const AGAIN_AFTER_MS = 20;
const AGAIN_AT_MOST = 100;

/**
 * Gives waiting tickets to available agents, or rings them there (setting `offers`), until nobody fits any more;
 * returns how many were given.
 *
 * Several may run at once, in any process. A pass chooses from what it sees without a lock; then it locks the agents
 * whom it chose (in one order), counts their loads again, locks the tickets with SKIP LOCKED, and hands out among
 * those only: so nobody gets above a limit and no ticket two agents, and its cost does not grow with those who have
 * no room or with what waits behind. What nobody can be given keeps waiting, with the reason written on its demand.
 *
 * @param onExplained is told after each pass that changed such a reason; null: the reasons are left to another pass.
 */
export async function routeWaiting(onExplained: (() => void) | null = () => {}): Promise<number> {
  for (let given = 0, again = 0; ; ) {
    const batch = await inTransaction((tx) => routeBatch(tx, onExplained));
    given += batch.given;
    if (batch.more) continue;
    if (!batch.passedOver || again++ === AGAIN_AT_MOST) return given;
    await sleep(AGAIN_AFTER_MS);
  }
}

/** A ticket with a live call is offered, whatever the setting says (docs/decisions/042). */
const rings = (setup: RoutingSetup, { ticket, lane }: { ticket: QueuedTicket; lane: Lane }): boolean =>
  ringsFor(setup, lane, ticket.has_caller) !== null;

interface Batch {
  given: number;
  /** There may be work further back in the queue for the places that are left. */
  more: boolean;
  /** Somebody else had, or took, what this pass had chosen. */
  passedOver: boolean;
}

async function routeBatch(tx: Tx, onExplained: (() => void) | null): Promise<Batch> {
  const setup = await getRoutingSetup(tx);
  const demands = await waitingDemands(setup, { from: tx });
  if (demands.length === 0) return { given: 0, more: false, passedOver: false };
  const agents = await availableAgents(setup, { from: tx });
  const { tickets, isAll } = await candidates(tx, setup, demands, agents);
  const chosen = handOut(setup, demands, tickets, agents);
  const decisions = await lockChosen(tx, setup, demands, chosen);
  const lanes = new Map(demands.map(({ id, lane }) => [id, lane]));
  const laned = decisions.map((decision) => ({ ...decision, lane: lanes.get(decision.ticket.demand_id)! }));
  const ringing = laned.filter((one) => rings(setup, one));
  await ring(tx, setup, ringing);
  const given = laned.filter((one) => !rings(setup, one));
  await give(tx, setup, given);
  if (onExplained) await explain(tx, setup, demands, agents, tickets, onExplained);
  const found = decisions.length;
  return { given: found, more: found > 0 && (!isAll || found === BATCH), passedOver: found < chosen.length };
}

/** What waits first of everything that somebody could take now, at most a batch of each demand. */
async function candidates(
  tx: Tx,
  setup: RoutingSetup,
  demands: readonly WaitingDemand[],
  agents: readonly Candidate[],
): Promise<{ tickets: QueuedTicket[]; isAll: boolean }> {
  const servable = demands.flatMap((demand) => {
    if (demand.policy === 'manual') return [];
    const takers = agents.flatMap((agent) => {
      const places = isAble(agent, demand) ? placesOf(agent, demand, setup.pace?.tickets ?? null) : 0;
      return places > 0 ? [{ id: agent.id, places }] : [];
    });
    const places = takers.reduce((sum, taker) => sum + taker.places, 0);
    if (places === 0) return [];
    return [{ id: demand.id, most: Math.min(BATCH, places), takers: takers.map(({ id }) => id) }];
  });
  const tickets = await nextInQueue(servable, { stickyDays: setup.sticky_days, from: tx });
  const lanes = new Map(demands.map(({ id, lane }) => [id, lane]));
  const isBefore = inQueueOrder(setup.order);
  const placed = tickets.map((ticket) => ({ ...ticket, lane: lanes.get(ticket.demand_id)! })).sort(isBefore);
  const found = new Map<number, number>();
  for (const { demand_id } of placed) found.set(demand_id, (found.get(demand_id) ?? 0) + 1);
  const isAll = servable.every(({ id, most }) => (found.get(id) ?? 0) < most);
  return { tickets: placed, isAll };
}

/** What was chosen for a ticket. */
interface Decision {
  ticket: QueuedTicket;
  choice: Extract<Choice, { winner: object }>;
}

/** Chooses for one ticket after the other, counting each choice before the next; the agents' loads are changed. */
function handOut(
  { pace }: RoutingSetup,
  demands: readonly WaitingDemand[],
  tickets: readonly QueuedTicket[],
  agents: readonly Candidate[],
): Decision[] {
  const decisions: Decision[] = [];
  const known = new Map(demands.map((demand) => [demand.id, demand]));
  const choosers = new Map<number, ReturnType<typeof chooserFor>>();
  let tick = Date.now();
  for (const ticket of tickets) {
    if (decisions.length === BATCH) break;
    const demand = known.get(ticket.demand_id)!;
    const chooser = choosers.get(demand.id) ?? chooserFor(agents, demand, pace?.tickets ?? null);
    choosers.set(demand.id, chooser);
    const choice = chooser(ticket);
    if (choice.agent === null) continue;
    decisions.push({ ticket, choice });
    countOne(choice.agent, demand);
    choice.agent.lastGiven[demand.kind] = tick++;
  }
  return decisions;
}

/**
 * Locks whom and what was chosen, and leaves out of it what is no longer so: a ticket that somebody else has, or that
 * asks for something else now; an agent who left, or does not speak it any more, or has less room than it looked.
 */
async function lockChosen(
  tx: Tx,
  setup: RoutingSetup,
  demands: readonly WaitingDemand[],
  chosen: readonly Decision[],
): Promise<Decision[]> {
  if (chosen.length === 0) return [];
  const pace = setup.pace?.tickets ?? Infinity;
  const lock = [...new Set(chosen.map(({ choice }) => choice.agent.id))];
  const agents = new Map(
    (await availableAgents(setup, { from: tx, lock })).map((agent) => [agent.id, agent]),
  );
  const { rows } = await tx.query<{ id: string; demand_id: number; barred: string[] }>(
    `SELECT t.id, t.demand_id, ${BARRED} AS barred FROM ticket t WHERE t.id = ANY($1::uuid[]) AND ${QUEUED} FOR NO KEY UPDATE SKIP LOCKED`,
    [chosen.map(({ ticket }) => ticket.id)],
  );
  const free = new Map(rows.map((row) => [row.id, row]));
  const asked = new Map(demands.map((demand) => [demand.id, demand]));
  return chosen.filter(({ ticket, choice }) => {
    const demand = asked.get(ticket.demand_id)!;
    const agent = agents.get(choice.agent.id);
    const now = free.get(ticket.id);
    if (!agent || now?.demand_id !== demand.id || !isAble(agent, demand)) return false;
    if (now.barred.includes(agent.id)) return false;
    if (roomOf(agent, demand) <= 0 || agent.recent >= pace) return false;
    countOne(agent, demand);
    return true;
  });
}

/** A reason as an event keeps it (`reasonFacts`). */
const REASON_FACTS = `jsonb_build_object('reason', reason ->> 'text', 'reason_code', reason ->> 'code',
  'reason_params', reason -> 'params')`;

/** Writes all decisions at once: tickets, their two events each, what was decided, the agents' last turn, their mails. */
async function give(tx: Tx, setup: RoutingSetup, decisions: readonly Decision[]): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map(({ ticket, choice: { agent, reason, considered, excluded, winner } }) => ({
    ...{ ticketId: ticket.id, demandId: ticket.demand_id, agentId: agent.id },
    ...{ reason, considered, excluded, winner, id: newId() },
    ...{ eventId: newId(), statusId: newId(), mailId: newId() },
  }));
  await tx.query(
    `WITH d AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb)
         AS d (id uuid, "ticketId" uuid, "demandId" int, "agentId" uuid, reason jsonb, considered int, excluded jsonb,
               winner jsonb, "eventId" uuid, "statusId" uuid, "mailId" uuid)
     ), t AS (
       UPDATE ticket SET assignee_id = d."agentId", status = 'ASSIGNED', assigned_at = now(),
         routing_reason = d.reason, version = version + 1,
         last_seq = last_seq + 2, last_public_seq = last_public_seq + 2, updated_at = now(), public_updated_at = now()
       FROM d WHERE ticket.id = d."ticketId"
       RETURNING ticket.id AS ticket_id, ticket.channel, ticket.last_seq, ticket.last_public_seq, ticket.is_imported, d.*
     ), e AS (
       INSERT INTO event (id, ticket_id, type, seq, public_seq, data)
       SELECT "eventId", ticket_id, 'assignment.changed', last_seq - 1, last_public_seq - 1,
              jsonb_build_object('from', null, 'to', "agentId") || ${REASON_FACTS} FROM t
       UNION ALL
       SELECT "statusId", ticket_id, 'status.changed', last_seq, last_public_seq,
              '{"from": "OPEN", "to": "ASSIGNED", "by_hand": false}' FROM t
     ), r AS (
       INSERT INTO routing_decision (id, ticket_id, person_id, demand_id, version, considered, excluded, winner)
       SELECT id, ticket_id, "agentId", "demandId", $2, considered, excluded, winner FROM t
     ), m AS (
       INSERT INTO outbound_mail (id, event_id, template, recipient, locale, person_id, ticket_id)
       SELECT t."mailId", t."eventId", 'assigned', p.email, p.locale, p.id, t.ticket_id
       FROM t JOIN person p ON p.id = t."agentId" AND p.email IS NOT NULL WHERE NOT t.is_imported
     )
     UPDATE person SET
       last_assigned_at = CASE WHEN given.others THEN clock_timestamp() ELSE last_assigned_at END,
       last_call_at = CASE WHEN given.calls THEN clock_timestamp() ELSE last_call_at END
     FROM (SELECT "agentId", bool_or(channel = 'CALL') AS calls, bool_or(channel <> 'CALL') AS others FROM t GROUP BY 1) given
     WHERE person.id = given."agentId"`,
    [JSON.stringify(rows), await policyVersion(tx, setup)],
  );
  tx.afterCommit(wakeRelay);
}

/** Writes on each demand why the rest of it waits, where that is another reason than before; staff's screens are told. */
async function explain(
  tx: Tx,
  setup: RoutingSetup,
  demands: readonly WaitingDemand[],
  agents: readonly Candidate[],
  tickets: readonly QueuedTicket[],
  onExplained: () => void,
): Promise<void> {
  const found = new Set(tickets.map(({ demand_id }) => demand_id));
  const everybody = { sticky: null, barred: agents.map(({ id }) => id) };
  // of calls all that waits is callers, as far as there are lines
  const isCalled = ({ lane }: WaitingDemand): boolean => lane === 'call' && setup.has_lines;
  const reasons = demands.flatMap((demand) => {
    const choose = chooserFor(agents, demand, setup.pace?.tickets ?? null);
    const free = choose();
    // somebody has room, and yet nothing of it was found for him: he is barred from all of it
    const { agent, reason } =
      free.agent && !found.has(demand.id) ? choose({ ...everybody, has_caller: isCalled(demand) }) : free;
    return agent === null && reason.text !== demand.reason?.text ? { id: demand.id, reason } : [];
  });
  if (reasons.length === 0) return;
  const { rows } = await tx.query<{ demand_id: number }>(
    `WITH n AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS n (id int, reason jsonb)
     ), free AS (
       SELECT d.id FROM demand d JOIN n USING (id)
       WHERE d.reason ->> 'text' IS DISTINCT FROM n.reason ->> 'text' ORDER BY d.id FOR NO KEY UPDATE OF d SKIP LOCKED
     ), d AS (
       UPDATE demand SET reason = n.reason, reason_at = now() FROM n JOIN free USING (id)
       WHERE demand.id = n.id RETURNING demand.id, n.reason
     )
     INSERT INTO demand_reason (demand_id, reason) SELECT id, reason FROM d RETURNING demand_id`,
    [JSON.stringify(reasons)],
  );
  if (rows.length > 0) tx.afterCommit(onExplained);
}
