import { TZDate } from '@date-fns/tz';

export const SNOOZE_PRESETS = ['later', 'tomorrow', 'monday', 'week'] as const;
export type SnoozePreset = (typeof SNOOZE_PRESETS)[number];

const MORNING = 9;
/** "Later today" is in three hours, on the hour, and is offered while that is before this hour of the day. */
const LATER_HOURS = 3;
const EVENING = 20;

/**
 * The times that snoozing offers, as wall clocks of the agent's zone show them: three hours from now, tomorrow at 9:00,
 * next Monday at 9:00, this day next week at 9:00. In the evening nothing is left of today.
 */
export function snoozeTimes(now: Date, timeZone: string): { preset: SnoozePreset; at: Date }[] {
  const here = new TZDate(now.getTime(), timeZone);
  const later = new TZDate(now.getTime() + LATER_HOURS * 3_600_000, timeZone);
  later.setMinutes(0, 0, 0);
  const isToday = later.getDate() === here.getDate() && later.getHours() <= EVENING;
  const morningIn = (days: number): Date => {
    const at = new TZDate(now.getTime(), timeZone);
    at.setDate(at.getDate() + days);
    at.setHours(MORNING, 0, 0, 0);
    return at;
  };
  const times = {
    later: isToday ? later : null,
    tomorrow: morningIn(1),
    // Sunday is day 0; on a Monday the next one
    monday: morningIn((8 - here.getDay()) % 7 || 7),
    week: morningIn(7),
  };
  return SNOOZE_PRESETS.flatMap((preset) => {
    const at = times[preset];
    return at ? [{ preset, at: new Date(at.getTime()) }] : [];
  });
}
