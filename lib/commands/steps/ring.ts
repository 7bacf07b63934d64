import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { wakeRelay } from '../../events/wake';
import type { QueuedTicket } from '../../queries/next-in-queue';
import type { RoutingSetup } from '../../queries/routing-setup';
import { ringsFor } from '../../rules/offers';
import type { Lane } from '../../rules/queue-order';
import type { Choice } from '../../rules/routing';
import { ringingAt } from '../../rules/routing-reason';
import { policyVersion } from './policy-version';

interface Decided {
  ticket: QueuedTicket;
  choice: Extract<Choice, { winner: object }>;
  lane: Lane;
}

/**
 * Rings locked tickets at the agents who were chosen for them, all at once. A ticket stays open and nobody's, and is not
 * looked at again until its offer has ended; what was decided is kept with the offer.
 */
export async function ring(tx: Tx, setup: RoutingSetup, decisions: readonly Decided[]): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map(({ ticket, lane, choice: { agent, reason, considered, excluded, winner } }) => ({
    ...{ id: newId(), ticketId: ticket.id, demandId: ticket.demand_id, agentId: agent.id, kind: lane },
    ...{ seconds: ringsFor(setup, lane, ticket.has_caller)!.ring_seconds, eventId: newId() },
    ...{ reason, ringing: ringingAt(reason), considered, excluded, winner },
  }));
  await tx.query(
    `WITH d AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb)
         AS d (id uuid, "ticketId" uuid, "demandId" int, "agentId" uuid, kind text, seconds int, "eventId" uuid,
               reason jsonb, ringing jsonb, considered int, excluded jsonb, winner jsonb)
     ), o AS (
       INSERT INTO offer (id, ticket_id, person_id, kind, at, until, demand_id, version, considered, excluded, winner, reason)
       SELECT id, "ticketId", "agentId", kind, clock_timestamp(), clock_timestamp() + make_interval(secs => seconds),
              "demandId", $2, considered, excluded, winner, reason FROM d
       RETURNING id, until
     ), t AS (
       UPDATE ticket SET offer_id = d.id, routing_reason = d.ringing, last_seq = last_seq + 1
       FROM d WHERE ticket.id = d."ticketId" RETURNING ticket.id AS ticket_id, ticket.last_seq, d.*
     )
     INSERT INTO event (id, ticket_id, type, seq, data)
     SELECT t."eventId", t.ticket_id, 'offer.made', t.last_seq,
            jsonb_build_object('offer_id', o.id, 'to', t."agentId", 'until', o.until)
     FROM t JOIN o ON o.id = t.id`,
    [JSON.stringify(rows), await policyVersion(tx, setup)],
  );
  tx.afterCommit(wakeRelay);
}
