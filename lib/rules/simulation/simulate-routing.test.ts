import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capacityOf } from '../queue-order';
import { speaks } from '../routing';
import { figuresOf, gini, spreadOf } from './figures';
import type { Arrival, Attendant, Outcome, RoutingRules, World } from './model';
import { simulateRouting } from './simulate-routing';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const rules: RoutingRules = {
  policy: 'balanced',
  order: { call: 3, chat: 2, other: 1 },
  pace: null,
  sticky_days: 0,
  queue_minutes: { priority: 240, urgency: 60, vip: 60 },
  teams: {},
  skill_waits: { preferred: null, required: null },
  language_waits: [],
  offers: { call: null, chat: null },
};
/** Minutes for `at` and `handling`. */
const ticket = (id: string, at: number, given: Partial<Arrival> = {}): Arrival => ({
  ...{
    id,
    lane: 'other',
    languages: [],
    skills: [],
    preferred: [],
    team: null,
    priority: 1,
    urgency: 0,
    vip: false,
  },
  ...{ source_priority: null, customer: id },
  ...given,
  at: at * MINUTE,
  handling: (given.handling ?? 10) * MINUTE,
});
/** There from minute 0 to 480, unless told in minutes. */
const agent = (id: string, given: Partial<Attendant> & { spans?: [number, number][] } = {}): Attendant => {
  const { spans = [[0, 480]], ...rest } = given;
  return {
    ...{ id, name: id, languages: ['en'], skills: [], team_ids: [] },
    ...{ capacity: 1, capacity_calls: 1, capacity_total: null },
    present: spans.map(([from, to]) => ({ from: from * MINUTE, to: to * MINUTE })),
    ...rest,
  };
};
const play = (
  arrivals: Arrival[],
  agents: Attendant[],
  given: Partial<RoutingRules> = {},
  world: Partial<World> = {},
) => simulateRouting({ arrivals, agents, until: 480 * MINUTE, ...world }, { ...rules, ...given });
/** `id agent@minute` of each ticket that was given, `id code` of each that waits. */
const told = (outcomes: Outcome[]) =>
  outcomes.map(({ ticket: { id }, given, waits }) =>
    given ? `${id} ${given.agent}@${given.at / MINUTE}` : `${id} ${waits.code}`,
  );

