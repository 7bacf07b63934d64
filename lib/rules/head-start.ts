/** What of a ticket decides its place in the queue beside its time. */
export interface Weight {
  /** Rank, 0 LOW to 3 URGENT. */
  priority: number;
  /** 0 to 3. */
  urgency: number;
  /** The customer, or his organisation. */
  vip: boolean;
}
/** Setting `queue_minutes`. */
export type QueueMinutes = Record<'priority' | 'urgency' | 'vip', number>;

const MINUTE = 60_000;

/**
 * How long before its time a ticket stands in the queue, in milliseconds; less than 0 behind it. The queue itself asks
 * the function `head_start` of the database, which says the same (by test).
 */
export const headStart = ({ priority, urgency, vip }: Weight, minutes: QueueMinutes): number =>
  ((priority - 1) * minutes.priority + urgency * minutes.urgency + (vip ? minutes.vip : 0)) * MINUTE;

const URGENT = 3;

/** What no waiting overtakes: 0, or of an urgent ticket the number of its source, at least 3 (`place_in_queue`). */
export const queueClass = (priority: number, source: number | null = null): number =>
  priority >= URGENT ? Math.max(URGENT, source ?? URGENT) : 0;
