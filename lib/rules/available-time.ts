/** From `at` (milliseconds) on work could come to somebody, or not any more: he said so, or his line was lost. */
export interface AvailabilityChange {
  at: number;
  isAvailable: boolean;
}

/** From `from` on, no longer at `to`; milliseconds. */
interface Span {
  from: number;
  to: number;
}

/**
 * When a person was available in a time: from each "available" to the next "away". Before the first change nobody is
 * available. The spans are apart and none of them empty.
 *
 * @param changes in the order of time.
 */
export function availableSpans(changes: readonly AvailabilityChange[], from: number, to: number): Span[] {
  const spans: Span[] = [];
  changes.forEach(({ at, isAvailable }, index) => {
    const span = { from: Math.max(at, from), to: Math.min(changes[index + 1]?.at ?? to, to) };
    if (!isAvailable || span.from >= span.to) return;
    const last = spans.at(-1);
    if (last?.to === span.from) last.to = span.to;
    else spans.push(span);
  });
  return spans;
}

/** How long that was, in milliseconds. */
export const availableTime = (changes: readonly AvailabilityChange[], from: number, to: number): number =>
  availableSpans(changes, from, to).reduce((sum, span) => sum + span.to - span.from, 0);
