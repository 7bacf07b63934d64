import { QUEUED } from '../db/sql/queue';
import type { TicketRow } from '../db/sql/ticket-row';
import { sql } from '../db/transaction';
import { presentReason } from '../presenters/ticket';
import type { Actor } from '../rules/permissions';
import { chooserFor } from '../rules/routing';
import type { Reason } from '../rules/routing-reason';
import type { TicketRoutingDto } from '../schemas/ticket-routing';
import { PRIORITIES } from '../schemas/values';
import { accessTicket } from './access-ticket';
import { availableAgents } from './available-agents';
import { getQueuePlace } from './get-queue-place';
import { BARRED, HAS_CALLER } from './next-in-queue';
import { getRoutingSetup } from './routing-setup';
import { waitingDemands } from './waiting-demands';

/** Newest of each that are told. */
const MOST = 20;

/**
 * Why a ticket is with whom it is, or why it still waits: what routing wrote down, and what it would say right now.
 * @throws NotFound, Forbidden for who may not read notes.
 */
export async function getTicketRouting(actor: Actor, ref: string): Promise<TicketRoutingDto> {
  const ticket = await accessTicket(sql, actor, ref, 'ticket.read_notes');
  const [waiting, waited_for, decisions] = await Promise.all([
    explainNow(actor, ticket),
    waitedFor(ticket),
    decisionsOf(ticket.id),
  ]);
  return { waiting, waited_for, decisions };
}

async function explainNow(actor: Actor, ticket: TicketRow): Promise<TicketRoutingDto['waiting']> {
  const { rows } = await sql.query<{
    demand_id: number;
    queue_at: Date;
    barred: string[];
    has_caller: boolean;
  }>(
    `SELECT t.demand_id, t.queue_at, ${BARRED} AS barred, ${HAS_CALLER} AS has_caller FROM ticket t WHERE t.id = $1 AND ${QUEUED}`,
    [ticket.id],
  );
  const queued = rows[0];
  if (!queued) return null;
  const setup = await getRoutingSetup();
  const [[demand], agents, { place }] = await Promise.all([
    waitingDemands(setup, { id: queued.demand_id }),
    availableAgents(setup),
    getQueuePlace(actor, ticket.id),
  ]);
  const { reason, considered, excluded } = chooserFor(
    agents,
    demand!,
    setup.pace?.tickets ?? null,
  )({
    sticky: null,
    barred: queued.barred,
    has_caller: queued.has_caller,
  });
  const { lane: kind, languages, skills, preferred, waived, team } = demand!;
  return {
    // somebody fits at this moment: then the next pass gives it to him, and what it says is not said yet
    reason: presentReason(reason.code === 'given' ? ticket.reason : reason),
    asks: { kind, languages: [...languages], skills: [...skills], preferred: [...preferred], waived, team },
    ...{ considered, excluded, place },
    since: (ticket.waiting_since ?? ticket.created_at).toISOString(),
    counts_from: queued.queue_at.toISOString(),
    priority: PRIORITIES[ticket.priority] ?? 'MEDIUM',
  };
}

/** What its demand waited for since the ticket came: the reasons from then on, and the one that held at that time. */
async function waitedFor(ticket: TicketRow): Promise<TicketRoutingDto['waited_for']> {
  const { rows } = await sql.query<{ at: Date; reason: Reason }>(
    `SELECT greatest(r.at, $2) AS at, r.reason FROM demand_reason r
     WHERE r.demand_id = $1 AND r.at <= coalesce($3, now()) AND r.id >= coalesce(
       (SELECT max(b.id) FROM demand_reason b WHERE b.demand_id = $1 AND b.at <= $2), 0)
     ORDER BY r.id DESC LIMIT ${MOST}`,
    [ticket.demand_id, ticket.created_at, ticket.assigned_at],
  );
  return rows.map(({ at, reason }) => ({ at: at.toISOString(), reason: presentReason(reason) }));
}

async function decisionsOf(ticketId: string): Promise<TicketRoutingDto['decisions']> {
  const { rows } = await sql.query<Omit<TicketRoutingDto['decisions'][number], 'at'> & { at: Date }>(
    `SELECT d.id, d.at, json_build_object('id', p.id, 'name', p.name) AS agent, d.outcome, d.version, d.considered,
       d.excluded, d.winner
     FROM (
       SELECT id, ticket_id, person_id, at, 'given' AS outcome, version, considered, excluded, winner FROM routing_decision
       UNION ALL
       SELECT id, ticket_id, person_id, at, state, version, considered, excluded, winner FROM offer WHERE state <> 'accepted'
     ) d JOIN person p ON p.id = d.person_id
     WHERE d.ticket_id = $1 ORDER BY d.at DESC LIMIT ${MOST}`,
    [ticketId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