describe('as routing would', () => {
  test.each<[string, Arrival[], Attendant[], Partial<RoutingRules>, string[]]>([
    ['one after the other', [ticket('1', 0), ticket('2', 1)], [agent('ada')], {}, ['1 ada@0', '2 ada@10']],
    [
      'what is more important first, whenever it came',
      [ticket('1', 0), ticket('2', 1, { priority: 0 }), ticket('3', 2, { priority: 2 })],
      [agent('ada')],
      {},
      ['1 ada@0', '2 ada@20', '3 ada@10'],
    ],
    [
      'what comes in one moment is given in the queue’s order',
      [ticket('1', 0), ticket('2', 0, { priority: 3 })],
      [agent('ada')],
      {},
      ['1 ada@10', '2 ada@0'],
    ],
    [
      'calls have places of their own',
      [ticket('1', 0), ticket('2', 0, { lane: 'call' }), ticket('3', 0, { lane: 'chat' })],
      [agent('ada')],
      {},
      ['1 ada@10', '2 ada@0', '3 ada@0'],
    ],
    [
      'nobody there yet, and nobody any more',
      [ticket('1', 0), ticket('2', 100)],
      [agent('ada', { spans: [[30, 60]] })],
      {},
      ['1 ada@30', '2 nobody'],
    ],
    [
      'a language is waited for',
      [ticket('1', 0, { languages: ['fr'] }), ticket('2', 0, { languages: ['it'] })],
      [agent('ada'), agent('chloe', { languages: ['fr'], spans: [[60, 90]] })],
      {},
      ['1 chloe@60', '2 language'],
    ],
    [
      'in turn',
      [ticket('1', 0), ticket('2', 20), ticket('3', 40)],
      [agent('ada', { capacity: 9 }), agent('bruno', { capacity: 9 })],
      { policy: 'round_robin' },
      ['1 ada@0', '2 bruno@20', '3 ada@40'],
    ],
    [
      'who had the customer before',
      [ticket('1', 0, { customer: 'c' }), ticket('2', 20, { customer: 'c' })],
      [agent('ada'), agent('bruno')],
      { sticky_days: 1 },
      ['1 ada@0', '2 ada@20'],
    ],
    [
      'no faster than the pace',
      [ticket('1', 0), ticket('2', 0), ticket('3', 0)],
      [agent('ada', { capacity: 9 })],
      { pace: { tickets: 2, minutes: 15 } },
      ['1 ada@0', '2 ada@0', '3 ada@15'],
    ],
    [
      'by hand: at the next look, and when something is finished, the oldest first',
      [ticket('1', 1), ticket('2', 2, { priority: 0 }), ticket('3', 3, { priority: 3 })],
      [agent('ada')],
      { policy: 'manual' },
      ['1 ada@5', '2 ada@15', '3 ada@25'],
    ],
    [
      'a team has its own way',
      [ticket('1', 1, { team: { id: 't', name: 'Team' } }), ticket('2', 1)],
      [agent('ada', { team_ids: ['t'], capacity: 9 })],
      { teams: { t: 'manual' } },
      ['1 ada@5', '2 ada@1'],
    ],
  ])('%s', (_name, arrivals, agents, given, expected) => {
    expect(told(play(arrivals, agents, given))).toEqual(expected);
    expect(told(play(arrivals, agents.toReversed(), given))).toEqual(expected);
  });

  test.each<[string, Partial<Arrival>, Partial<RoutingRules>, boolean, string[]]>([
    [
      'to anybody',
      { languages: ['de'] },
      { language_waits: [{ language: 'de', minutes: 20, team: null }] },
      false,
      ['1 ada@20'],
    ],
    [
      'to a team for it',
      { languages: ['de'] },
      { language_waits: [{ language: 'de', minutes: 20, team: 't' }] },
      false,
      ['1 language'],
    ],
    [
      'a team by hand',
      { languages: ['en'], skills: ['vpn'] },
      { language_waits: [{ language: 'en', minutes: 7, team: 't' }], teams: { t: 'manual' } },
      false,
      ['1 ada@10'],
    ],
    [
      'without skills',
      { skills: ['vpn'] },
      { skill_waits: { preferred: null, required: 30 } },
      false,
      ['1 ada@30'],
    ],
    [
      'but its team keeps them',
      { skills: ['vpn'], team: { id: 't', name: 'T' } },
      { skill_waits: { preferred: null, required: 30 } },
      true,
      ['1 skills'],
    ],
  ])('after a wait %s', (_name, asks, given, keeps_skills, expected) => {
    const outcomes = play([ticket('1', 0, asks)], [agent('ada', { team_ids: ['t'] })], given, {
      teams: { t: { name: 'T', keeps_skills } },
    });
    expect(told(outcomes)).toEqual(expected);
    expect(outcomes[0]!.given?.speaks).toBe(
      expected[0] === '1 ada@20' ? false : outcomes[0]!.given ? true : undefined,
    );
  });

  test('calls that ring are one at a time, and their wrap-up keeps the place', () => {
    const calls = [ticket('1', 0, { lane: 'call' }), ticket('2', 0, { lane: 'call' })];
    const offers = { call: { ring_seconds: 20, wrap_up_seconds: 120 }, chat: null };
    const agents = [agent('ada', { capacity_calls: 3 })];
    expect(told(play(calls, agents))).toEqual(['1 ada@0', '2 ada@0']);
    expect(told(play(calls, agents, { offers }))).toEqual(['1 ada@0', '2 ada@12']);
  });

  test('who is barred from a customer is passed over, and what waits for others stops nothing', () => {
    const arrivals = [ticket('1', 0, { customer: 'c' }), ticket('2', 1), ticket('3', 2, { customer: 'c' })];
    const agents = [agent('ada'), agent('bruno', { spans: [[30, 60]] })];
    const outcomes = play(arrivals, agents, {}, { barred: { c: ['ada'] } });
    expect(told(outcomes)).toEqual(['1 bruno@30', '2 ada@1', '3 bruno@40']);
    const alone = play(arrivals.slice(0, 1), agents.slice(0, 1), {}, { barred: { c: ['ada'] } });
    expect(told(alone)).toEqual(['1 barred']);
  });

  test('what was held before takes its place, and a tie from before holds', () => {
    const agents = [agent('ada'), agent('bruno', { spans: [[0, 5]] })];
    const held = [{ agent: 'ada', kind: 'other' as const, until: 30 * MINUTE }];
    expect(told(play([ticket('1', 10)], agents, {}, { held }))).toEqual(['1 ada@30']);
    const earlier = { c: { agent: 'bruno', at: -HOUR } };
    const [first] = play([ticket('1', 0, { customer: 'c' })], agents, { sticky_days: 1 }, { earlier });
    expect(first!.given).toMatchObject({ agent: 'bruno', won: 'before' });
  });
});

