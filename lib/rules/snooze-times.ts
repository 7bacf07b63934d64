import { TZDate } from '@date-fns/tz';
import { addDays, addHours, addWeeks, nextMonday, set, startOfHour } from 'date-fns';

export const SNOOZE_PRESETS = ['later', 'tomorrow', 'monday', 'week'] as const;
export type SnoozePreset = (typeof SNOOZE_PRESETS)[number];

const MORNING = { hours: 9, minutes: 0, seconds: 0, milliseconds: 0 };
/** "Later today" is in three hours, on the hour, and is offered while that is before this hour of the day. */
const LATER_HOURS = 3;
const EVENING = 20;

/**
 * The times that snoozing offers, as wall clocks of the agent's zone show them: three hours from now, tomorrow at 9:00,
 * next Monday at 9:00, this day next week at 9:00. In the evening nothing is left of today.
 */
export function snoozeTimes(now: Date, timeZone: string): { preset: SnoozePreset; at: Date }[] {
  const here = new TZDate(now, timeZone);
  const later = startOfHour(addHours(here, LATER_HOURS));
  const isToday = later.getDate() === here.getDate() && later.getHours() <= EVENING;
  const times = {
    later: isToday ? later : null,
    tomorrow: set(addDays(here, 1), MORNING),
    monday: set(nextMonday(here), MORNING),
    week: set(addWeeks(here, 1), MORNING),
  };
  return SNOOZE_PRESETS.flatMap((preset) => {
    const at = times[preset];
    return at ? [{ preset, at: new Date(at.getTime()) }] : [];
  });
}
