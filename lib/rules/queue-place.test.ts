import { describe, expect, it } from 'vitest';
import { type Ahead, honestWait, pauseAt, queuePlace } from './queue-place';

const demand = (over: Partial<Ahead> = {}) => ({
  languages: [],
  skills: [],
  team_id: null,
  count: 1,
  ...over,
});
const agent = (...languages: string[]) => ({ languages, skills: ['vpn'], team_ids: ['loans'] });

describe('a place in the queue', () => {
  it.each<[string, Ahead, Ahead[], ReturnType<typeof agent>[], number | null]>([
    ['nobody before it', demand(), [], [agent('en')], 1],
    [
      'all that stand before it',
      demand(),
      [demand({ count: 3 }), demand({ languages: ['en'] })],
      [agent('en')],
      5,
    ],
    [
      'not those whom only others can serve',
      demand({ languages: ['de'] }),
      [demand({ languages: ['fr'], count: 7 }), demand({ languages: ['de'], count: 2 })],
      [agent('de'), agent('fr')],
      3,
    ],
    [
      'those of another language, when the same agent speaks it',
      demand({ languages: ['de'] }),
      [demand({ languages: ['fr'], count: 7 })],
      [agent('de', 'fr')],
      8,
    ],
    ['not those of another team', demand(), [demand({ team_id: 'cards', count: 4 })], [agent('en')], 1],
    ['not those that ask for a skill nobody has', demand(), [demand({ skills: ['mac'] })], [agent('en')], 1],
    ['none where nobody could take it', demand({ languages: ['sw'] }), [demand()], [agent('en')], null],
  ])('%s', (_, mine, ahead, staff, place) => {
    expect(queuePlace(mine, ahead, staff)).toBe(place);
  });
});

describe('the honest wait', () => {
  it.each<[number, number | null, number | null, ReturnType<typeof honestWait>]>([
    [0, null, null, null],
    [19, 60, 60, null],
    [20, 0, 61, { half: 300, most: 300 }],
    [20, 301, 3_600, { half: 600, most: 3_600 }],
    [500, 3_601, 90_000, { half: 7_200, most: 90_000 }],
    [500, 172_801, 172_800, { half: 259_200, most: 172_800 }],
  ])('of %i answers, half within %s s and nine in ten within %s s', (count, half, most, wait) => {
    expect(honestWait({ count, half, most })).toEqual(wait);
  });
});

it.each([
  [1, 1_000],
  [5, 1_000],
  [6, 1_200],
  [300, 60_000],
  [500, 60_000],
  [null, 60_000],
])('at place %s it is read again after %i ms', (place, pause) => {
  expect(pauseAt(place)).toBe(pause);
});

it('the readings of all who stand in front are few', () => {
  const readings = Array.from({ length: 300 }, (_, index) => 1_000 / pauseAt(index + 1));
  expect(readings.reduce((sum, one) => sum + one, 0)).toBeLessThan(26);
});
