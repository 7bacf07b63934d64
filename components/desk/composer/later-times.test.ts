import { expect, test } from 'vitest';
import { laterTimes, localInput } from './later-times';

test.each([
  [
    'a Wednesday morning',
    new Date(2026, 10, 18, 8, 3),
    'hour 18 09:05, afternoon 18 14:00, tomorrow 19 09:00, monday 23 09:00',
  ],
  ['a Friday evening', new Date(2026, 10, 20, 18, 0), 'hour 20 19:00, tomorrow 21 09:00, monday 23 09:00'],
  ['a Sunday: Monday is tomorrow', new Date(2026, 10, 22, 23, 30), 'hour 23 00:30, tomorrow 23 09:00'],
  [
    'a Monday',
    new Date(2026, 10, 23, 9, 0),
    'hour 23 10:00, afternoon 23 14:00, tomorrow 24 09:00, monday 30 09:00',
  ],
])('%s', (_day, now, told) => {
  const times = laterTimes(now).map(({ name, at }) => `${name} ${localInput(at).slice(8).replace('T', ' ')}`);
  expect(times.join(', ')).toBe(told);
});
