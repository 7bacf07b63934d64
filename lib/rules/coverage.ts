import { tzOffset } from '@date-fns/tz/tzOffset';
import type { AvailabilityChange } from './available-time';
import type { BusinessHours, Stretch } from './business-time';
import { loadsOf, serversFor, type Target } from './erlang-c';
import type { Lane } from './queue-order';

/** Hours of a week, Monday 0:00 first. */
export const HOURS_OF_WEEK = 168;

const QUARTER = 900_000;
const QUARTERS = 4;
const HOUR = 3_600_000;

/** The hour of the week of an instant by a zone's clocks; they change on quarters of an hour. */
const hourOfWeek = (at: number, timeZone: string): number => {
  const wall = at + tzOffset(timeZone, new Date(at)) * 60_000;
  // 1 January 1970 was a Thursday
  return Math.floor(wall / HOUR + 72) % HOURS_OF_WEEK;
};

/**
 * How many people were there, on average, in each hour of the week; null in hours that did not occur in the time.
 *
 * @param people of each his changes, in the order of time.
 * @param range milliseconds.
 */
export function presentByHour(
  people: readonly (readonly AvailabilityChange[])[],
  { from, to }: Stretch,
  timeZone: string,
): (number | null)[] {
  const first = Math.floor(from / QUARTER);
  const cells = Array.from({ length: Math.max(0, Math.ceil(to / QUARTER) - first) }, (_, n) =>
    hourOfWeek((first + n) * QUARTER, timeZone),
  );
  const occurred = new Array<number>(HOURS_OF_WEEK).fill(0);
  for (const cell of cells) occurred[cell]! += 1 / QUARTERS;
  const attended = new Array<number>(HOURS_OF_WEEK).fill(0);
  for (const changes of people) {
    changes.forEach(({ at, isAvailable }, index) => {
      if (!isAvailable) return;
      const start = Math.max(at, from);
      const end = Math.min(changes[index + 1]?.at ?? to, to);
      for (let quarter = Math.floor(start / QUARTER); quarter * QUARTER < end; quarter++) {
        const part = Math.min(end, (quarter + 1) * QUARTER) - Math.max(start, quarter * QUARTER);
        attended[cells[quarter - first]!]! += part / HOUR;
      }
    });
  }
  return attended.map((hours, cell) => (occurred[cell] === 0 ? null : hours / occurred[cell]!));
}

/** In which hours of the week the house is open, if only for a part; in all of them where it never opens. */
export function openByHour({ days }: Pick<BusinessHours, 'days'>): boolean[] {
  const never = days.every((day) => day.length === 0);
  return Array.from({ length: HOURS_OF_WEEK }, (_, cell) => {
    const hour = cell % 24;
    const within = ({ from, to }: { from: string; to: string }) =>
      minutesOf(from) < (hour + 1) * 60 && minutesOf(to) > hour * 60;
    return never || days[Math.floor(cell / 24)]!.some(within);
  });
}
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** What is wanted unless somebody wants something else: the share, and the seconds for each kind of work. */
export const USUAL_SHARE = 0.8;
export const USUAL_SECONDS: Record<Lane, number> = { call: 20, chat: 60, other: 3_600 };

export interface Work {
  /** Seconds that one ticket takes a place; null: there are too few to say. */
  handling: number | null;
  /** Tickets that one person has in work at a time. */
  places: number;
}

/**
 * The people that hours need, one after the other (repeating): each place of a person is a server of Erlang C. Zero
 * while it is closed; null where nobody knows how long a ticket takes.
 */
export function peopleNeeded(
  hours: readonly { arrivals: number; isOpen: boolean }[],
  { handling, places }: Work,
  target: Target,
): (number | null)[] {
  if (handling === null || places <= 0) return hours.map(() => null);
  return loadsOf(hours, handling).map((load) =>
    // what is hardly there needs nobody
    load < LEAST_LOAD ? 0 : Math.ceil(serversFor({ load, handling }, target).servers / places),
  );
}
const LEAST_LOAD = 0.01;

/** Means of weeks are no whole people: a quarter of one is not missed. */
const NOT_MISSED = 0.25;
export const isShort = ({ present, needed }: { present: number | null; needed: number | null }): boolean =>
  present !== null && needed !== null && present + NOT_MISSED < needed;
