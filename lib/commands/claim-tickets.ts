import { MAY_BE_GIVEN } from '../db/sql/presence';
import { QUEUED } from '../db/sql/queue';
import { type TicketRow, ticketRows } from '../db/sql/ticket-row';
import type { Tx } from '../db/transaction';
import { Forbidden } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { type ClaimableDemand, claimableDemands } from '../queries/claimable-demands';
import { nextInQueue } from '../queries/next-in-queue';
import { personLoads } from '../queries/person-loads';
import { getRoutingSetup } from '../queries/routing-setup';
import { type Kind, type Limits, type Load, roomFor } from '../rules/capacity';
import { type Actor, may } from '../rules/permissions';
import { capacityOf, inQueueOrder } from '../rules/queue-order';
import { takenBy } from '../rules/routing-reason';
import type { ClaimDto, ClaimInput } from '../schemas/claim';
import { type Attempt, once } from './steps/once';
import { writeTickets } from './steps/write-ticket';

/**
 * Takes up to `limit` waiting tickets at once (product 2.8): of his teams and nobody's, in languages that he speaks,
 * oldest first or in the queue's order. Two at the same moment get different ones, and together the first ones:
 * what another one has just locked is passed over. It is taking by hand, so it may go above what routing would give,
 * and says so; of teams that want it otherwise only as far as there is room, or not at all.
 *
 * @throws Forbidden for who is no agent.
 */
export function claimTickets(actor: Actor, input: ClaimInput, attempt?: Attempt): Promise<ClaimDto> {
  if (!may(actor, 'ticket.claim')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    // his row first: routing counts what he takes before it gives him more
    const me = await lockMe(tx, actor.id);
    const demands = await claimableDemands(tx, actor, me.languages);
    const picked =
      input.by === 'creation'
        ? await oldest(tx, demands, input.limit)
        : await foremost(tx, demands, input.limit);
    const load = (await personLoads(tx, [actor.id])).get(actor.id)!;
    const { ids, isOver } = withinRoom(picked, demands, me, load);
    await take(tx, actor, ids);
    const warnings: ClaimDto['warnings'] = ids.length === 0 || me.is_available ? [] : ['agent_unavailable'];
    return {
      results: await present(tx, actor, ids),
      warnings: isOver ? [...warnings, 'over_capacity'] : warnings,
    };
  });
}

type Me = Limits & { languages: string[]; is_available: boolean };
interface Picked {
  id: string;
  demand_id: number;
}

async function lockMe(tx: Tx, id: string): Promise<Me> {
  const { rows } = await tx.query<Me>(
    `SELECT languages, ${MAY_BE_GIVEN} AS is_available, capacity, capacity_calls, capacity_total FROM person WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return rows[0]!;
}

async function oldest(tx: Tx, demands: readonly ClaimableDemand[], limit: number): Promise<Picked[]> {
  const { rows } = await tx.query<Picked>(
    `SELECT t.id, t.demand_id FROM ticket t WHERE ${QUEUED} AND t.demand_id = ANY($1::int[])
     ORDER BY t.created_at, t.id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`,
    [demands.map(({ id }) => id), limit],
  );
  return rows;
}

/** Others may be at the same front: as many more are looked at as so many others can have locked. */
const AT_ONCE = 40;

async function foremost(tx: Tx, demands: readonly ClaimableDemand[], limit: number): Promise<Picked[]> {
  const { order } = await getRoutingSetup(tx);
  const most = limit * AT_ONCE;
  const front = await nextInQueue(
    demands.map(({ id }) => ({ id, most })),
    { stickyDays: 0, from: tx },
  );
  const lanes = new Map(demands.map(({ id, lane }) => [id, lane]));
  const sorted = front
    .map((ticket) => ({ ...ticket, lane: lanes.get(ticket.demand_id)! }))
    .sort(inQueueOrder(order))
    .slice(0, most);
  const { rows } = await tx.query<Picked>(
    `SELECT t.id, t.demand_id FROM unnest($1::uuid[]) WITH ORDINALITY AS f (id, place) JOIN ticket t ON t.id = f.id
     WHERE ${QUEUED} AND t.demand_id = ANY($3::int[]) ORDER BY f.place LIMIT $2 FOR NO KEY UPDATE OF t SKIP LOCKED`,
    // what asks for something else by now is not his to take
    [sorted.map(({ id }) => id), limit, demands.map(({ id }) => id)],
  );
  return rows;
}

/** What he may have of it: of teams whose claims respect capacity, as much as there is room for. */
function withinRoom(picked: readonly Picked[], demands: readonly ClaimableDemand[], me: Me, load: Load) {
  const known = new Map(demands.map((demand) => [demand.id, demand]));
  const now = { ...load };
  let isOver = false;
  const hasRoom = (kind: Kind) => roomFor(kind, me, now) > 0;
  const ids = picked.flatMap(({ id, demand_id }) => {
    const { lane, claims } = known.get(demand_id)!;
    const kind = capacityOf(lane);
    if (!hasRoom(kind)) {
      if (claims === 'room') return [];
      isOver = true;
    }
    now[kind] += 1;
    return id;
  });
  return { ids, isOver };
}

async function take(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  const reason = takenBy(actor.name);
  const told = { reason: reason.text, reason_code: reason.code, reason_params: reason.params };
  await writeTickets(
    tx,
    ids.map((id) => ({
      id,
      events: [
        { type: 'assignment.changed', data: { from: null, to: actor.id, ...told }, actorId: actor.id },
        { type: 'status.changed', data: { from: 'OPEN', to: 'ASSIGNED', by_hand: false }, actorId: actor.id },
      ],
    })),
    { assignee_id: actor.id, status: 'ASSIGNED', assigned_at: new Date(), routing_reason: reason },
  );
}

async function present(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ClaimDto['results']> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<TicketRow>(`${ticketRows()} WHERE t.id = ANY($1::uuid[])`, [ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => presentTicket(byId.get(id)!, audienceOf(actor.role)));
}
