import { describe, expect, test } from 'vitest';
import { type Candidate, chooseAgent, speaks, type Ties, type Waiting } from './routing';
import { acceptedBy, ringingAt, type Won } from './routing-reason';

const agent = (id: string, given: Partial<Candidate> = {}): Candidate => ({
  id,
  name: id[0]!.toUpperCase() + id.slice(1),
  languages: ['en'],
  skills: [],
  team_ids: [],
  capacity: 4,
  capacity_calls: 3,
  capacity_total: null,
  load: { call: 0, other: 0 },
  lastGiven: { call: 0, other: 0 },
  recent: 0,
  ...given,
});
const ticket = (given: Partial<Waiting> = {}): Waiting => ({
  kind: 'other',
  languages: [],
  skills: [],
  preferred: [],
  waived: { languages: [], skills: [] },
  team: null,
  policy: 'balanced',
  ...given,
});
const chosen = (agents: Candidate[], given: Partial<Waiting> = {}) =>
  chooseAgent(agents, ticket(given)).agent?.id ?? null;
const billing = { id: 'billing', name: 'Billing' };
const inBilling = { team_ids: ['billing'] };
const idleSince = (other: number) => ({ lastGiven: { call: 0, other } });
const holding = (other: number, call = 0) => ({ load: { other, call } });

const vpn = agent('ada', { skills: ['vpn'], ...holding(3) });
/** Bruno has less, Ada has waited longer. */
const two = [agent('ada', holding(3)), agent('bruno', idleSince(9))];

