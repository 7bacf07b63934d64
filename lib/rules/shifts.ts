import type { Absence, Shifts } from '../schemas/person';
import { addDays, businessCalendar } from './business-time';

/** What somebody has planned, by the clock of his own time zone. */
export interface Plan {
  shifts: Shifts | null;
  absence: Absence | null;
  timeZone: string;
}

const DAY_MS = 86_400_000;

/** Whether he is out of office at `now`: the first and the last day belong to it. */
export function isAbsent({ absence, timeZone }: Pick<Plan, 'absence' | 'timeZone'>, now: number): boolean {
  if (absence === null) return false;
  const today = calendarOf(null, timeZone).dayOf(now);
  return absence.from <= today && today <= absence.to;
}

const calendarOf = (shifts: Shifts | null, timeZone: string) =>
  businessCalendar({
    time_zone: timeZone,
    days: shifts ?? Array.from({ length: 7 }, () => []),
    holidays: [],
  });

/**
 * The last moment until `now` at which the plan made him come or go; null when there was none for more than a week.
 * Shifts that touch are one. An absence begins by going, and during it no shift begins.
 */
export function lastEdge(plan: Plan, now: number): { at: number; isOnline: boolean } | null {
  const { shifts, absence, timeZone } = plan;
  const calendar = calendarOf(shifts, timeZone);
  const edges: { at: number; isOnline: boolean }[] = [];
  for (const { from, to } of calendar.openWithin(now - 8 * DAY_MS, now + DAY_MS)) {
    if (edges.at(-1)?.at === from) edges.pop();
    else edges.push({ at: from, isOnline: true });
    edges.push({ at: to, isOnline: false });
  }
  const away = absence && {
    from: calendar.startOf(absence.from),
    to: calendar.startOf(addDays(absence.to, 1)),
  };
  const kept = edges.filter(({ at }) => !away || at < away.from || at >= away.to);
  if (away) kept.push({ at: away.from, isOnline: false });
  const past = kept.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
  return past.at(-1) ?? null;
}
