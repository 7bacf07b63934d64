import { type Kind, type Limits, type Load, roomFor, shareUsed } from './capacity';
import {
  givenTo,
  nobodyAvailable,
  nobodyFree,
  nobodyInTeam,
  nobodySkilled,
  nobodySpeaks,
  type Reason,
} from './routing-reason';

/**
 * Who gets the next ticket (product 2.5, 2.7; issue: available + in the ticket's team + languages and skills cover
 * the ticket + room for its kind → lowest share of capacity used → longest idle → id). Pure: it gets the candidates
 * and returns the winner and the reason, so that the same words explain a decision in a test, in the log and on the
 * ticket.
 */
export interface Candidate extends Limits {
  id: string;
  name: string;
  languages: readonly string[];
  skills: readonly string[];
  team_ids: readonly string[];
  load: Load;
  /** When routing last gave this person something, milliseconds; 0 for never. */
  lastAssignedAt: number;
}
export interface Waiting {
  kind: Kind;
  languages: readonly string[];
  /** What its topic requires. */
  skills: readonly string[];
  /** Null: everybody's. */
  team: { id: string; name: string } | null;
}
export type Choice = { agent: Candidate; reason: Reason } | { agent: null; reason: Reason };

/** Chooses among the agents who are available now. */
export function chooseAgent(available: readonly Candidate[], ticket: Waiting): Choice {
  const { free, why } = winnow(available, ticket);
  const best = free.reduce<Candidate | null>(
    (a, b) => (a === null || compare(b, a, ticket.kind) < 0 ? b : a),
    null,
  );
  if (best === null) return { agent: null, reason: why() };
  const [used, of] =
    ticket.kind === 'call' ? [best.load.call, best.capacity_calls] : [best.load.other, best.capacity];
  const reason = givenTo(demandOf(ticket), { name: best.name, among: free.length, used: shown(used), of });
  return { agent: best, reason };
}

/** Who is left after each condition; `why` names the first one that left nobody. */
function winnow(available: readonly Candidate[], ticket: Waiting) {
  const { team } = ticket;
  const members = available.filter((agent) => isMember(agent, team?.id ?? null));
  const speaking = members.filter((agent) => speaks(agent, ticket.languages));
  const able = speaking.filter((agent) => hasSkills(agent, ticket.skills));
  const free = able.filter((agent) => roomFor(ticket.kind, agent, agent.load) > 0);
  const why = (): Reason => {
    if (available.length === 0) return nobodyAvailable();
    if (team !== null && members.length === 0) return nobodyInTeam(team.name, available.length);
    if (speaking.length === 0) return nobodySpeaks(demandOf(ticket), members.length);
    if (able.length === 0) return nobodySkilled(demandOf(ticket), speaking.length);
    return nobodyFree(demandOf(ticket), able.length);
  };
  return { free, why };
}

const demandOf = ({ team, ...rest }: Waiting) => ({ ...rest, team: team?.name ?? null });
/** A load with weights has fractions; one digit of them is enough to read. */
const shown = (load: number): number => Math.round(load * 10) / 10;

/** What a ticket asks of whoever takes it, and what a person brings; the team by its id. */
export type Demand = Pick<Waiting, 'languages' | 'skills'> & { team_id: string | null };
export type Able = Pick<Candidate, 'languages' | 'skills' | 'team_ids'>;

/** Is this a ticket for this person, however much he has to do? */
export const isAble = (agent: Able, { team_id, languages, skills }: Demand): boolean =>
  isMember(agent, team_id) && speaks(agent, languages) && hasSkills(agent, skills);

/** Could this agent be given such a ticket right now? */
export const fits = (agent: Candidate, ticket: Waiting): boolean =>
  isAble(agent, { ...ticket, team_id: ticket.team?.id ?? null }) &&
  roomFor(ticket.kind, agent, agent.load) > 0;

/** All of a ticket's languages must be spoken (S0); a ticket without a restriction fits everybody. */
export const speaks = (agent: Pick<Candidate, 'languages'>, languages: readonly string[]): boolean =>
  languages.every((language) => agent.languages.includes(language));

/** Required skills behave like languages (product 2.7). */
export const hasSkills = (agent: Pick<Candidate, 'skills'>, skills: readonly string[]): boolean =>
  skills.every((skill) => agent.skills.includes(skill));

/** A ticket without a team is everybody's. */
export const isMember = (agent: Pick<Candidate, 'team_ids'>, teamId: string | null): boolean =>
  teamId === null || agent.team_ids.includes(teamId);

function compare(a: Candidate, b: Candidate, kind: Kind): number {
  return (
    shareUsed(kind, a, a.load) - shareUsed(kind, b, b.load) ||
    a.lastAssignedAt - b.lastAssignedAt ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
