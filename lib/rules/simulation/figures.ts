import type { Lane } from '../queue-order';
import type { Attendant, Outcome } from './model';

/** How long tickets waited, in seconds; null of none. Half waited no longer than `half`, nine in ten than `most`. */
export interface Spread {
  n: number;
  half: number | null;
  most: number | null;
  longest: number | null;
}
/** What can be said of a simulation in numbers. */
export interface Figures {
  tickets: number;
  given: number;
  waiting: number;
  /** Share of the tickets that somebody was given in the moment they came; null of none. */
  at_once: number | null;
  /** What still waits counts with what it has waited until the end. */
  wait: Spread;
  /** A ticket with several languages counts in each; those without one under ''. */
  by_language: (Spread & { key: string })[];
  by_kind: (Spread & { key: Lane })[];
  /** Of the work handled in an hour of presence: 0, all alike, to 1, one does it all. Null of nobody. */
  gini: number | null;
  /** Tickets that came while somebody of their team was there, but nobody who spoke their languages. */
  unspoken: number;
  /** Tickets that somebody was given who does not speak their languages, since they were not asked any more. */
  foreign: number;
  agents: AgentFigures[];
}
export interface AgentFigures {
  id: string;
  name: string;
  tickets: number;
  /** Of these tickets, in seconds. */
  handled: number;
  /** In seconds, until the end. */
  present: number;
}

const SECOND = 1_000;
const LANES: readonly Lane[] = ['call', 'chat', 'other'];

/** @param from, until the time that is looked at: presence counts within it. */
export function figuresOf(
  outcomes: readonly Outcome[],
  agents: readonly Attendant[],
  { from, until }: { from: number; until: number },
): Figures {
  const waits = outcomes.map(({ ticket, given }) => ({
    ticket,
    wait: ((given?.at ?? until) - ticket.at) / SECOND,
  }));
  const ofSome = (isOne: (ticket: Outcome['ticket']) => boolean) =>
    spreadOf(waits.flatMap(({ ticket, wait }) => (isOne(ticket) ? [wait] : [])));
  const languages = [...new Set(outcomes.flatMap(({ ticket }) => languagesOf(ticket.languages)))].sort();
  const given = outcomes.filter((outcome) => outcome.given !== null);
  const people = agentFigures(outcomes, agents, from, until);
  return {
    tickets: outcomes.length,
    given: given.length,
    waiting: outcomes.length - given.length,
    at_once:
      outcomes.length === 0
        ? null
        : given.filter((outcome) => outcome.given!.at === outcome.ticket.at).length / outcomes.length,
    wait: spreadOf(waits.map(({ wait }) => wait)),
    by_language: languages.map((key) => ({
      key,
      ...ofSome((ticket) => languagesOf(ticket.languages).includes(key)),
    })),
    by_kind: LANES.map((key) => ({ key, ...ofSome(({ lane }) => lane === key) })).filter(({ n }) => n > 0),
    gini: gini(people.filter(({ present }) => present > 0).map(({ handled, present }) => handled / present)),
    unspoken: outcomes.filter(({ unspoken }) => unspoken).length,
    foreign: outcomes.filter((outcome) => outcome.given?.speaks === false).length,
    agents: people,
  };
}

const languagesOf = (languages: readonly string[]): readonly string[] =>
  languages.length === 0 ? [''] : languages;

function agentFigures(
  outcomes: readonly Outcome[],
  agents: readonly Attendant[],
  from: number,
  until: number,
): AgentFigures[] {
  const all = new Map(
    agents.map(({ id, name, present }) => [
      id,
      { id, name, tickets: 0, handled: 0, present: lengthWithin(present, from, until) / SECOND },
    ]),
  );
  for (const { given, ticket } of outcomes) {
    const one = given && all.get(given.agent);
    if (!one) continue;
    one.tickets += 1;
    one.handled += ticket.handling / SECOND;
  }
  return [...all.values()];
}

const lengthWithin = (spans: Attendant['present'], from: number, until: number): number =>
  spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, until) - Math.max(span.from, from)), 0);

/** By the nearest rank, so that each number is one that was there. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
  return { n: sorted.length, half: at(0.5), most: at(0.9), longest: sorted.at(-1) ?? null };
}

/** The Gini coefficient of numbers that are 0 or more; null of none. All 0 are all alike. */
export function gini(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  const n = sorted.length;
  const weighted = sorted.reduce((sum, value, index) => sum + (index + 1) * value, 0);
  return (2 * weighted) / (n * total) - (n + 1) / n;
}
