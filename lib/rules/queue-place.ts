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

interface Answered {
  /** How many first answers were given. */
  count: number;
  /** Seconds, of half and of nine in ten of them; null without any. */
  half: number | null;
  most: number | null;
}

/** The honest wait: what the answers of the last days really took, in round figures; null where there were too few. */
export function honestWait({ count, half, most }: Answered): { half: number; most: number } | null {
  if (count < FEWEST || half === null || most === null) return null;
  return { half: roundedUp(half), most: roundedUp(most) };
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** To 5 minutes up to an hour, to an hour up to two days, then to days: more would be a promise. Never rounded down. */
function roundedUp(seconds: number): number {
  const step = seconds <= HOUR ? 5 * MINUTE : seconds <= 2 * DAY ? HOUR : DAY;
  return Math.max(1, Math.ceil(seconds / step)) * step;
}