test('figures of a small run, as worked out by hand', () => {
  const agents = [agent('ada'), agent('chloe', { languages: ['fr'], spans: [[60, 300]] })];
  const outcomes = play(
    [
      ticket('1', 0, { handling: 60 }),
      ticket('2', 0, { lane: 'call', handling: 30 }),
      ticket('3', 30, { languages: ['fr'], handling: 60 }),
      ticket('4', 40, { languages: ['it'] }),
    ],
    agents,
  );
  const figures = figuresOf(outcomes, agents, { from: 0, until: 480 * MINUTE });
  expect(figures).toEqual({
    ...{ tickets: 4, given: 3, waiting: 1, at_once: 0.5, unspoken: 2, foreign: 0 },
    // 0 and 0 at once, 30 minutes for Chloe, and what still waits since 440 minutes
    wait: { n: 4, half: 0, most: 440 * 60, longest: 440 * 60 },
    by_language: [
      { key: '', n: 2, half: 0, most: 0, longest: 0 },
      { key: 'fr', n: 1, half: 1800, most: 1800, longest: 1800 },
      { key: 'it', n: 1, half: 26_400, most: 26_400, longest: 26_400 },
    ],
    by_kind: [
      { key: 'call', n: 1, half: 0, most: 0, longest: 0 },
      { key: 'other', n: 3, half: 1800, most: 26_400, longest: 26_400 },
    ],
    // 90 minutes of work in 8 hours, 60 in 4: 0.1875 and 0.25, so (0.25 - 0.1875) / (2 * 0.4375)
    gini: expect.closeTo(1 / 14, 10),
    agents: [
      { id: 'ada', name: 'ada', tickets: 2, handled: 5400, present: 28_800 },
      { id: 'chloe', name: 'chloe', tickets: 1, handled: 3600, present: 14_400 },
    ],
  });
});

test.each<[number[], number | null]>([
  [[], null],
  [[0, 0], 0],
  [[3, 3, 3], 0],
  [[0, 0, 0, 1], 0.75],
  [[1, 3], 0.25],
])('Gini of %j', (values, expected) => {
  if (expected === null) expect(gini(values)).toBeNull();
  else expect(gini(values)).toBeCloseTo(expected, 10);
});

test('the spread names values that were there', () => {
  expect(spreadOf([5, 1, 4, 2, 3, 10, 9, 8, 7, 6])).toEqual({ n: 10, half: 5, most: 9, longest: 10 });
  expect(spreadOf([])).toEqual({ n: 0, half: null, most: null, longest: null });
});

describe('nothing starves', () => {
  /** More important tickets than one agent can do, from the first minute on, for three days. */
  const flood = Array.from({ length: 600 }, (_, n) => ticket(`h${n}`, n * 7, { priority: 2 }));
  const low = ticket('low', 0, { priority: 0 });
  const always = agent('ada', { spans: [[0, 100 * 60]] });
  const waitOfLow = (priority: number) => {
    const found = play(
      [...flood, low],
      [always],
      { queue_minutes: { priority, urgency: 60, vip: 60 } },
      {
        until: 4 * DAY,
      },
    ).find((outcome) => outcome.ticket.id === 'low')!;
    return found.given ? found.given.at / MINUTE : null;
  };

  test('two steps of priority are worth 480 minutes: then the low one has its turn', () => {
    // what came in its first 480 minutes goes before it, 69 tickets of ten minutes each; what came later does not
    expect(waitOfLow(240)).toBe(690);
    expect(waitOfLow(0)).toBe(10);
  });
});

const arbitrary = fc.record({
  arrivals: fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 300 }),
      lane: fc.constantFrom('call' as const, 'chat' as const, 'other' as const),
      languages: fc.subarray(['de', 'en', 'fr']),
      skills: fc.subarray(['vpn']),
      team: fc.constantFrom(null, { id: 't', name: 'T' }),
      priority: fc.integer({ min: 0, max: 3 }),
      urgency: fc.integer({ min: 0, max: 3 }),
      customer: fc.constantFrom('a', 'b', 'c'),
      handling: fc.integer({ min: 0, max: 60 }),
    }),
    { maxLength: 40 },
  ),
  agents: fc.array(
    fc.record({
      languages: fc.subarray(['de', 'en', 'fr']),
      skills: fc.subarray(['vpn']),
      team_ids: fc.subarray(['t']),
      capacity: fc.integer({ min: 0, max: 3 }),
      capacity_calls: fc.integer({ min: 0, max: 2 }),
      capacity_total: fc.option(fc.integer({ min: 0, max: 4 })),
      from: fc.integer({ min: 0, max: 200 }),
      length: fc.integer({ min: 1, max: 300 }),
    }),
    { maxLength: 5 },
  ),
  given: fc.record({
    policy: fc.constantFrom('balanced' as const, 'round_robin' as const, 'manual' as const),
    pace: fc.option(
      fc.record({ tickets: fc.integer({ min: 1, max: 3 }), minutes: fc.integer({ min: 1, max: 60 }) }),
    ),
    sticky_days: fc.constantFrom(0, 1),
  }),
});
const worlds = arbitrary.map(({ arrivals, agents, given }) => ({
  arrivals: arrivals.map(({ at, ...rest }, n) => ticket(`t${String(n).padStart(2, '0')}`, at, rest)),
  agents: agents.map(({ from, length, ...rest }, n) =>
    agent(`a${n}`, { ...rest, spans: [[from, from + length]] }),
  ),
  given,
}));

