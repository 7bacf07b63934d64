import { type Kind, type Limits, type Load, roomFor, shareUsed } from './capacity';

/**
 * Who gets the next ticket (product 2.5; issue: available + languages cover the ticket + room for its kind → lowest
 * share of capacity used → longest idle → id). Pure: it gets the candidates and returns the winner and the reason in
 * plain words, so that the same text explains a decision in a test, in the log and on the ticket.
 */
export interface Candidate extends Limits {
  id: string;
  name: string;
  languages: readonly string[];
  load: Load;
  /** When routing last gave this person something, milliseconds; 0 for never. */
  lastAssignedAt: number;
}
export interface Waiting {
  kind: Kind;
  languages: readonly string[];
}
export type Choice = { agent: Candidate; reason: string } | { agent: null; reason: string };

/** Chooses among the agents who are available now. */
export function chooseAgent(available: readonly Candidate[], ticket: Waiting): Choice {
  const speaking = available.filter((agent) => speaks(agent, ticket.languages));
  const free = speaking.filter((agent) => roomFor(ticket.kind, agent, agent.load) > 0);
  const best = free.reduce<Candidate | null>(
    (a, b) => (a === null || compare(b, a, ticket.kind) < 0 ? b : a),
    null,
  );
  if (best === null) return { agent: null, reason: whyWaiting(available, speaking, ticket) };
  return { agent: best, reason: whyChosen(best, ticket, free.length) };
}

/** All of a ticket's languages must be spoken (S0); a ticket without a restriction fits everybody. */
export const speaks = (agent: Pick<Candidate, 'languages'>, languages: readonly string[]): boolean =>
  languages.every((language) => agent.languages.includes(language));

function compare(a: Candidate, b: Candidate, kind: Kind): number {
  return (
    shareUsed(kind, a, a.load) - shareUsed(kind, b, b.load) ||
    a.lastAssignedAt - b.lastAssignedAt ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

const languageName = new Intl.DisplayNames(['en'], { type: 'language' });
const named = (languages: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(languages.map((l) => languageName.of(l) ?? l));
const people = (n: number): string => (n === 1 ? '1 agent' : `${n} agents`);

function whyWaiting(
  available: readonly Candidate[],
  speaking: readonly Candidate[],
  ticket: Waiting,
): string {
  const what = ticket.kind === 'call' ? 'a call' : 'another ticket';
  if (available.length === 0) return 'waiting: nobody is available';
  if (speaking.length === 0) {
    return `waiting: nobody online speaks ${named(ticket.languages)}; ${people(available.length)} online without it`;
  }
  const who = ticket.languages.length === 0 ? 'online' : `online with ${named(ticket.languages)}`;
  return `waiting: ${people(speaking.length)} ${who}, none has room for ${what}`;
}

function whyChosen(agent: Candidate, ticket: Waiting, free: number): string {
  const limit = ticket.kind === 'call' ? agent.capacity_calls : agent.capacity;
  const used = ticket.kind === 'call' ? agent.load.call : agent.load.other;
  const language = ticket.languages.length === 0 ? '' : ` and speaks ${named(ticket.languages)}`;
  const among = free === 1 ? 'the only one with room' : `least busy of ${free} with room`;
  return `given to ${agent.name}: ${among} (${used} of ${limit} places used before)${language}`;
}
