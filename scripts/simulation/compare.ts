import { type Figures, figuresOf, type Spread, spreadOf } from '../../lib/rules/simulation/figures';
import type { Outcome, RoutingRules, World } from '../../lib/rules/simulation/model';
import { simulateRouting } from '../../lib/rules/simulation/simulate-routing';

const USUAL: RoutingRules = {
  policy: 'balanced',
  order: { call: 3, chat: 2, other: 1 },
  pace: null,
  sticky_days: 0,
  queue_minutes: { priority: 240, urgency: 60, vip: 60 },
  teams: {},
  skill_waits: { preferred: null, required: null },
  language_waits: [],
  offers: { call: null, chat: null },
};
const WEEK_MINUTES = 10_080;

/** The rules that are compared, each differing from the first in one thing. */
export const RULES: readonly { name: string; rules: RoutingRules }[] = [
  { name: 'Least busy', rules: USUAL },
  { name: 'In turn', rules: { ...USUAL, policy: 'round_robin' } },
  { name: 'By hand, oldest first', rules: { ...USUAL, policy: 'manual' } },
  {
    name: 'Least busy, without ageing',
    rules: { ...USUAL, queue_minutes: { ...USUAL.queue_minutes, priority: WEEK_MINUTES } },
  },
  { name: 'Least busy, same agent again', rules: { ...USUAL, sticky_days: 30 } },
  {
    name: 'Least busy, any language after 1 h',
    rules: {
      ...USUAL,
      language_waits: ['de', 'fr', 'it', 'es'].map((language) => ({ language, minutes: 60, team: null })),
    },
  },
];

export interface Compared {
  name: string;
  figures: Figures;
  /** Wait of what is LOW, MEDIUM, HIGH and URGENT. */
  byPriority: Spread[];
  /** Share of the tickets of known customers that went to who had the last one. */
  again: number;
}

/** The same week by each of these rules. */
export const compare = (world: World): Compared[] =>
  RULES.map(({ name, rules }) => {
    const outcomes = simulateRouting(world, rules);
    const span = { from: world.arrivals[0]!.at, until: world.until };
    const waitOf = ({ ticket, given }: Outcome) => ((given?.at ?? world.until) - ticket.at) / 1_000;
    const byPriority = [0, 1, 2, 3].map((priority) =>
      spreadOf(outcomes.filter(({ ticket }) => ticket.priority === priority).map(waitOf)),
    );
    return {
      name,
      figures: figuresOf(outcomes, world.agents, span),
      byPriority,
      again: shareAgain(outcomes),
    };
  });

function shareAgain(outcomes: readonly Outcome[]): number {
  const last = new Map<string, string>();
  let [known, same] = [0, 0];
  for (const { ticket, given } of outcomes) {
    if (!given) continue;
    const before = last.get(ticket.customer);
    if (before !== undefined) known++;
    if (before === given.agent) same++;
    last.set(ticket.customer, given.agent);
  }
  return known === 0 ? 0 : same / known;
}

const MINUTE = 60_000;
export const STEPS = [0, 60, 120, 240, 480] as const;

/**
 * How long one LOW ticket waits, in minutes, while HIGH ones flood one agent for good: a seventh more than he can do.
 * By what a step of priority is worth, in minutes.
 */
export function waitUnderFlood(step: number): number {
  const ticket = (id: string, minute: number, priority: number) => ({
    ...{ id, at: minute * MINUTE, priority, customer: id, handling: 8 * MINUTE, lane: 'other' as const },
    ...{
      languages: [],
      skills: [],
      preferred: [],
      team: null,
      urgency: 0,
      vip: false,
      source_priority: null,
    },
  });
  const flood = Array.from({ length: 400 }, (_, n) => ticket(`h${n}`, n * 7, 2));
  const until = 3_600 * MINUTE;
  const agent = {
    ...{ id: 'a', name: 'a', languages: [], skills: [], team_ids: [], present: [{ from: 0, to: until }] },
    ...{ capacity: 1, capacity_calls: 1, capacity_total: null },
  };
  const rules = { ...USUAL, queue_minutes: { ...USUAL.queue_minutes, priority: step } };
  const low = simulateRouting(
    { arrivals: [...flood, ticket('low', 0, 0)], agents: [agent], until },
    rules,
  ).at(-1)!;
  return ((low.given?.at ?? until) - low.ticket.at) / MINUTE;
}
