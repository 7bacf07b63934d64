import type { Channel } from '../schemas/values';
import type { Kind } from './capacity';

/** What waiting work is, for its turn: a call, a live chat, or the rest. For capacity a chat is part of the rest. */
export const LANES = ['call', 'chat', 'other'] as const;
export type Lane = (typeof LANES)[number];
export type LaneOrder = Record<Lane, number>;

export const laneOf = (channel: Channel): Lane =>
  channel === 'CALL' ? 'call' : channel === 'CHAT' ? 'chat' : 'other';

export const capacityOf = (lane: Lane): Kind => (lane === 'call' ? 'call' : 'other');

/** Reads `call=3,chat=2,other=1` (TASK_PRIORITY, S0); what is not named is 0. */
export function parseLaneOrder(text: string): LaneOrder {
  const named = text.split(',').map((part) => part.split('=') as [Lane, string]);
  return { call: 0, chat: 0, other: 0, ...Object.fromEntries(named.map(([lane, n]) => [lane, Number(n)])) };
}

/** A waiting ticket's place, as far as it does not depend on the others. */
export interface Place {
  id: string;
  lane: Lane;
  /** 3 and more: urgent, which no waiting overtakes; among urgent ones the higher is first. */
  queue_class: number;
  /** Since when it counts as waiting, its head start included. */
  queue_at: Date;
}

/** The queue's order (product 2.5): kind of work, urgent ones, who counts as waiting longest, id. */
export const inQueueOrder =
  (order: LaneOrder) =>
  (a: Place, b: Place): number =>
    order[b.lane] - order[a.lane] ||
    b.queue_class - a.queue_class ||
    a.queue_at.getTime() - b.queue_at.getTime() ||
    (a.id < b.id ? -1 : 1);
