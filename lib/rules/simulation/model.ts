import type { Settings } from '../../schemas/settings';
import type { Policy } from '../../schemas/values';
import type { Kind, Limits } from '../capacity';
import type { QueueMinutes, Weight } from '../head-start';
import type { Lane, LaneOrder } from '../queue-order';
import type { Waits } from '../relaxation';
import type { Able, Waiting } from '../routing';
import type { Reason, Won } from '../routing-reason';

/** What a simulation of routing is made of. All times are milliseconds. */

/** A ticket that comes in. */
export interface Arrival extends Weight, Pick<Waiting, 'languages' | 'skills' | 'preferred' | 'team'> {
  id: string;
  at: number;
  lane: Lane;
  /** Among urgent ones the higher is first. */
  source_priority: number | null;
  customer: string;
  /** For how long it takes a place of whoever has it. */
  handling: number;
}

/** From `from` on, no longer at `to`. */
export interface Span {
  from: number;
  to: number;
}
export interface Attendant extends Limits, Able {
  id: string;
  name: string;
  /** When he may be given work: in order, and apart. */
  present: readonly Span[];
}

/** What routing goes by: the workspace's settings and the policies of teams that have their own. */
export interface RoutingRules extends Waits {
  /** What rings at one after the other in place of being given. */
  offers: Settings['offers'];
  policy: Policy;
  order: LaneOrder;
  pace: { tickets: number; minutes: number } | null;
  sticky_days: number;
  queue_minutes: QueueMinutes;
  /** By team. */
  teams: Record<string, Policy>;
}

export interface World {
  arrivals: readonly Arrival[];
  agents: readonly Attendant[];
  /** Teams by their ids, as far as somebody speaks of them: `keeps_skills` is what their tickets ask however long. */
  teams?: Readonly<Record<string, { name: string; keeps_skills: boolean }>>;
  /** The end: what waits then has waited until then. */
  until: number;
  /** What agents have when it begins. */
  held?: readonly { agent: string; kind: Kind; until: number }[];
  /** Who had the last ticket of a customer before it begins, and when that came. */
  earlier?: Readonly<Record<string, { agent: string; at: number }>>;
  /** By customer: to whom routing gives nothing of his. */
  barred?: Readonly<Record<string, readonly string[]>>;
}

export interface Given {
  at: number;
  agent: string;
  /** `claimed`: he took it himself. */
  won: Won | 'claimed';
  /** He speaks its languages; else they were not asked any more. */
  speaks: boolean;
}
/** What became of a ticket; `waits` says why nobody has it at the end. */
export type Outcome = {
  ticket: Arrival;
  /** When it came, somebody of its team was there, but nobody who spoke its languages. */
  unspoken: boolean;
} & ({ given: Given; waits: null } | { given: null; waits: Reason });
