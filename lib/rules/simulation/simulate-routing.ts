import type { Kind } from '../capacity';
import { headStart, queueClass } from '../head-start';
import { ringsFor } from '../offers';
import { inQueueOrder, type Place } from '../queue-order';
import type { Waiver } from '../relaxation';
import { countOne, isAble, placesOf, speaks, type Ties } from '../routing';
import { Heap } from './heap';
import type { Arrival, Given, Outcome, RoutingRules, World } from './model';
import {
  byCreation,
  headOf,
  keyOf,
  mayTake,
  newQueue,
  type Person,
  type Queue,
  type Queued,
  type QueueState,
  stateOf,
  waiversIn,
} from './queue';

/**
 * Routing in play time (product D18): tickets come, people come and go, work is finished, and in between the same
 * functions that route in earnest give out what waits. From one moment with something to the next, so a week takes as
 * long as what happens in it. The same input gives the same outcome.
 *
 * What it takes for granted: work takes its time from the moment it is given, whoever has it and whether he is there;
 * what rings is accepted at the first ring, and its wrap-up is over when the time for it is; nothing is handed over;
 * where a team takes its tickets by hand, people look when they come, when they have finished something and every five
 * minutes, and take the oldest that they speak the languages of, up to their limit.
 */
export function simulateRouting(world: World, rules: RoutingRules): Outcome[] {
  return new Simulation(world, rules).run();
}

const LOOK_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** At one moment in this order: who is not there any more gets nothing, and what comes finds places that are free. */
const STEPS = ['leave', 'done', 'come', 'pace', 'relax', 'arrive', 'look'] as const;
type Event = { at: number; n: number } & (
  | { step: 'leave' | 'come' | 'pace' | 'look'; person: Person }
  | { step: 'done'; person: Person; kind: Kind; isLive: boolean }
  | { step: 'relax'; queued: Queued; waiver: Waiver }
  | { step: 'arrive'; ticket: Arrival }
);
/** An event before it has its number, which parts those of one moment. */
type NewEvent = Event extends infer E ? (E extends Event ? Omit<E, 'n'> : never) : never;

class Simulation {
  private readonly people: Map<string, Person>;
  private readonly queues = new Map<string, Queue>();
  private readonly events = new Heap<Event>(
    (a, b) => a.at - b.at || STEPS.indexOf(a.step) - STEPS.indexOf(b.step) || a.n - b.n,
  );
  private readonly last: Map<string, { agent: string; at: number }>;
  private readonly outcomes = new Map<string, { unspoken: boolean; given: Given | null; queue: Queue }>();
  private readonly isBefore: (a: Place, b: Place) => number;
  private present: Person[] = [];
  private now = 0;
  private made = 0;
  private turn = 0;

  constructor(
    private readonly world: World,
    private readonly rules: RoutingRules,
  ) {
    this.isBefore = inQueueOrder(rules.order);
    this.last = new Map(Object.entries(world.earlier ?? {}));
    const sorted = world.agents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    this.people = new Map(
      sorted.map(({ present: _, ...agent }, index) => [
        agent.id,
        {
          ...agent,
          ...{ live: 0, load: { call: 0, other: 0 }, lastGiven: { call: 0, other: 0 }, recent: 0 },
          ...{ isThere: false, phase: Math.round((LOOK_MS / sorted.length) * index), looksAt: null },
        },
      ]),
    );
    for (const { id, present } of sorted) {
      const person = this.people.get(id)!;
      for (const { from, to } of present) {
        this.expect({ at: from, step: 'come', person });
        this.expect({ at: to, step: 'leave', person });
      }
    }
    for (const { agent, kind, until } of world.held ?? []) {
      const person = this.people.get(agent);
      if (!person) continue;
      person.load[kind] += 1;
      this.expect({ at: until, step: 'done', person, kind, isLive: false });
    }
    for (const ticket of world.arrivals) this.expect({ at: ticket.at, step: 'arrive', ticket });
  }

