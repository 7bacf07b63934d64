import type { Kind } from './capacity';
import type { Waiver } from './relaxation';

/**
 * Why routing gave a ticket to somebody, or why it waits: in plain English for logs, mails and API, and as a code
 * with its facts, so that screens say the same in their reader's language.
 */
export interface Reason {
  text: string;
  code: ReasonCode;
  params: ReasonParams;
}
export const REASON_CODES = [
  'nobody',
  'team',
  'language',
  'skills',
  'barred',
  'telephone',
  'full',
  'pace',
  'manual',
  'given',
  'ringing',
  'accepted',
  'taken',
  'replied',
  'handed',
  'left',
  'handed_over',
  'requeued',
  'unanswered',
  'unopened',
  'stood_in',
  'language_found',
  'waived_preferred',
  'waived_skills',
  'waived_language',
  'waived_team',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
export type ReasonParams = Record<string, string | number | string[]>;

/** What a ticket asks of its agent. `team` is the team's name. */
interface Demand {
  kind: Kind;
  languages: readonly string[];
  skills: readonly string[];
  team: string | null;
}

const languageName = new Intl.DisplayNames(['en'], { type: 'language' });
const conjunction = new Intl.ListFormat('en', { type: 'conjunction' });
const list = (words: readonly string[]): string => conjunction.format(words);
const named = (languages: readonly string[]): string => list(languages.map((l) => languageName.of(l) ?? l));
const people = (n: number): string => (n === 1 ? '1 agent' : `${n} agents`);
const inTeam = (team: string | null): string => (team === null ? '' : ` in ${team}`);
/** The facts of a demand that screens name; empty ones are left out. */
const facts = ({ languages, skills, team }: Partial<Demand>): ReasonParams => ({
  ...(languages?.length ? { languages: [...languages] } : {}),
  ...(skills?.length ? { skills: [...skills] } : {}),
  ...(team ? { team } : {}),
});

export const nobodyAvailable = (): Reason => ({
  text: 'waiting: nobody is available',
  code: 'nobody',
  params: {},
});

/** `elsewhere`: how many are available in other teams. */
export const nobodyInTeam = (team: string, elsewhere: number): Reason => ({
  text: `waiting: nobody in ${team} is available; ${people(elsewhere)} online elsewhere`,
  code: 'team',
  params: { team, count: elsewhere },
});

export const nobodySpeaks = ({ languages, team }: Demand, online: number): Reason => ({
  text: `waiting: nobody online${inTeam(team)} speaks ${named(languages)}; ${people(online)} online without it`,
  code: 'language',
  params: { ...facts({ languages, team }), count: online },
});

export const nobodySkilled = ({ languages, skills, team }: Demand, online: number): Reason => {
  const who = languages.length === 0 ? '' : ` with ${named(languages)}`;
  return {
    text: `waiting: nobody online${inTeam(team)}${who} can do ${list(skills)}; ${people(online)} online without it`,
    code: 'skills',
    params: { ...facts({ languages, skills, team }), count: online },
  };
};

export const nobodyFree = (demand: Demand, fit: number): Reason => {
  const { kind, languages, skills, team } = demand;
  const speak = languages.length === 0 ? '' : ` with ${named(languages)}`;
  const can = skills.length === 0 ? '' : ` who can do ${list(skills)}`;
  const what = kind === 'call' ? 'a call' : 'another ticket';
  return {
    text: `waiting: ${people(fit)} online${inTeam(team)}${speak}${can}, none has room for ${what}`,
    code: 'full',
    params: { ...facts(demand), count: fit, kind },
  };
};

/** `fit`: how many could take it but declined it, let it ring, or are not to have this customer. */
export const nobodyAllowed = (fit: number): Reason => ({
  text: `waiting: ${people(fit)} online who could take it, but declined it a moment ago or are not to have this customer`,
  code: 'barred',
  params: { count: fit },
});

/** A caller waits. `fit`: how many could speak with him if there were a telephone to put him through to. */
export const nobodyReachable = (fit: number): Reason => ({
  text: `waiting: ${people(fit)} online who could take it, without a telephone number to put the caller through to`,
  code: 'telephone',
  params: { count: fit },
});

/** `fit`: how many could take it if they had not been given so much just now. */
export const tooFast = (fit: number): Reason => ({
  text: `waiting: ${people(fit)} online with room, each was given enough for the moment`,
  code: 'pace',
  params: { count: fit },
});

export const takenByHand = (team: string | null): Reason => ({
  text: `waiting: ${team === null ? 'tickets without a team are' : `tickets of ${team} are`} taken by hand`,
  code: 'manual',
  params: facts({ team }),
});

/** Why the winner went before the others with room. */
export type Won = 'only' | 'before' | 'covers' | 'wished' | 'share' | 'turn';
const best: Record<Won, (among: number) => string> = {
  only: () => 'the only one with room',
  before: (among) => `had this customer before, of ${among} with room`,
  covers: (among) => `has what it asked for before, of ${among} with room`,
  wished: (among) => `has most of the skills that are wished for, of ${among} with room`,
  share: (among) => `least busy of ${among} with room`,
  turn: (among) => `next in turn of ${among} with room`,
};

interface Given {
  name: string;
  won: Won;
  among: number;
  used: number;
  of: number;
  /** What was asked until it had waited for it long enough, and he does not have. */
  without: { languages: readonly string[]; skills: readonly string[] };
}

/** `among`: how many had room, he included. `used` of `of` places were taken before. */
export const givenTo = (demand: Demand, { name, won, among, used, of, without }: Given): Reason => {
  const { languages, skills, team } = demand;
  const speak = languages.length === 0 ? '' : ` and speaks ${named(languages)}`;
  const can = skills.length === 0 ? '' : ` and can do ${list(skills)}`;
  const gone = [...without.languages, ...without.skills];
  const words = [...without.languages.map((l) => languageName.of(l) ?? l), ...without.skills];
  const lacking = gone.length === 0 ? '' : `, without ${list(words)}, which it waited for long enough`;
  return {
    text: `given to ${name}: ${best[won](among)}${inTeam(team)} (${used} of ${of} places used before)${speak}${can}${lacking}`,
    code: 'given',
    params: { ...facts(demand), name, won, among, used, of, ...(gone.length > 0 ? { without: gone } : {}) },
  };
};

const GIVEN = 'given to';
/** What was chosen, while it rings at him. */
export const ringingAt = (given: Reason): Reason => ({
  ...given,
  text: `ringing at${given.text.slice(GIVEN.length)}`,
  code: 'ringing',
});
/** The same once he has accepted: he has begun, so it does not come back as what was merely given. */
export const acceptedBy = (given: Reason): Reason => ({
  ...given,
  text: `accepted by${given.text.slice(GIVEN.length)}`,
  code: 'accepted',
});

export const takenBy = (name: string): Reason => ({
  text: `taken by ${name}`,
  code: 'taken',
  params: { name },
});

export const takenWithReply = (name: string): Reason => ({
  text: `taken by ${name} with a reply`,
  code: 'replied',
  params: { name },
});

export const handedBy = (name: string): Reason => ({
  text: `given by ${name}`,
  code: 'handed',
  params: { name },
});

export const holderLeft = (name: string): Reason => ({
  text: `waiting: ${name} no longer works here`,
  code: 'left',
  params: { name },
});

export const handedOver = (from: string): Reason => ({
  text: `handed over, since ${from} no longer works here`,
  code: 'handed_over',
  params: { name: from },
});

export const cannotTakeBack = (): Reason => ({
  text: 'the assignee is away or has no room for the customer’s answer',
  code: 'requeued',
  params: {},
});

/** He was given it, did not begin, and is not there. */
export const leftUnanswered = (name: string, minutes: number): Reason => ({
  text: `waiting again: ${name} has been away for ${minutes === 1 ? 'a minute' : `${minutes} minutes`} without an answer`,
  code: 'unanswered',
  params: { name, count: minutes },
});

/** He took it, and has not opened it since. */
export const leftUnopened = (name: string, minutes: number): Reason => ({
  text: `waiting again: ${name} took it ${minutes === 1 ? 'a minute' : `${minutes} minutes`} ago and has not opened it`,
  code: 'unopened',
  params: { name, count: minutes },
});

/** Its customer answered while `away` is out of office. */
export const stoodIn = (name: string, away: string): Reason => ({
  text: `given to ${name}, who stands in for ${away}`,
  code: 'stood_in',
  params: { name, away },
});

const forMinutes = (minutes: number): string => (minutes === 1 ? 'a minute' : `${minutes} minutes`);

/** Its customer did not say in which language it is; its words do. */
export const languageFound = (language: string): Reason => ({
  text: `asks for ${named([language])}, in which it is written`,
  code: 'language_found',
  params: { languages: [language] },
});

/** What it asks no longer, after so many minutes; the team's name where it went to one. */
export function waivedAfter(
  { what, minutes, language }: Pick<Waiver, 'what' | 'minutes' | 'language'>,
  skills: readonly string[],
  team: string | null,
): Reason {
  const languages = language === null ? [] : [language];
  const text = {
    preferred: `skills that are wished for count no more after ${forMinutes(minutes)}`,
    skills: `${list(skills)} is not asked any more after ${forMinutes(minutes)}`,
    language: `${named(languages)} is not asked any more after ${forMinutes(minutes)}`,
    team: `nobody took it who speaks ${named(languages)} within ${forMinutes(minutes)}: it is for ${team} now`,
  }[what];
  return { text, code: `waived_${what}`, params: { ...facts({ languages, skills, team }), count: minutes } };
}

/** As an event keeps it. */
export interface ReasonFacts {
  reason: string | null;
  reason_code?: ReasonCode;
  reason_params?: ReasonParams;
}
export const reasonFacts = (reason: Reason | null): ReasonFacts =>
  reason === null
    ? { reason: null }
    : { reason: reason.text, reason_code: reason.code, reason_params: reason.params };
