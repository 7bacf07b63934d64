import type { Channel } from '../schemas/values';

/**
 * Capacity (product 2.6; contract, "People, capacity, availability").
 *
 * Calls and everything else are counted apart, each against its own limit; if a total is set, both together against
 * that as well. Load is what an agent holds unsolved (S2); what waits on the customer counts as much as the
 * setting `waiting_weight` says, what sleeps as much as `snoozed_weight`. Routing never goes above a limit; people may, by hand, and are told.
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

/** Sums of weights such as 0.1 miss a whole number by a hair. */
const whole = (places: number): number => Math.floor(places + 1e-6);

/** Whole places left for tickets of this kind; 0 or less means none. */
export function roomFor(kind: Kind, limits: Limits, load: Load): number {
  const own = kind === 'call' ? limits.capacity_calls - load.call : limits.capacity - load.other;
  const total = limits.capacity_total === null ? own : limits.capacity_total - load.call - load.other;
  return whole(Math.min(own, total));
}

/** Share of the capacity for this kind that is used, 0 to 1 and above; a limit of 0 counts as full. */
export function shareUsed(kind: Kind, limits: Limits, load: Load): number {
  const share = (used: number, limit: number) => (limit === 0 ? 1 : used / limit);
  const own = kind === 'call' ? share(load.call, limits.capacity_calls) : share(load.other, limits.capacity);
  return limits.capacity_total === null
    ? own
    : Math.max(own, share(load.call + load.other, limits.capacity_total));
}

/**
 * May the assignee take a waiting or resolved ticket that its customer answered? He is available and, with this
 * ticket, at most `above` places over his limit: continuity goes before the limit, but not without end. `needed` is
 * what it adds to his load, 0 to 1.
 */
export function mayTakeBack(
  kind: Kind,
  agent: Limits & { available: boolean },
  load: Load,
  { needed, above }: { needed: number; above: number },
): boolean {
  return agent.available && roomFor(kind, agent, load) + above >= needed;
}