  run(): Outcome[] {
    for (let event = this.events.first; event && event.at < this.world.until; event = this.events.first) {
      this.now = event.at;
      for (; event && event.at === this.now; event = this.events.first) this.happens(this.events.pop()!);
      this.giveOut();
    }
    return this.world.arrivals.flatMap((ticket): Outcome[] => {
      const outcome = this.outcomes.get(ticket.id);
      if (!outcome) return [];
      const { unspoken, given, queue } = outcome;
      if (given) return [{ ticket, unspoken, given, waits: null }];
      return [{ ticket, unspoken, given, waits: this.stateOf(queue).choose(this.tiesOf(ticket)).reason }];
    });
  }

  private expect(event: NewEvent): void {
    this.events.push({ ...event, n: this.made++ });
  }

  private happens(event: Event): void {
    switch (event.step) {
      case 'arrive':
        this.arrives(event.ticket);
        break;
      case 'come':
      case 'leave':
        this.comesOrGoes(event.person, event.step === 'come');
        break;
      case 'done':
        event.person.load[event.kind] -= 1;
        if (event.isLive) event.person.live -= 1;
        this.hasRoom(event.person);
        break;
      case 'pace':
        event.person.recent -= 1;
        this.hasRoom(event.person);
        break;
      case 'relax':
        this.relaxes(event.queued, event.waiver);
        break;
      case 'look':
        event.person.looksAt = null;
        this.takes(event.person);
        break;
    }
  }

  private arrives(ticket: Arrival): void {
    const place = {
      ...{ id: ticket.id, lane: ticket.lane },
      queue_class: queueClass(ticket.priority, ticket.source_priority),
      queue_at: new Date(ticket.at - headStart(ticket, this.rules.queue_minutes)),
    };
    const queue = this.enters({ ...place, ticket, team: ticket.team, waived: [], isGone: false });
    this.outcomes.get(ticket.id)!.unspoken = !this.stateOf(queue).isSpoken;
  }

  private enters(queued: Queued): Queue {
    const { ticket, waived } = queued;
    const queue = this.queueOf(queued);
    const known = this.outcomes.get(ticket.id);
    if (known) known.queue = queue;
    else this.outcomes.set(ticket.id, { unspoken: false, given: null, queue });
    // behind others nothing has changed for those
    if (!headOf(queue)) queue.isOpen = true;
    queue.tickets.push(queued);
    if (queue.waiting.policy === 'manual') for (const person of this.present) this.willLook(person, queue);
    for (const waiver of waiversIn(queue, this.world, this.rules)) {
      if (waived.includes(waiver.tag)) continue;
      const at = Math.max(this.now, ticket.at + waiver.minutes * MINUTE_MS);
      this.expect({ at, step: 'relax', queued, waiver });
    }
    return queue;
  }

  /** It has waited long enough: it waits on, for less or for others (`relaxWaiting`). */
  private relaxes(queued: Queued, { tag, team }: Waiver): void {
    if (queued.isGone) return;
    queued.isGone = true;
    this.enters({
      ...queued,
      isGone: false,
      waived: [...queued.waived, tag],
      team: team === null ? queued.team : { id: team, name: this.world.teams![team]!.name },
    });
  }

  private queueOf(queued: Queued): Queue {
    const key = keyOf(queued);
    const queue = this.queues.get(key) ?? newQueue(queued, this.rules, this.isBefore);
    this.queues.set(key, queue);
    return queue;
  }

  private stateOf(queue: Queue): QueueState {
    queue.now ??= stateOf(queue, this.present, this.rules);
    return queue.now;
  }

  private comesOrGoes(person: Person, isThere: boolean): void {
    person.isThere = isThere;
    this.present = [...this.people.values()].filter((one) => one.isThere);
    for (const queue of this.queues.values()) queue.now = null;
    if (isThere) this.hasRoom(person);
  }

