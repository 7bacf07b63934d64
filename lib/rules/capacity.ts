import type { Channel } from '../schemas/values';

/**
 * Capacity (product 2.6; contract, "People, capacity, availability").
 *
 * Calls and everything else are counted apart, each against its own limit; if a total is set, both together against
 * that as well. Load is what an agent holds unsolved, waiting on the customer included (S2). Routing never goes above
 * a limit; people may, by hand, and are told.
 */
export type Kind = 'call' | 'other';
export const kindOf = (channel: Channel): Kind => (channel === 'CALL' ? 'call' : 'other');

export interface Limits {
  capacity: number;
  capacity_calls: number;
  capacity_total: number | null;
}
export interface Load {
  call: number;
  other: number;
}

/** Places left for one more ticket of this kind; 0 or less means none. */
export function roomFor(kind: Kind, limits: Limits, load: Load): number {
  const own = kind === 'call' ? limits.capacity_calls - load.call : limits.capacity - load.other;
  const total = limits.capacity_total === null ? own : limits.capacity_total - load.call - load.other;
  return Math.min(own, total);
}

/** Share of the capacity for this kind that is used, 0 to 1 and above; a limit of 0 counts as full. */
export function shareUsed(kind: Kind, limits: Limits, load: Load): number {
  const share = (used: number, limit: number) => (limit === 0 ? 1 : used / limit);
  const own = kind === 'call' ? share(load.call, limits.capacity_calls) : share(load.other, limits.capacity);
  return limits.capacity_total === null
    ? own
    : Math.max(own, share(load.call + load.other, limits.capacity_total));
}

/** How far a customer's answer may lift his agent above the limit before the ticket goes back to the queue. */
const CONTINUITY = 2;

/**
 * May the assignee take a waiting or resolved ticket that its customer answered? He is available and, with this
 * ticket, at most two above his limit: continuity goes before the limit, but not without end.
 */
export function mayTakeBack(
  kind: Kind,
  agent: Limits & { available: boolean },
  load: Load,
  alreadyCounted: boolean,
): boolean {
  const needed = alreadyCounted ? 0 : 1;
  return agent.available && roomFor(kind, agent, load) + CONTINUITY >= needed;
}
