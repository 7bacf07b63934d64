import { newId } from '../clock';
import { QUEUED } from '../db/sql/queue';
import { sql } from '../db/transaction';
import { Forbidden } from '../errors';
import { headStart, queueClass } from '../rules/head-start';
import { type Actor, may } from '../rules/permissions';
import { inQueueOrder, type Place } from '../rules/queue-order';
import { queuePlace } from '../rules/queue-place';
import { type Candidate, type Choice, chooserFor, order, type Waiting } from '../rules/routing';
import { type Beside, whatBars } from '../rules/what-bars';
import type { BesideDto, WhatIfDto, WhatIfInput } from '../schemas/what-if';
import { type AskedTicket, askedTicket } from './asked-ticket';
import { allAgents } from './available-agents';
import { changedAgents } from './changed-agents';
import { changedSetup } from './changed-setup';
import { knownNames } from './known-names';
import { getRoutingSetup, type RoutingSetup } from './routing-setup';
import { waitingDemands } from './waiting-demands';

/** Further back no place is told, as customers are told none (`getQueuePlace`). */
const FURTHEST = 500;
/** So much of the queue is looked at, the first of it. */
const LOOKED_AT = 5_000;

/**
 * What routing would do at this moment with a ticket of these traits, by the rules as they are or as they would be: who
 * would get it, or why nobody, and of each agent what leaves him out. Nothing is changed. Admins only.
 *
 * @throws Forbidden; NotFound for a ticket, Invalid for a topic, team, customer or agent that is not there.
 */
export async function whatIf(actor: Actor, input: WhatIfInput): Promise<WhatIfDto> {
  if (!may(actor, 'settings.edit')) throw new Forbidden();
  const [now, known] = await Promise.all([getRoutingSetup(), knownNames()]);
  const setup = changedSetup(now, input, known);
  const asked = await askedTicket(actor, input, setup, known.teams);
  const { waiting, ties } = asked;
  const agents = changedAgents(await allAgents(setup), input.agents);
  const pace = setup.pace?.tickets ?? null;
  const there = agents.filter(({ isOnline, isSeen }) => isOnline && isSeen);
  const choice = chooserFor(there, waiting, pace)(ties);
  const { considered, excluded, reason, agent, winner } = choice;
  const { team, policy, ...asks } = waiting;
  return {
    ...{ reason, considered, excluded, winner, policy },
    agent: agent && { id: agent.id, name: agent.name },
    asks: {
      kind: asked.lane,
      languages: [...asks.languages],
      skills: [...asks.skills],
      preferred: [...asks.preferred],
      waived: asks.waived,
      team,
    },
    head_start: Math.round(headStart(asked, setup.queue_minutes) / 60_000),
    place: await placeOf(asked, setup, agents),
    agents: besides(agents, asked, pace, choice),
  };
}

/** Whom nothing leaves out comes first, in the order in which routing would take them. */
function besides(
  agents: Awaited<ReturnType<typeof allAgents>>,
  { waiting, ties: { sticky, barred } }: AskedTicket,
  pace: number | null,
  choice: Choice,
): BesideDto[] {
  const isBefore = order(waiting);
  const bars = new Map(agents.map((agent) => [agent.id, whatBars(agent, waiting, barred, pace)]));
  const free = agents
    .filter(({ id }) => bars.get(id) === null)
    .sort((a, b) => Number(b.id === sticky) - Number(a.id === sticky) || isBefore(a, b));
  const others = agents
    .filter(({ id }) => bars.get(id) !== null)
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  return [...free, ...others].map((agent, index) => {
    const { id, name, intent, intent_reason } = agent;
    const bar = bars.get(id)!;
    const isRanked = bar === null && choice.agent !== null;
    const lacks = (has: readonly string[], asked: readonly string[]) =>
      asked.filter((one) => !has.includes(one));
    return {
      ...{ id, name, bar, intent, intent_reason, rank: isRanked ? index + 1 : null },
      missing:
        bar === 'language'
          ? lacks(agent.languages, waiting.languages)
          : bar === 'skill'
            ? lacks(agent.skills, waiting.skills)
            : [],
      ...(bar === 'pace' ? { used: agent.recent, of: pace! } : placesOf(agent, waiting)),
    };
  });
}

/** Of the limit that leaves him out where one does, else of his own for the kind. */
function placesOf({ load, ...limits }: Candidate, { kind }: Waiting): { used: number; of: number } {
  const own = { used: load[kind], of: kind === 'call' ? limits.capacity_calls : limits.capacity };
  const total = limits.capacity_total;
  const isTotal = total !== null && own.of - own.used >= 1 && total - load.call - load.other < 1;
  const { used, of } = isTotal ? { used: load.call + load.other, of: total } : own;
  return { used: Math.round(used * 10) / 10, of };
}

interface Row {
  id: string;
  demand_id: number;
  priority: number;
  urgency: number;
  vip: boolean;
  source_priority: number | null;
  since: Date;
}

/** Where it would stand now if it came now, in a queue whose order follows from `setup`. */
async function placeOf(
  asked: AskedTicket,
  setup: RoutingSetup,
  staff: readonly Beside[],
): Promise<number | null> {
  const [{ rows }, demands] = await Promise.all([
    sql.query<Row>(
      `SELECT t.id, t.demand_id, t.priority, t.urgency, t.source_priority, coalesce(t.waiting_since, t.created_at) AS since,
              p.is_vip OR coalesce(o.is_vip, false) AS vip
       FROM ticket t JOIN person p ON p.id = t.customer_id LEFT JOIN organisation o ON o.id = p.organisation_id
       WHERE ${QUEUED} AND t.id <> $1 ORDER BY t.queue_class DESC, t.queue_at, t.id LIMIT ${LOOKED_AT}`,
      [asked.id ?? newId()],
    ),
    waitingDemands(setup),
  ]);
  const isBefore = inQueueOrder(setup.order);
  const place = ({ since, ...ticket }: Row, lane: Place['lane']): Place => ({
    ...{ id: ticket.id, lane, queue_class: queueClass(ticket.priority, ticket.source_priority) },
    queue_at: new Date(since.getTime() - headStart(ticket, setup.queue_minutes)),
  });
  const { lane, priority, urgency, vip, source_priority } = asked;
  const mine = place(
    { id: newId(), demand_id: 0, priority, urgency, vip, source_priority, since: new Date() },
    lane,
  );
  const ahead = demands.map((demand) => ({
    ...{ languages: demand.languages, skills: demand.skills, team_id: demand.team?.id ?? null },
    count: rows.filter((row) => row.demand_id === demand.id && isBefore(place(row, demand.lane), mine) < 0)
      .length,
  }));
  const { languages, skills, team } = asked.waiting;
  const found = queuePlace({ languages, skills, team_id: team?.id ?? null }, ahead, staff);
  return found !== null && found > FURTHEST ? null : found;
}
