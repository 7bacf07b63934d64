import type { SnoozeAct } from '../schemas/snooze';

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** When what is put to sleep at `now` comes back; null: when the customer answers. A day is 24 hours. */
export function snoozeEnd(snooze: SnoozeAct, now: Date): Date | null {
  if ('until' in snooze) return snooze.until === null ? null : new Date(snooze.until);
  const unit = UNIT_MS[snooze.for.at(-1) as keyof typeof UNIT_MS];
  return new Date(now.getTime() + Number.parseInt(snooze.for, 10) * unit);
}
