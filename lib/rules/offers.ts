import type { Settings } from '../schemas/settings';
import type { Lane } from './queue-order';

/**
 * Seconds for which a ticket does not ring again at who declined it or let it ring: others come first, and when there
 * are none it comes back to him. Never for ever, or a call that one agent can take would not be taken.
 */
export const REST_SECONDS = 60;

type Ringing = { ring_seconds: number; wrap_up_seconds: number };

/** How a caller rings where the setting says nothing of calls. */
export const CALLER_RINGS: Ringing = { ring_seconds: 20, wrap_up_seconds: 30 };

/**
 * How work of this lane rings; null when it is given without asking. Somebody who is on the line always rings: nobody is
 * to find himself in a call that he did not take.
 */
export const ringsFor = (
  { offers }: Pick<Settings, 'offers'>,
  lane: Lane,
  hasCaller = false,
): Ringing | null => {
  if (hasCaller) return offers.call ?? CALLER_RINGS;
  return lane === 'other' ? null : offers[lane];
};

/** One live call at a time: where calls ring, and where they come in by telephone. */
export const countsLiveCalls = ({
  offers,
  has_lines,
}: {
  offers?: Settings['offers'];
  has_lines?: boolean;
}): boolean => (offers?.call ?? null) !== null || has_lines === true;
