import { addDays } from './business-time';

/** What came in on a day, hour by hour of the workspace's clock. */
export interface DayCount {
  /** `YYYY-MM-DD`. */
  date: string;
  isHoliday: boolean;
  hours: readonly number[];
}

/** How much a week counts less than the one after it. */
const FADES = 0.8;
/** Days of the same kind below which nothing is forecast. */
const FEWEST_DAYS = 3;
/** Tickets below which the course of a week is chance. */
const FEWEST_TICKETS = 50;

const DAY_MS = 86_400_000;
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
/** 0 is Monday. */
export const weekdayOf = (date: string): number => (dayNumber(date) + 3) % 7;

/**
 * What may come on a day: the mean of the same weekdays before it, hour by hour, recent weeks counting more; of a
 * holiday, of the holidays before it. Null while there are too few of them: then a Sunday stands for a holiday.
 *
 * @param past days that are over, in any order; those from `date` on are not looked at.
 */
export function expectedOn(date: string, isHoliday: boolean, past: readonly DayCount[]): number[] | null {
  const before = past.filter((day) => day.date < date);
  const like = isHoliday
    ? before.filter((day) => day.isHoliday)
    : before.filter((day) => !day.isHoliday && weekdayOf(day.date) === weekdayOf(date));
  if (isHoliday && like.length === 0) return expectedOn(sundayBefore(date), false, before);
  if (!isHoliday && like.length < FEWEST_DAYS) return null;
  const weights = like.map((day) => FADES ** ((dayNumber(date) - dayNumber(day.date)) / 7));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from(
    { length: 24 },
    (_, hour) => like.reduce((sum, { hours }, n) => sum + hours[hour]! * weights[n]!, 0) / all,
  );
}

const sundayBefore = (date: string): string => addDays(date, -((weekdayOf(date) + 1) % 7));

/** How far a forecast of past days was off. */
export interface ForecastError {
  /** Sum of the misses ÷ sum of what came (WAPE), of whole days and of single hours. */
  days: number;
  hours: number;
  actual: number;
  expected: number;
}

/**
 * The last seven days that are over, forecast from those before: how good the next ones can be. Null where there are too
 * few to say, or too few to forecast from.
 */
export function backtest(past: readonly DayCount[]): ForecastError | null {
  const days = [...past].sort((a, b) => (a.date < b.date ? -1 : 1));
  const last = days.slice(-7);
  const told = last.flatMap((day) => {
    const expected = expectedOn(day.date, day.isHoliday, days.slice(0, -7));
    return expected ? [{ actual: day.hours, expected }] : [];
  });
  const actual = sum(told.flatMap((day) => day.actual));
  if (told.length < 7 || actual === 0) return null;
  const missed = (of: (day: (typeof told)[number]) => number[]) => sum(told.flatMap(of)) / actual;
  return {
    days: missed((day) => [Math.abs(sum(day.actual) - sum(day.expected))]),
    hours: missed((day) => day.actual.map((n, hour) => Math.abs(n - day.expected[hour]!))),
    actual,
    expected: sum(told.flatMap((day) => day.expected)),
  };
}

/** Is there enough to forecast from at all? */
export const isEnough = (past: readonly DayCount[]): boolean =>
  past.length >= 7 * FEWEST_DAYS && sum(past.flatMap(({ hours }) => hours)) >= FEWEST_TICKETS;

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
