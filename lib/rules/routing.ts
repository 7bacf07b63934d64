import type { Policy } from '../schemas/values';
import { type Kind, type Limits, type Load, roomFor, shareUsed } from './capacity';
import {
  givenTo,
  nobodyAllowed,
  nobodyAvailable,
  nobodyFree,
  nobodyInTeam,
  nobodyReachable,
  nobodySkilled,
  nobodySpeaks,
  type Reason,
  takenByHand,
  tooFast,
  type Won,
} from './routing-reason';

/**
 * Who gets the next ticket (product 2.5, 2.7): available, in the ticket's team, languages and skills cover it, not
 * barred from it, room for its kind, not above his pace. Of those: who had it before, then what was asked until it had
 * waited long enough (`relaxation.ts`), then the wished-for skills, then the team's policy. Pure: it gets the candidates
 * and returns the winner and the reason, so that the same words
 * explain a decision in a test, in the log, on the ticket and in a trial of another policy.
 */
export interface Candidate extends Limits {
  id: string;
  name: string;
  languages: readonly string[];
  skills: readonly string[];
  team_ids: readonly string[];
  load: Load;
  /** When routing last gave this person something of each kind, milliseconds; 0 for never. */
  lastGiven: Record<Kind, number>;
  /** How many tickets routing gave him within the minutes of the pace. */
  recent: number;
  /** Calls that ring at him, that he is in, or that he wraps up; counted while calls ring. */
  live?: number;
  /** A caller can be put through to him; asked where one waits. */
  has_telephone?: boolean;
}

/** What waiting work asks. */
export interface Waiting {
  kind: Kind;
  languages: readonly string[];
  /** All of them are needed. */
  skills: readonly string[];
  /** Who has more of them goes before. */
  preferred: readonly string[];
  /** What was asked until it had waited for it long enough. Who has it all the same goes before. */
  waived: { languages: readonly string[]; skills: readonly string[] };
  /** Null: everybody's. */
  team: { id: string; name: string } | null;
  policy: Policy;
  /** It is a call and calls ring: one at a time, whatever the limit of calls is. */
  isLive?: boolean;
}
/** What is one ticket's own. */
export interface Ties {
  /** Who had it, or its customer, before: he goes before all others. */
  sticky: string | null;
  /** Who declined it or let it ring a moment ago, and who is never to have its customer. */
  barred: readonly string[];
  /** Its customer is on the line: who has no telephone cannot speak with him. */
  has_caller?: boolean;
}
const NO_TIES: Ties = { sticky: null, barred: [] };

/** How many of the available each condition left out, in this order; who fails two counts for the first. */
export type Excluded = Partial<
  Record<'team' | 'language' | 'skill' | 'telephone' | 'barred' | 'room' | 'pace', number>
>;

export interface Winner {
  won: Won;
  /** Places of this kind that were taken before, and how many there are. */
  used: number;
  of: number;
  /** How many could have had it, he included. */
  among: number;
}
export type Choice = { reason: Reason; considered: number; excluded: Excluded } & (
  | { agent: Candidate; winner: Winner }
  | { agent: null; winner: null }
);

/** Chooses among the agents who are available now. `pace`: how many tickets routing may give one in its minutes. */
export const chooseAgent = (
  available: readonly Candidate[],
  waiting: Waiting,
  ties: Ties = NO_TIES,
  pace: number | null = null,
): Choice => chooserFor(available, waiting, pace)(ties);

/**
 * Chooses for one ticket of a demand after the other. What does not change from one to the next (team, languages,
 * skills) is looked at once; loads are looked at each time, and are whoever's who hands out to change.
 */
export function chooserFor(
  available: readonly Candidate[],
  waiting: Waiting,
  pace: number | null = null,
): (ties?: Ties) => Choice {
  const { team, kind, policy } = waiting;
  const members = available.filter((agent) => isMember(agent, team?.id ?? null));
  const speaking = members.filter((agent) => speaks(agent, waiting.languages));
  const able = speaking.filter((agent) => hasSkills(agent, waiting.skills));
  const considered = available.length;
  const left: Excluded = {
    team: considered - members.length,
    language: members.length - speaking.length,
    skill: speaking.length - able.length,
  };
  const why = (reached: number, allowed: number, roomy: number): Reason => {
    if (policy === 'manual') return takenByHand(team?.name ?? null);
    if (considered === 0) return nobodyAvailable();
    if (team !== null && members.length === 0) return nobodyInTeam(team.name, considered);
    if (speaking.length === 0) return nobodySpeaks(demandOf(waiting), members.length);
    if (able.length === 0) return nobodySkilled(demandOf(waiting), speaking.length);
    if (reached === 0) return nobodyReachable(able.length);
    if (allowed === 0) return nobodyAllowed(reached);
    if (roomy > 0) return tooFast(roomy);
    return nobodyFree(demandOf(waiting), allowed);
  };
  const isBefore = order(waiting);
  return ({ sticky, barred, has_caller = false } = NO_TIES) => {
    const reached = has_caller ? able.filter(({ has_telephone = true }) => has_telephone) : able;
    const allowed = barred.length === 0 ? reached : reached.filter(({ id }) => !barred.includes(id));
    const roomy = allowed.filter((agent) => roomOf(agent, waiting) > 0);
    const free = pace === null ? roomy : roomy.filter((agent) => agent.recent < pace);
    const excluded = counted({
      ...left,
      telephone: able.length - reached.length,
      barred: reached.length - allowed.length,
      room: allowed.length - roomy.length,
      pace: roomy.length - free.length,
    });
    const best = policy === 'manual' ? null : first(free, isBefore, sticky);
    if (best === null) {
      const reason = why(reached.length, allowed.length, roomy.length);
      return { agent: null, winner: null, considered, excluded, reason };
    }
    const winner = {
      ...placesTaken(best, kind),
      among: free.length,
      won: howWon(best, free, waiting, sticky),
    };
    const reason = givenTo(demandOf(waiting), {
      name: best.name,
      ...winner,
      without: missing(best, waiting),
    });
    return { agent: best, winner, considered, excluded, reason };
  };
}

