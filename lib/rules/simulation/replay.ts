import { type Figures, figuresOf, type Spread, spreadOf } from './figures';
import type { Arrival, Outcome, RoutingRules, World } from './model';
import { simulateRouting } from './simulate-routing';

/** What was is played twice: by the rules and with the people as they are, and as they would be. */
export interface ReplayTask {
  before: { world: World; rules: RoutingRules };
  after: { world: World; rules: RoutingRules };
  /** How long it really took until somebody had them, seconds. */
  recorded: readonly number[];
  /** So many of the tickets that change hands are told one by one. */
  most: number;
}
/** Whose a ticket would be, and how long it waits for that, in seconds. */
export interface Hand {
  agent: string | null;
  wait: number;
}
export interface ReplayResult {
  before: Figures;
  after: Figures;
  recorded: Spread;
  changed: { count: number; first: { id: string; before: Hand; after: Hand }[] };
}

export function replay({ before, after, recorded, most }: ReplayTask): ReplayResult {
  const [was, is] = [before, after].map(({ world, rules }) => ({
    world,
    outcomes: simulateRouting(world, rules),
  })) as [Played, Played];
  const changed = changedHands(was, is);
  return {
    before: told(was),
    after: told(is),
    recorded: spreadOf(recorded),
    changed: { count: changed.length, first: changed.slice(0, most) },
  };
}

interface Played {
  world: World;
  outcomes: Outcome[];
}

const told = ({ world, outcomes }: Played): Figures =>
  figuresOf(outcomes, world.agents, { from: world.arrivals[0]?.at ?? world.until, until: world.until });

/** Which tickets somebody else would have, or nobody any more; the newest first. */
function changedHands(was: Played, is: Played): ReplayResult['changed']['first'] {
  const after = new Map(is.outcomes.map((outcome) => [outcome.ticket.id, outcome]));
  return was.outcomes
    .flatMap((outcome) => {
      const other = after.get(outcome.ticket.id);
      if (!other || (outcome.given?.agent ?? null) === (other.given?.agent ?? null)) return [];
      const { id } = outcome.ticket;
      return [{ id, before: handOf(outcome, was.world), after: handOf(other, is.world) }];
    })
    .reverse();
}

const handOf = ({ ticket, given }: { ticket: Arrival; given: Outcome['given'] }, { until }: World): Hand => ({
  agent: given?.agent ?? null,
  wait: ((given?.at ?? until) - ticket.at) / 1_000,
});