describe('who', () => {
  test.each<[string, Candidate[], Partial<Waiting>, string | null]>([
    ['nobody is there', [], {}, null],
    ['the only one', [agent('ada')], {}, 'ada'],
    [
      'speaks the language',
      [agent('ada'), agent('chloe', { languages: ['en', 'fr'] })],
      { languages: ['fr'] },
      'chloe',
    ],
    [
      'all languages, not one of them',
      [agent('ada', { languages: ['de'] }), agent('bruno', { languages: ['de', 'it'] })],
      { languages: ['de', 'it'] },
      'bruno',
    ],
    ['nobody speaks it', [agent('ada'), agent('bruno')], { languages: ['fr'] }, null],
    ['the full one is passed over', [agent('ada', holding(4)), agent('bruno', holding(3))], {}, 'bruno'],
    ['all are full', [agent('ada', holding(4)), agent('bruno', holding(5))], {}, null],
    ['full of calls has room for the rest', [agent('ada', holding(0, 3))], {}, 'ada'],
    ['full of the rest has room for a call', [agent('ada', holding(4))], { kind: 'call' }, 'ada'],
    ['no room for calls', [agent('ada', { capacity_calls: 0 })], { kind: 'call' }, null],
    [
      'the total counts both',
      [agent('ada', { capacity_total: 3, ...holding(1, 2) }), agent('bruno', holding(3))],
      {},
      'bruno',
    ],
    [
      'the share counts, not the number: 3 of 10 before 2 of 4',
      [agent('ada', holding(2)), agent('bruno', { capacity: 10, ...holding(3) })],
      {},
      'bruno',
    ],
    [
      'equal shares: the longest idle',
      [agent('ada', { ...idleSince(2_000) }), agent('bruno', { ...idleSince(1_000) })],
      {},
      'bruno',
    ],
    ['who never got anything comes first', [agent('ada', { ...idleSince(1) }), agent('bruno')], {}, 'bruno'],
    ['all equal: the lowest id', [agent('chloe'), agent('ada'), agent('bruno')], {}, 'ada'],
    [
      'share goes before idleness',
      [agent('ada', { ...idleSince(0), ...holding(1) }), agent('bruno', { ...idleSince(9_000) })],
      {},
      'bruno',
    ],
    ['a member of its team', [agent('ada'), agent('bruno', inBilling)], { team: billing }, 'bruno'],
    ['nobody of its team is there', [agent('ada')], { team: billing }, null],
    ['a ticket without a team is also a member’s', [agent('bruno', inBilling)], {}, 'bruno'],
    [
      'all required skills, not one of them',
      [agent('ada', { skills: ['vpn'] }), agent('bruno', { skills: ['mail', 'vpn'] })],
      { skills: ['mail', 'vpn'] },
      'bruno',
    ],
    ['nobody can do it', [agent('ada', { skills: ['mail'] })], { skills: ['vpn'] }, null],
    ['half a place is none', [agent('ada', holding(3.5))], {}, null],
    ['three at half weight leave room', [agent('ada', { capacity: 2, ...holding(0.5) })], {}, 'ada'],
  ])('%s', (_name, agents, given, expected) => {
    expect(chosen(agents, given)).toBe(expected);
    // the order in which the candidates come decides nothing
    expect(chosen([...agents].reverse(), given)).toBe(expected);
  });

  test.each<[string, Candidate[], Partial<Waiting>, Partial<Ties>, number | null, string | null, Won | null]>(
    [
      ['who had its customer before goes first', two, {}, { sticky: 'ada' }, null, 'ada', 'before'],
      [
        'but not above his limit',
        [agent('ada', holding(4)), agent('bruno')],
        {},
        { sticky: 'ada' },
        null,
        'bruno',
        'only',
      ],
      ['nor when he is not there', [agent('bruno')], {}, { sticky: 'ada' }, null, 'bruno', 'only'],
      [
        'wished-for skills go before the share',
        [vpn, agent('bruno')],
        { preferred: ['vpn'] },
        {},
        null,
        'ada',
        'wished',
      ],
      ['nobody has them: as if none were wished', two, { preferred: ['mac'] }, {}, null, 'bruno', 'share'],
      ['in turn, whatever they hold', two, { policy: 'round_robin' }, {}, null, 'ada', 'turn'],
      [
        'in turn, but not above a limit',
        [agent('ada', holding(4)), agent('bruno', idleSince(9))],
        { policy: 'round_robin' },
        {},
        null,
        'bruno',
        'only',
      ],
      ['by hand: nobody', two, { policy: 'manual' }, {}, null, null, null],
      ['who is barred is passed over', two, {}, { barred: ['bruno'] }, null, 'ada', 'only'],
      [
        'though he had its customer before',
        two,
        {},
        { sticky: 'ada', barred: ['ada'] },
        null,
        'bruno',
        'only',
      ],
      ['everybody is barred', two, {}, { barred: ['ada', 'bruno', 'chloe'] }, null, null, null],
      [
        'a caller is not put through to who has no telephone',
        [agent('ada', { has_telephone: false }), agent('bruno', holding(3))],
        { kind: 'call', isLive: true },
        { has_caller: true },
        null,
        'bruno',
        'only',
      ],
      [
        'without a caller nobody needs one',
        [agent('ada', { has_telephone: false })],
        { kind: 'call' },
        {},
        null,
        'ada',
        'only',
      ],
      [
        'a call that rings finds who is in none',
        [agent('ada', { live: 1 }), agent('bruno', holding(0, 2))],
        { kind: 'call', isLive: true },
        {},
        null,
        'bruno',
        'only',
      ],
      [
        'one live call at a time, whatever the limit',
        [agent('ada', { live: 1 })],
        { kind: 'call', isLive: true },
        {},
        null,
        null,
        null,
      ],
      [
        'calls that are given at once count by the limit alone',
        [agent('ada', { live: 1 })],
        { kind: 'call' },
        {},
        null,
        'ada',
        'only',
      ],
      ['a live call leaves room for the rest', [agent('ada', { live: 1 })], {}, {}, null, 'ada', 'only'],
      [
        'who was given enough for now is passed over',
        [agent('ada', holding(3)), agent('bruno', { recent: 5 })],
        {},
        {},
        5,
        'ada',
        'only',
      ],
    ],
  )('%s', (_name, agents, given, ties, pace, id, won) => {
    const choice = chooseAgent(agents, ticket(given), { sticky: null, barred: [], ...ties }, pace);
    expect([choice.agent?.id ?? null, choice.winner?.won ?? null]).toEqual([id, won]);
  });

  test('the idle time of a call is not that of the rest', () => {
    const agents = [
      agent('ada', { lastGiven: { call: 1, other: 9 } }),
      agent('bruno', { lastGiven: { call: 9, other: 1 } }),
    ];
    expect([chosen(agents, { kind: 'call' }), chosen(agents)]).toEqual(['ada', 'bruno']);
  });

  test('everybody who was not chosen is counted once, for the first thing that left him out', () => {
    const agents = [
      agent('ada', { ...inBilling, languages: ['de'], skills: ['vpn'], ...holding(4) }),
      agent('bruno', { ...inBilling, languages: ['de'] }),
      agent('chloe', { ...inBilling }),
      agent('dora'),
      agent('emil', { ...inBilling, languages: ['de'], skills: ['vpn'], recent: 3 }),
      agent('fred', { ...inBilling, languages: ['de'], skills: ['vpn'], ...holding(4), recent: 3 }),
      agent('gerd', { ...inBilling, languages: ['de'], skills: ['vpn'] }),
    ];
    const demand = ticket({ team: billing, languages: ['de'], skills: ['vpn'] });
    const choice = chooseAgent(agents, demand, { sticky: null, barred: ['fred'] }, 3);
    expect(choice).toMatchObject({ considered: 7, agent: { id: 'gerd' } });
    expect(choice.excluded).toEqual({ team: 1, language: 1, skill: 1, barred: 1, room: 1, pace: 1 });
  });

  test('never above a limit, whatever the load (all loads up to 6)', () => {
    for (let other = 0; other <= 6; other++)
      for (let call = 0; call <= 6; call++)
        for (const kind of ['call', 'other'] as const) {
          const got = chosen([agent('ada', { capacity_total: 6, ...holding(other, call) })], { kind });
          const room = other + call < 6 && (kind === 'call' ? call < 3 : other < 4);
          expect([other, call, kind, got !== null]).toEqual([other, call, kind, room]);
        }
  });
});

