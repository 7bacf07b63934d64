import type { Settings } from '../schemas/settings';
import type { Lane } from './queue-order';

/**
 * Seconds for which a ticket does not ring again at who declined it or let it ring: others come first, and when there
 * are none it comes back to him. Never for ever, or a call that one agent can take would not be taken.
 */
export const REST_SECONDS = 60;

/** How work of this lane rings; null when it is given without asking. */
export const ringsFor = (
  { offers }: Pick<Settings, 'offers'>,
  lane: Lane,
): { ring_seconds: number; wrap_up_seconds: number } | null => (lane === 'other' ? null : offers[lane]);
