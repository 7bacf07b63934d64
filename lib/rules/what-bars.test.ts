import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooserFor, type Waiting } from './routing';
import { type Beside, whatBars } from './what-bars';

const small = fc.integer({ min: 0, max: 3 });
const beside: fc.Arbitrary<Beside> = fc.record({
  id: fc.constantFrom('ada', 'bruno', 'chloe', 'dora', 'emil', 'fritz', 'gerd', 'hans'),
  name: fc.constant('Somebody'),
  languages: fc.subarray(['de', 'en']),
  skills: fc.subarray(['vpn', 'mac']),
  team_ids: fc.subarray(['t', 'u']),
  capacity: small,
  capacity_calls: small,
  capacity_total: fc.option(small),
  load: fc.record({ call: small, other: small }),
  lastGiven: fc.record({ call: small, other: small }),
  recent: small,
  isOnline: fc.boolean(),
  isSeen: fc.boolean(),
  live: fc.integer({ min: 0, max: 1 }),
});
const people = fc.uniqueArray(beside, { maxLength: 8, selector: ({ id }) => id });
const waiting: fc.Arbitrary<Waiting> = fc.record({
  kind: fc.constantFrom('call' as const, 'other' as const),
  isLive: fc.boolean(),
  languages: fc.subarray(['de', 'en']),
  skills: fc.subarray(['vpn', 'mac']),
  preferred: fc.subarray(['mac']),
  waived: fc.constant({ languages: [], skills: [] }),
  team: fc.constantFrom(null, { id: 't', name: 'T' }),
  policy: fc.constantFrom('balanced' as const, 'round_robin' as const),
});

test('says of each agent what the decision counts, and leaves nobody out who could have it', () => {
  fc.assert(
    fc.property(
      people,
      waiting,
      fc.subarray(['ada', 'bruno', 'chloe']),
      fc.option(small),
      (agents, asked, barred, pace) => {
        const there = agents.filter(({ isOnline, isSeen }) => isOnline && isSeen);
        const { considered, excluded, agent, winner } = chooserFor(
          there,
          asked,
          pace,
        )({ sticky: null, barred });
        const bars = agents.map((one) => whatBars(one, asked, barred, pace));
        const counted = (bar: string) => bars.filter((one) => one === bar).length;
        expect(agents.length - counted('intent') - counted('connection')).toBe(considered);
        for (const bar of ['team', 'language', 'skill', 'barred', 'room', 'pace'] as const)
          expect(counted(bar)).toBe(excluded[bar] ?? 0);
        expect(bars.filter((bar) => bar === null).length).toBe(winner?.among ?? 0);
        if (agent)
          expect(whatBars(agents.find(({ id }) => id === agent.id)!, asked, barred, pace)).toBeNull();
      },
    ),
  );
});
