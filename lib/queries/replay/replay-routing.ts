import { newId } from '../../clock';
import { Forbidden } from '../../errors';
import { businessCalendar } from '../../rules/business-time';
import { type Actor, may } from '../../rules/permissions';
import type { Figures } from '../../rules/simulation/figures';
import type { Attendant } from '../../rules/simulation/model';
import type { Hand, ReplayResult } from '../../rules/simulation/replay';
import type { ReplayDto, ReplayInput } from '../../schemas/what-if';
import { runReplay } from '../../simulation/run-replay';
import { changedAgents } from '../changed-agents';
import { changedSetup } from '../changed-setup';
import { getSettings } from '../get-settings';
import { knownNames } from '../known-names';
import { getRoutingSetup } from '../routing-setup';
import { pastAgents } from './past-agents';
import { barredFrom, heldAt, type PastTicket, pastTickets, tiesBefore } from './past-tickets';

/** Tickets that change hands and are told one by one. */
const MOST = 50;

/**
 * The last tickets as they came, played twice: by the rules and with the people as they are, and as they would be
 * (docs/routing.md says what is taken for granted). Nothing is changed. Admins only.
 *
 * @throws Forbidden; Invalid for a team, topic or agent that is not there; Unavailable when many ask at once.
 */
export async function replayRouting(actor: Actor, input: ReplayInput): Promise<ReplayDto> {
  if (!may(actor, 'settings.edit')) throw new Forbidden();
  const [rules, known, tickets] = await Promise.all([
    getRoutingSetup(),
    knownNames(),
    pastTickets(input.tickets),
  ]);
  const until = Date.now();
  const from = tickets[0]?.at ?? until;
  const customers = tickets.map(({ customer }) => customer);
  const [agents, held, earlier, barred] = await Promise.all([
    pastAgents(from, until),
    heldAt(from),
    tiesBefore(from, customers),
    barredFrom(customers),
  ]);
  const shared = { until, held, earlier, barred, teams: Object.fromEntries(known.teams) };
  const others = [...changedAgents(agents, input.agents), ...(await moreAgents(input, from, until))];
  const result = await runReplay({
    before: { world: { arrivals: tickets, agents, ...shared }, rules },
    after: {
      world: { arrivals: withSkills(tickets, input), agents: others, ...shared },
      rules: changedSetup(rules, input, known),
    },
    recorded: tickets.flatMap(({ recorded }) => recorded ?? []),
    most: MOST,
  });
  return present(result, tickets, others, { from, until });
}

/** The tickets as they would be if topics asked for other skills. */
function withSkills(tickets: readonly PastTicket[], { topics }: ReplayInput): PastTicket[] {
  return tickets.map((ticket) => {
    const change = ticket.topic_id === null ? undefined : topics[ticket.topic_id];
    if (!change) return ticket;
    return {
      ...ticket,
      skills: change.skills ?? ticket.skills,
      preferred: change.preferred_skills ?? ticket.preferred,
    };
  });
}

/** People who are not there yet, with when they would have been. */
async function moreAgents(input: ReplayInput, from: number, until: number): Promise<Attendant[]> {
  if (input.more_agents.length === 0) return [];
  const { business_hours } = await getSettings();
  return input.more_agents.map(({ shifts, teams = [], ...brings }, index) => ({
    ...{ id: newId(), name: `+${index + 1}`, team_ids: teams },
    languages: brings.languages,
    skills: brings.skills ?? [],
    capacity: brings.capacity ?? 4,
    capacity_calls: brings.capacity_calls ?? 3,
    capacity_total: brings.capacity_total ?? null,
    present: businessCalendar({ ...business_hours, days: shifts }).openWithin(from, until),
  }));
}

function present(
  { before, after, recorded, changed }: ReplayResult,
  tickets: readonly PastTicket[],
  agents: readonly Attendant[],
  { from, until }: { from: number; until: number },
): ReplayDto {
  const known = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const names = new Map(agents.map(({ id, name }) => [id, name]));
  const handOf = ({ agent, wait }: Hand) => ({
    agent: agent === null ? null : { id: agent, name: names.get(agent)! },
    wait,
  });
  const works = new Set(
    [...before.agents, ...after.agents].filter((one) => one.tickets + one.present > 0).map(({ id }) => id),
  );
  const shown = (figures: Figures): Figures => ({
    ...figures,
    agents: figures.agents.filter(({ id }) => works.has(id)),
  });
  return {
    from: tickets.length > 0 ? new Date(from).toISOString() : null,
    until: new Date(until).toISOString(),
    ...{ before: shown(before), after: shown(after), recorded },
    changed: {
      count: changed.count,
      results: changed.first.map(({ id, before, after }) => {
        const { number, subject } = known.get(id)!;
        return { id, number, subject, before: handOf(before), after: handOf(after) };
      }),
    },
  };
}
