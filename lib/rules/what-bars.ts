import { type Candidate, hasSkills, isMember, roomOf, speaks, type Ties, type Waiting } from './routing';

/** What may leave an agent out of a decision, in the order in which it is looked at (`chooserFor`). */
export const BARS = ['intent', 'connection', 'team', 'language', 'skill', 'barred', 'room', 'pace'] as const;
export type Bar = (typeof BARS)[number];

export interface Beside extends Candidate {
  /** He says that he is online. */
  isOnline: boolean;
  /** He has a window open, or closed it a moment ago, or is reached otherwise. */
  isSeen: boolean;
}

/** The first condition that leaves an agent out; null when he could have it. */
export function whatBars(
  agent: Beside,
  waiting: Waiting,
  barred: Ties['barred'],
  pace: number | null,
): Bar | null {
  if (!agent.isOnline) return 'intent';
  if (!agent.isSeen) return 'connection';
  if (!isMember(agent, waiting.team?.id ?? null)) return 'team';
  if (!speaks(agent, waiting.languages)) return 'language';
  if (!hasSkills(agent, waiting.skills)) return 'skill';
  if (barred.includes(agent.id)) return 'barred';
  if (roomOf(agent, waiting) <= 0) return 'room';
  return pace !== null && agent.recent >= pace ? 'pace' : null;
}
