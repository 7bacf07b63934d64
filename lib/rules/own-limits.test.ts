import { expect, test } from 'vitest';
import { limitsAbove } from './own-limits';

const present = { capacity: 4, capacity_calls: 3, capacity_total: null };

test.each([
  [{}, null],
  [{ capacity: 4, capacity_calls: 0 }, null],
  [{ capacity: 5 }, { capacity: ['above_own_limit'] }],
  [
    { capacity: 5, capacity_calls: 9 },
    { capacity: ['above_own_limit'], capacity_calls: ['above_own_limit'] },
  ],
  [{ capacity_total: 1000 }, null],
  [{ capacity_total: null }, null],
])('%j against 4 and 3 and no total: %j', (wanted, refused) => {
  expect(limitsAbove(present, wanted)).toEqual(refused);
});

test('no limit is above every limit', () => {
  expect(limitsAbove({ ...present, capacity_total: 5 }, { capacity_total: null })).toEqual({
    capacity_total: ['above_own_limit'],
  });
});