  /** Somebody may have a place more than before. */
  private hasRoom(person: Person): void {
    if (!person.isThere) return;
    let byHand = false;
    for (const queue of this.queues.values()) {
      const { waiting, passed } = queue;
      if (!headOf(queue) && passed.length === 0) continue;
      if (waiting.policy === 'manual') byHand = true;
      else if (isAble(person, { ...waiting, team_id: waiting.team?.id ?? null })) {
        for (const queued of passed.splice(0)) queue.tickets.push(queued);
        queue.isOpen = true;
      }
    }
    if (byHand) this.takes(person);
  }

  /** Gives out what waits, first things first, until nobody fits any more: as `routeWaiting` does. */
  private giveOut(): void {
    for (let queue = this.nextQueue(); queue; queue = this.nextQueue())
      if (!this.giveFirst(queue)) queue.isOpen = false;
  }

  private nextQueue(): Queue | null {
    let next: Queue | null = null;
    for (const queue of this.queues.values()) {
      if (!queue.isOpen || queue.waiting.policy === 'manual') continue;
      const head = headOf(queue);
      if (head && (!next || this.isBefore(head, headOf(next)!) < 0)) next = queue;
    }
    return next;
  }

  private giveFirst(queue: Queue): boolean {
    const { pace } = this.rules;
    const { able, choose } = this.stateOf(queue);
    if (!able.some((person) => placesOf(person, queue.waiting, pace?.tickets ?? null) > 0)) return false;
    const first = headOf(queue)!;
    const { agent, winner } = choose(this.tiesOf(first.ticket));
    if (!agent) {
      // who has room may not have it: it stops nothing of what stands behind
      queue.passed.push(queue.tickets.pop()!);
      return true;
    }
    const person = this.people.get(agent.id)!;
    this.give(first, person, winner.won);
    person.lastGiven[queue.waiting.kind] = ++this.turn;
    if (pace) this.expect({ at: this.now + pace.minutes * MINUTE_MS, step: 'pace', person });
    return true;
  }

  private tiesOf(ticket: Arrival): Ties {
    return { sticky: this.stickyOf(ticket), barred: this.world.barred?.[ticket.customer] ?? [] };
  }

  private give(queued: Queued, person: Person, won: Given['won']): void {
    const { ticket } = queued;
    queued.isGone = true;
    const { kind, isLive = false } = this.outcomes.get(ticket.id)!.queue.waiting;
    countOne(person, { kind, isLive });
    this.outcomes.get(ticket.id)!.given = {
      ...{ at: this.now, agent: person.id, won },
      speaks: speaks(person, ticket.languages),
    };
    const wrapUp = (ringsFor(this.rules, ticket.lane)?.wrap_up_seconds ?? 0) * 1_000;
    this.expect({ at: this.now + ticket.handling + wrapUp, step: 'done', person, kind, isLive });
    const before = this.last.get(ticket.customer);
    if (!before || before.at <= ticket.at)
      this.last.set(ticket.customer, { agent: person.id, at: ticket.at });
  }

  private stickyOf({ customer }: Arrival): string | null {
    const last = this.last.get(customer);
    return last && last.at > this.now - this.rules.sticky_days * DAY_MS ? last.agent : null;
  }

  private willLook(person: Person, queue: Queue): void {
    if (person.looksAt !== null || !mayTake(person, queue)) return;
    const since = this.now - person.phase;
    person.looksAt = person.phase + Math.ceil(since / LOOK_MS) * LOOK_MS;
    this.expect({ at: person.looksAt, step: 'look', person });
  }

  /** Takes the oldest that he may have, as far as he has room. */
  private takes(person: Person): void {
    if (!person.isThere) return;
    for (;;) {
      let oldest: Queued | null = null;
      for (const queue of this.queues.values()) {
        const head = queue.waiting.policy === 'manual' && headOf(queue);
        if (head && (!oldest || byCreation(head, oldest) < 0) && mayTake(person, queue)) oldest = head;
      }
      if (!oldest) return;
      this.give(oldest, person, 'claimed');
      // the pace is that of routing
      person.recent -= 1;
    }
  }
}
