import { roomFor } from '../capacity';
import { capacityOf, type Place } from '../queue-order';
import { type Waiver, waivedLanguages, waiversOf } from '../relaxation';
import { type Candidate, chooserFor, isAble, isMember, speaks, type Waiting } from '../routing';
import { Heap } from './heap';
import type { Arrival, RoutingRules, World } from './model';

/** The queues of a simulation: tickets that ask the same of their agent wait in one. */

/** An agent in play: there or not, with what he has. */
export interface Person extends Candidate {
  live: number;
  isThere: boolean;
  /** He looks at the queue at this time, and every five minutes before and after. */
  phase: number;
  looksAt: number | null;
}

/** A ticket in a queue, with what is not asked of its agent any more. */
export interface Queued extends Place {
  ticket: Arrival;
  team: Arrival['team'];
  waived: readonly string[];
  /** Somebody has it, or it waits in another queue. */
  isGone: boolean;
}
/** Tickets that ask the same. */
export interface Queue {
  waiting: Waiting;
  lane: Arrival['lane'];
  tickets: Heap<Queued>;
  /** What nobody with room may have; it is looked at again when somebody else has. */
  passed: Queued[];
  /** Somebody may have a place since it was tried the last time. */
  isOpen: boolean;
  /** What follows from who is there; null since that changed. */
  now: QueueState | null;
}

/** Who of those who are there may have what waits in a queue. */
export interface QueueState {
  able: Person[];
  choose: ReturnType<typeof chooserFor>;
  /** Somebody speaks its languages, or there is nobody who could. */
  isSpoken: boolean;
}

/** Which tickets wait together. */
export const keyOf = ({ ticket, team, waived }: Queued): string =>
  JSON.stringify([
    ticket.lane,
    ticket.languages,
    ticket.skills,
    ticket.preferred,
    team?.id,
    [...waived].sort(),
  ]);

/** @param isBefore the order of what routing gives out; by hand the oldest is taken. */
export function newQueue(
  { ticket, team, waived }: Queued,
  rules: RoutingRules,
  isBefore: (a: Place, b: Place) => number,
): Queue {
  const { lane } = ticket;
  const gone = waivedLanguages(waived);
  const policy = (team && rules.teams[team.id]) ?? rules.policy;
  const waiting: Waiting = {
    ...{ kind: capacityOf(lane), team, policy },
    isLive: lane === 'call' && rules.offers.call !== null,
    languages: ticket.languages.filter((language) => !gone.includes(language)),
    skills: waived.includes('skills') ? [] : ticket.skills,
    preferred: waived.includes('preferred') ? [] : ticket.preferred,
    waived: { languages: gone, skills: waived.includes('skills') ? ticket.skills : [] },
  };
  const tickets = new Heap<Queued>(policy === 'manual' ? byCreation : isBefore);
  return { waiting, lane, tickets, passed: [], isOpen: true, now: null };
}

/** What stops being asked there after some time, of teams that there are. */
export function waiversIn({ waiting }: Queue, { teams = {} }: World, rules: RoutingRules): Waiver[] {
  const team_id = waiting.team?.id ?? null;
  const keeps_skills = team_id !== null && teams[team_id]?.keeps_skills === true;
  return waiversOf({ ...waiting, team_id, keeps_skills }, rules).filter(
    ({ team }) => team === null || teams[team] !== undefined,
  );
}

export function stateOf({ waiting }: Queue, present: Person[], rules: RoutingRules): QueueState {
  const team_id = waiting.team?.id ?? null;
  const members = present.filter((person) => isMember(person, team_id));
  return {
    able: members.filter((person) => isAble(person, { ...waiting, team_id })),
    choose: chooserFor(present, waiting, rules.pace?.tickets ?? null),
    isSpoken: members.length === 0 || members.some((person) => speaks(person, waiting.languages)),
  };
}

/** What waits first in it. */
export function headOf({ tickets }: Queue): Queued | undefined {
  while (tickets.first?.isGone) tickets.pop();
  return tickets.first;
}

/** As `fetch_tickets` asks: team and languages, not skills; within the limit. */
export const mayTake = (person: Person, { waiting }: Queue): boolean =>
  isMember(person, waiting.team?.id ?? null) &&
  speaks(person, waiting.languages) &&
  roomFor(waiting.kind, person, person.load) > 0;

export const byCreation = (a: Queued, b: Queued): number =>
  a.ticket.at - b.ticket.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
