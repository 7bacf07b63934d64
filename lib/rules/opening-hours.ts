import { type BusinessHours, businessCalendar } from './business-time';

/** Days of the week (0 is Monday) that follow each other and are open at the same times. */
export interface OpenDays {
  from: number;
  to: number;
  times: { from: string; to: string }[];
}

/** The week in as few words as it takes; days that are closed are left out. */
export function openDays({ days }: Pick<BusinessHours, 'days'>): OpenDays[] {
  const groups: OpenDays[] = [];
  days.forEach((times, day) => {
    if (times.length === 0) return;
    const last = groups.at(-1);
    if (last?.to === day - 1 && JSON.stringify(last.times) === JSON.stringify(times)) last.to = day;
    else groups.push({ from: day, to: day, times });
  });
  return groups;
}

/** A calendar with holidays may be closed for long; beyond this nothing is promised. */
const AHEAD_MS = 30 * 86_400_000;
const WEEK_MS = 7 * 86_400_000;

/**
 * Is the house open at `now`, and if not, when is it again (milliseconds; null when not within a month)? Null for a
 * house that is always open: there is nothing to tell.
 */
export function openingAt(
  hours: BusinessHours,
  now: number,
): { isOpen: boolean; opens: number | null } | null {
  const calendar = businessCalendar(hours);
  if (calendar.between(now, now + WEEK_MS) === WEEK_MS) return null;
  const [first] = calendar.openWithin(now, now + AHEAD_MS);
  const isOpen = first !== undefined && first.from <= now;
  return { isOpen, opens: isOpen ? now : (first?.from ?? null) };
}
