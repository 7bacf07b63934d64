/** From `at` (milliseconds) on work could come to somebody, or not any more: he said so, or his line was lost. */
export interface AvailabilityChange {
  at: number;
  isAvailable: boolean;
}

/**
 * How long a person was available in a time, in milliseconds: from each "available" to the next "away". Before the
 * first change nobody is available.
 *
 * @param changes in the order of time.
 */
export function availableTime(changes: readonly AvailabilityChange[], from: number, to: number): number {
  let sum = 0;
  changes.forEach(({ at, isAvailable }, index) => {
    const until = changes[index + 1]?.at ?? to;
    if (isAvailable) sum += Math.max(0, Math.min(until, to) - Math.max(at, from));
  });
  return sum;
}