function first(free: readonly Candidate[], isBefore: Compare, sticky: string | null): Candidate | null {
  let best: Candidate | null = null;
  for (const agent of free) {
    if (agent.id === sticky) return agent;
    if (best === null || isBefore(agent, best) < 0) best = agent;
  }
  return best;
}

type Compare = (a: Candidate, b: Candidate) => number;

/** What was waived, wished-for skills, the policy's measure, longest without something of this kind, id: so that two runs agree. */
export function order(waiting: Waiting): Compare {
  const { kind, preferred, policy } = waiting;
  const share = (agent: Candidate) => (policy === 'balanced' ? shareUsed(kind, agent, agent.load) : 0);
  const isWaived = waiting.waived.languages.length + waiting.waived.skills.length > 0;
  return (a, b) =>
    (isWaived ? lacks(a, waiting) - lacks(b, waiting) : 0) ||
    wished(b, preferred) - wished(a, preferred) ||
    share(a) - share(b) ||
    a.lastGiven[kind] - b.lastGiven[kind] ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

const wished = ({ skills }: Candidate, preferred: readonly string[]): number =>
  preferred.reduce((sum, skill) => sum + (skills.includes(skill) ? 1 : 0), 0);

/** By which measure the winner went before the others. */
function howWon(best: Candidate, free: readonly Candidate[], waiting: Waiting, sticky: string | null): Won {
  const { preferred, policy } = waiting;
  if (free.length === 1) return 'only';
  if (best.id === sticky) return 'before';
  const lacking = lacks(best, waiting);
  if (free.every((agent) => agent === best || lacks(agent, waiting) > lacking)) return 'covers';
  const mine = wished(best, preferred);
  if (mine > 0 && free.every((agent) => agent === best || wished(agent, preferred) < mine)) return 'wished';
  return policy === 'round_robin' ? 'turn' : 'share';
}

/** What he was not asked for any more, and does not have. */
const missing = (agent: Candidate, { waived }: Waiting) => ({
  languages: waived.languages.filter((language) => !agent.languages.includes(language)),
  skills: waived.skills.filter((skill) => !agent.skills.includes(skill)),
});

const placesTaken = (agent: Candidate, kind: Kind) => ({
  used: shown(agent.load[kind]),
  of: kind === 'call' ? agent.capacity_calls : agent.capacity,
});
/** What was waived counts first: whoever has it after all is better than whoever has not. */
const lacks = (agent: Candidate, waiting: Waiting): number => {
  const { languages, skills } = missing(agent, waiting);
  return languages.length + skills.length;
};

const counted = (all: Excluded): Excluded =>
  Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
const demandOf = ({ team, ...rest }: Waiting) => ({ ...rest, team: team?.name ?? null });
/** A load with weights has fractions; one digit of them is enough to read. */
const shown = (load: number): number => Math.round(load * 10) / 10;

/** What a ticket asks of whoever takes it, and what a person brings; the team by its id. */
export type Demand = Pick<Waiting, 'languages' | 'skills'> & { team_id: string | null };
export type Able = Pick<Candidate, 'languages' | 'skills' | 'team_ids'>;

/** Is this a ticket for this person, however much he has to do? */
export const isAble = (agent: Able, { team_id, languages, skills }: Demand): boolean =>
  isMember(agent, team_id) && speaks(agent, languages) && hasSkills(agent, skills);

/** Whole places that somebody has for what waits; 0 or less means none. */
export function roomOf(agent: Candidate, { kind, isLive }: Pick<Waiting, 'kind' | 'isLive'>): number {
  const room = roomFor(kind, agent, agent.load);
  return isLive ? Math.min(room, 1 - (agent.live ?? 0)) : room;
}

/** How many tickets of these one could be given right now, as far as capacity and pace go. */
export const placesOf = (
  agent: Candidate,
  waiting: Pick<Waiting, 'kind' | 'isLive'>,
  pace: number | null,
): number => Math.max(0, Math.min(roomOf(agent, waiting), pace === null ? Infinity : pace - agent.recent));

/** Counts one more of these among what somebody has. */
export function countOne(agent: Candidate, { kind, isLive }: Pick<Waiting, 'kind' | 'isLive'>): void {
  agent.load[kind] += 1;
  agent.recent += 1;
  if (isLive) agent.live = (agent.live ?? 0) + 1;
}

/** All of a ticket's languages must be spoken (S0); a ticket without a restriction fits everybody. */
export const speaks = (agent: Pick<Candidate, 'languages'>, languages: readonly string[]): boolean =>
  languages.every((language) => agent.languages.includes(language));

/** Required skills behave like languages (product 2.7). */
export const hasSkills = (agent: Pick<Candidate, 'skills'>, skills: readonly string[]): boolean =>
  skills.every((skill) => agent.skills.includes(skill));

/** A ticket without a team is everybody's. */
export const isMember = (agent: Pick<Candidate, 'team_ids'>, teamId: string | null): boolean =>
  teamId === null || agent.team_ids.includes(teamId);