describe('whatever comes', () => {
  test('nobody is above a limit, all languages are spoken, and nothing is given to who is not there', () => {
    fc.assert(
      fc.property(worlds, ({ arrivals, agents, given }) => {
        const outcomes = play(arrivals, agents, given);
        expect(outcomes.map((outcome) => outcome.ticket)).toEqual(arrivals);
        for (const one of agents) {
          const his = outcomes.filter((outcome) => outcome.given?.agent === one.id);
          for (const outcome of his) {
            const at = outcome.given!.at;
            const { present, ...limits } = one;
            expect(speaks(one, outcome.ticket.languages)).toBe(true);
            if (outcome.given!.won !== 'claimed')
              expect(outcome.ticket.skills.every((skill) => one.skills.includes(skill))).toBe(true);
            expect(outcome.ticket.team === null || one.team_ids.includes('t')).toBe(true);
            expect(present.some(({ from, to }) => from <= at && at < to)).toBe(true);
            const holds = his.filter(
              ({ given, ticket }) => given!.at <= at && at < given!.at + ticket.handling,
            );
            const calls = holds.filter((held) => held.ticket.lane === 'call').length;
            expect(calls).toBeLessThanOrEqual(limits.capacity_calls);
            expect(holds.length - calls).toBeLessThanOrEqual(limits.capacity);
            expect(holds.length).toBeLessThanOrEqual(limits.capacity_total ?? Infinity);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('of tickets that ask the same, the one that stands before the other is given before it', () => {
    fc.assert(
      fc.property(worlds, ({ arrivals, agents, given }) => {
        const alike = arrivals.map((one) => ({
          ...one,
          lane: 'other' as const,
          languages: [],
          skills: [],
          team: null,
        }));
        const policy = given.policy === 'manual' ? 'balanced' : given.policy;
        const outcomes = play(alike, agents, { ...given, policy });
        const place = ({ priority, urgency, at }: Arrival) =>
          (priority === 3 ? -1e12 : 0) + at - ((priority - 1) * 240 + urgency * 60) * MINUTE;
        for (const a of outcomes)
          for (const b of outcomes) {
            const [since, until] = [Math.max(a.ticket.at, b.ticket.at), b.given?.at ?? -1];
            // both waited, and `a` stood before `b`
            if (place(a.ticket) < place(b.ticket) && until >= since)
              expect(a.given && a.given.at <= until).toBeTruthy();
          }
      }),
      { numRuns: 150 },
    );
  });

  test('nothing waits while somebody could have it, and twice the same comes of the same', () => {
    fc.assert(
      fc.property(worlds, ({ arrivals, agents, given }) => {
        const policy = given.policy === 'manual' ? 'round_robin' : given.policy;
        const outcomes = play(arrivals, agents, { ...given, policy, pace: null }, { until: 250 * MINUTE });
        expect(play(arrivals, agents, { ...given, policy, pace: null }, { until: 250 * MINUTE })).toEqual(
          outcomes,
        );
        for (const { ticket: waiting, waits } of outcomes) {
          if (!waits) continue;
          expect(waits.code).not.toBe('given');
          const kind = capacityOf(waiting.lane);
          for (const one of agents) {
            if (!one.present.some(({ from, to }) => from < 250 * MINUTE && to >= 250 * MINUTE)) continue;
            const holds = outcomes.filter(
              (outcome) =>
                outcome.given?.agent === one.id && outcome.given.at + outcome.ticket.handling >= 250 * MINUTE,
            );
            const ofKind = holds.filter((held) => capacityOf(held.ticket.lane) === kind).length;
            const limit = kind === 'call' ? one.capacity_calls : one.capacity;
            const isFull = ofKind >= limit || holds.length >= (one.capacity_total ?? Infinity);
            const isAble =
              speaks(one, waiting.languages) &&
              waiting.skills.every((skill) => one.skills.includes(skill)) &&
              (waiting.team === null || one.team_ids.includes('t'));
            expect(isAble && !isFull).toBe(false);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
