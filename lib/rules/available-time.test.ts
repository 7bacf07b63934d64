import { expect, test } from 'vitest';
import { availableTime } from './available-time';

const change = (at: number, isAvailable: boolean) => ({ at, isAvailable });

test.each([
  ['nobody said anything', [], 0],
  ['before and into it', [change(-50, true), change(30, false)], 30],
  ['twice', [change(10, true), change(20, false), change(80, true), change(90, false)], 20],
  ['still there', [change(40, true)], 60],
  ['said twice', [change(40, true), change(50, true)], 60],
  ['only before', [change(-50, true), change(-10, false)], 0],
  ['only after', [change(150, true)], 0],
])('%s', (_, changes, expected) => {
  expect(availableTime(changes, 0, 100)).toBe(expected);
});