describe('why, in plain words', () => {
  test.each<[string, Candidate[], Partial<Waiting>, string]>([
    ['nobody there', [], {}, 'waiting: nobody is available'],
    [
      'nobody speaks it',
      [agent('ada'), agent('bruno')],
      { languages: ['de'] },
      'waiting: nobody online speaks German; 2 agents online without it',
    ],
    [
      'two languages, one agent',
      [agent('ada')],
      { languages: ['de', 'fr'] },
      'waiting: nobody online speaks German and French; 1 agent online without it',
    ],
    ['full', [agent('ada', holding(4))], {}, 'waiting: 1 agent online, none has room for another ticket'],
    [
      'full of calls, with a language',
      [agent('ada', { languages: ['de'], ...holding(0, 3) }), agent('bruno')],
      { kind: 'call', languages: ['de'] },
      'waiting: 1 agent online with German, none has room for a call',
    ],
    [
      'the only one with room',
      [agent('ada', holding(1)), agent('bruno', holding(4))],
      {},
      'given to Ada: the only one with room (1 of 4 places used before)',
    ],
    [
      'the least busy, with a language',
      [agent('ada', { languages: ['de'], ...holding(0, 1) }), agent('bruno', { languages: ['de'] })],
      { kind: 'call', languages: ['de'] },
      'given to Bruno: least busy of 2 with room (0 of 3 places used before) and speaks German',
    ],
    [
      'nobody in the team',
      [agent('ada'), agent('bruno')],
      { team: billing },
      'waiting: nobody in Billing is available; 2 agents online elsewhere',
    ],
    [
      'nobody in the team speaks it',
      [agent('ada', inBilling), agent('bruno', { languages: ['de'] })],
      { team: billing, languages: ['de'] },
      'waiting: nobody online in Billing speaks German; 1 agent online without it',
    ],
    [
      'nobody who speaks it can do it',
      [agent('ada'), agent('bruno', { languages: ['de'], skills: ['vpn'] })],
      { languages: ['en'], skills: ['mail', 'vpn'] },
      'waiting: nobody online with English can do mail and vpn; 1 agent online without it',
    ],
    [
      'full, with a team and a skill',
      [agent('ada', { ...inBilling, skills: ['vpn'], ...holding(4) })],
      { team: billing, skills: ['vpn'] },
      'waiting: 1 agent online in Billing who can do vpn, none has room for another ticket',
    ],
    [
      'given with a team, a language, a skill and fractions',
      [agent('ada', { ...inBilling, skills: ['vpn'], ...holding(1.25) })],
      { team: billing, skills: ['vpn'], languages: ['en'] },
      'given to Ada: the only one with room in Billing (1.3 of 4 places used before) and speaks English and can do vpn',
    ],
  ])('%s', (_name, agents, given, reason) => {
    expect(chooseAgent(agents, ticket(given)).reason.text).toBe(reason);
  });
});

test('what is said of who may not have it, while it rings, and when he has accepted', () => {
  const waits = chooseAgent([agent('ada'), agent('bruno')], ticket(), {
    sticky: null,
    barred: ['ada', 'bruno'],
  });
  expect(waits.reason).toEqual({
    text: 'waiting: 2 agents online who could take it, but declined it a moment ago or are not to have this customer',
    code: 'barred',
    params: { count: 2 },
  });
  const deaf = [agent('ada', { has_telephone: false }), agent('bruno', { has_telephone: false })];
  const caller = { sticky: null, barred: ['ada'], has_caller: true };
  expect(chooseAgent(deaf, ticket({ kind: 'call' }), caller)).toMatchObject({
    excluded: { telephone: 2 },
    reason: {
      text: 'waiting: 2 agents online who could take it, without a telephone number to put the caller through to',
      code: 'telephone',
      params: { count: 2 },
    },
  });
  const { reason } = chooseAgent([agent('ada')], ticket({ kind: 'call' }));
  expect(ringingAt(reason)).toEqual({
    ...reason,
    text: 'ringing at Ada: the only one with room (0 of 3 places used before)',
    code: 'ringing',
  });
  expect(acceptedBy(reason)).toMatchObject({
    text: 'accepted by Ada: the only one with room (0 of 3 places used before)',
    code: 'accepted',
  });
});

test('the code carries the facts that a translation needs', () => {
  const demand = ticket({ languages: ['de'], skills: ['vpn'], team: billing });
  const able = agent('ada', { languages: ['de'], skills: ['vpn'], ...inBilling, ...holding(1) });
  expect(chooseAgent([able], demand).reason).toMatchObject({
    code: 'given',
    params: { name: 'Ada', among: 1, used: 1, of: 4, languages: ['de'], skills: ['vpn'], team: 'Billing' },
  });
  expect(chooseAgent([{ ...able, ...holding(4) }], demand).reason).toMatchObject({
    code: 'full',
    params: { count: 1, kind: 'other', languages: ['de'], skills: ['vpn'], team: 'Billing' },
  });
});

test('a ticket without a restriction fits everybody, also who speaks nothing', () => {
  expect(speaks({ languages: [] }, [])).toBe(true);
  expect(speaks({ languages: [] }, ['en'])).toBe(false);
});
