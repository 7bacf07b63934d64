import { type Able, type Demand, isAble } from './routing';

/** Tickets that ask the same of their agent and stand before somebody's in the queue. */
export interface Ahead extends Demand {
  count: number;
}

/**
 * The place of a waiting ticket (product D15): from 1, among the tickets that the same agents could take. Others are
 * served by other people and do not hold it up. Null when there is nobody who could take it: then no place is true.
 */
export function queuePlace(mine: Demand, ahead: readonly Ahead[], staff: readonly Able[]): number | null {
  const able = staff.filter((agent) => isAble(agent, mine));
  if (able.length === 0) return null;
  const before = ahead.filter((group) => able.some((agent) => isAble(agent, group)));
  return before.reduce((sum, { count }) => sum + count, 1);
}

const FEWEST = 20;

/** First answers that were given. */
export interface Answered {
  count: number;
  /** Seconds, of half and of nine in ten of them; null without any. */
  half: number | null;
  most: number | null;
}

/** What a wait may be told by, the nearest first: like tickets in the last hour, those of the last days, all tickets. */
export const WAIT_BASES = ['hour', 'days', 'all'] as const;

/** The honest wait: what answers really took, in round figures; null where there were too few. */
export function honestWait({ count, half, most }: Answered): { half: number; most: number } | null {
  if (count < FEWEST || half === null || most === null) return null;
  return { half: roundedUp(half), most: roundedUp(most) };
}

const PAUSE_PER_PLACE_MS = 200;
const SHORTEST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long a page that is told that the queue moved lets pass between two readings of its place: the further back, the
 * longer. The first 300 of a queue read 26 times a second together; who is further back, once a minute, as all do anyway.
 */
export const pauseAt = (place: number | null): number =>
  place === null ? LONGEST_MS : Math.min(LONGEST_MS, Math.max(SHORTEST_MS, place * PAUSE_PER_PLACE_MS));

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** To 5 minutes up to an hour, to an hour up to two days, then to days: more would be a promise. Never rounded down. */
function roundedUp(seconds: number): number {
  const step = seconds <= HOUR ? 5 * MINUTE : seconds <= 2 * DAY ? HOUR : DAY;
  return Math.max(1, Math.ceil(seconds / step)) * step;
}
