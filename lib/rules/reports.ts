import { addDays, daysBetween } from './business-time';

/** What reports may be narrowed to and broken down by: the fact's column, and how it reads as a text ('' is none). */
export const DIMENSIONS = ['agent', 'team', 'topic', 'channel', 'language'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type ReportFilter = Partial<Record<Dimension, string>>;

/** What a ticket is counted for, each on the day on which it happened. */
export const MEASURES = ['created', 'replied', 'resolved'] as const;
export type Measure = (typeof MEASURES)[number];

/** What the tickets behind a number can have been counted for. */
export const SHOWN = [...MEASURES, 'open', 'all', 'rated'] as const;

/** The same of numbers of this moment, which the live board counts on the tickets themselves. */
export const SHOWN_NOW = ['waiting', 'created_lately', 'resolved_lately'] as const;

/** Ages of unsolved work: the upper end of each in days, the last without. */
export const AGES = [
  { key: 'day', days: 1 },
  { key: 'three', days: 3 },
  { key: 'week', days: 7 },
  { key: 'month', days: 30 },
  { key: 'older', days: null },
] as const;
export const AGE_KEYS = AGES.map(({ key }) => key);
export type AgeKey = (typeof AGES)[number]['key'];

/** Dates, both included. */
export interface DayRange {
  from: string;
  to: string;
}

/** As many days just before. */
export const previousRange = ({ from, to }: DayRange): DayRange => ({
  from: addDays(from, -daysBetween(from, to)),
  to: addDays(from, -1),
});

/**
 * The tickets behind a number: what they were counted for, in which days, narrowed to what. It is written as the list's
 * filter `in_report`, a query string in one value, so that the list holds exactly the tickets of the number.
 */
export interface ReportDoor extends Partial<DayRange>, ReportFilter {
  show: (typeof SHOWN)[number];
  status?: string;
  priority?: string;
  age?: AgeKey;
  /** Took at least so many seconds, in the hours named. */
  at_least?: string;
  hours?: 'calendar' | 'business';
}

/** The tickets behind a number of the live board. `demand`: only what waits for the same. */
export interface DoorNow {
  show: (typeof SHOWN_NOW)[number];
  team?: string;
  demand?: string;
}

export const isDoorNow = (door: ReportDoor | DoorNow): door is DoorNow =>
  (SHOWN_NOW as readonly string[]).includes(door.show);

/** @returns the value of `in_report`; parts that are undefined or empty are left out. */
export function writeDoor(door: ReportDoor | DoorNow): string {
  const parts = Object.entries(door).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(parts as [string, string][]).toString();
}
