import { tzOffset } from '@date-fns/tz/tzOffset';
import type { Settings } from '../schemas/settings';

/**
 * Business time (product 2.4): what lies in the house's open hours, in the calendar's own zone.
 *
 * A day is a date of that zone. It is open during the stretches of its weekday, several where there is a lunch break,
 * and not at all on a holiday. Clock changes count as they are lived through: a night of 02:00 to 04:00 has one hour
 * less or more. A wall time that a clock change skips is the time after the jump; one that comes twice is the first
 * (Temporal's "compatible"). Open around the clock is a calendar like any other; one that never opens says so.
 */
export type BusinessHours = Settings['business_hours'];

/** Half-open, milliseconds since 1970. */
export interface Stretch {
  from: number;
  to: number;
}

export interface BusinessCalendar {
  readonly timeZone: string;
  /** False when no weekday has an open stretch: business time would stand still for ever. */
  readonly everOpens: boolean;
  /** Open milliseconds between two instants; 0 when `to` is not after `from`. */
  between(from: number, to: number): number;
  /** The open stretches within, in order, none of them empty. */
  openWithin(from: number, to: number): Stretch[];
  /** The date of an instant, `YYYY-MM-DD`. */
  dayOf(at: number): string;
  /** First instant of a date. */
  startOf(day: string): number;
  /** Name of the holiday, or null. */
  holidayOn(day: string): string | null;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Clocks change on quarters of an hour: one offset holds for the whole quarter. */
const QUARTER = 900_000;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const dateOf = (dayNumber: number): string => new Date(dayNumber * DAY).toISOString().slice(0, 10);
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

/** Milliseconds that a zone's clocks are ahead of UTC at an instant, remembered by the quarter. */
function offsets(timeZone: string): (at: number) => number {
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER);
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = tzOffset(timeZone, new Date(quarter * QUARTER)) * MINUTE;
      known.set(quarter, offset);
    }
    return offset;
  };
}

/** The instant of a wall time that is written as if it were UTC. */
function instantOf(wall: number, offsetAt: (at: number) => number): number {
  const before = offsetAt(wall - DAY);
  const after = offsetAt(wall + DAY);
  if (before === after) return wall - before;
  if (offsetAt(wall - before) === before) return wall - before;
  if (offsetAt(wall - after) === after) return wall - after;
  return wall - before;
}

/** Builds the calendar; each day is worked out once and remembered, so keep it for as long as the hours hold. */
export function businessCalendar(hours: BusinessHours): BusinessCalendar {
  const offsetAt = offsets(hours.time_zone);
  const holidays = new Map(hours.holidays.map(({ date, name }) => [date, name]));
  const days = new Map<number, { open: Stretch[]; total: number }>();

  const dayNumber = (at: number): number => Math.floor((at + offsetAt(at)) / DAY);
  const openOf = (day: number) => {
    let known = days.get(day);
    if (!known) {
      // 1970-01-01 was a Thursday; the week starts on Monday
      const stretches = holidays.has(dateOf(day)) ? [] : hours.days[(((day + 3) % 7) + 7) % 7]!;
      const open = stretches
        .map(({ from, to }) => ({
          from: instantOf(day * DAY + minutesOf(from) * MINUTE, offsetAt),
          to: instantOf(day * DAY + minutesOf(to) * MINUTE, offsetAt),
        }))
        .filter(({ from, to }) => from < to);
      known = { open, total: open.reduce((sum, { from, to }) => sum + to - from, 0) };
      days.set(day, known);
    }
    return known;
  };
  const openWithin = (from: number, to: number): Stretch[] => {
    const found: Stretch[] = [];
    if (to <= from) return found;
    for (let day = dayNumber(from), last = dayNumber(to); day <= last; day++) {
      for (const open of openOf(day).open) {
        const part = { from: Math.max(open.from, from), to: Math.min(open.to, to) };
        if (part.from < part.to) found.push(part);
      }
    }
    return found;
  };
  const length = (stretches: readonly Stretch[]) =>
    stretches.reduce((sum, { from, to }) => sum + to - from, 0);

  return {
    timeZone: hours.time_zone,
    everOpens: hours.days.some((day) => day.length > 0),
    openWithin,
    between(from, to) {
      if (to <= from) return 0;
      const first = dayNumber(from);
      const last = dayNumber(to);
      if (last - first < 2) return length(openWithin(from, to));
      let sum = length(openWithin(from, instantOf((first + 1) * DAY, offsetAt)));
      for (let day = first + 1; day < last; day++) sum += openOf(day).total;
      return sum + length(openWithin(instantOf(last * DAY, offsetAt), to));
    },
    dayOf: (at) => dateOf(dayNumber(at)),
    startOf: (day) => instantOf(numberOf(day) * DAY, offsetAt),
    holidayOn: (day) => holidays.get(day) ?? null,
  };
}

/** The date `count` days after (before, when negative) another. */
export const addDays = (day: string, count: number): string => dateOf(numberOf(day) + count);

/** How many days from one date to another, both included. */
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from) + 1;
