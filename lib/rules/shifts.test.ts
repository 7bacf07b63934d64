import { expect, test } from 'vitest';
import { isAbsent, lastEdge, type Plan } from './shifts';

const office = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];
const night = [{ from: '22:00', to: '24:00' }];
const morning = [{ from: '00:00', to: '06:00' }];
const plan = (given: Partial<Plan> = {}): Plan => ({
  shifts: [office, office, office, office, office, night, morning],
  absence: null,
  timeZone: 'Europe/Berlin',
  ...given,
});
/** Berlin is an hour ahead of UTC in November; 16 November 2026 was a Monday. */
const at = (time: string) => Date.parse(`2026-11-${time}:00Z`);

test.each<[string, string, string, boolean]>([
  ['in the morning shift', '16T09:00', '16T08:00', true],
  ['at its first moment', '16T08:00', '16T08:00', true],
  ['at noon', '16T11:30', '16T11:00', false],
  ['in the afternoon', '16T15:59', '16T12:00', true],
  ['in the evening', '16T20:00', '16T16:00', false],
  ['a night over midnight is one shift', '22T02:00', '21T21:00', true],
  ['before the first of the week', '16T06:00', '15T05:00', false],
])('%s', (_, now, edge, isOnline) => {
  expect(lastEdge(plan(), at(now))).toEqual({ at: at(edge), isOnline });
});

test('an absence begins by going, and keeps shifts from beginning', () => {
  const away = plan({ absence: { from: '2026-11-17', to: '2026-11-18', stand_in: null } });
  expect(lastEdge(away, at('17T15:00'))).toEqual({ at: at('16T23:00'), isOnline: false });
  expect(lastEdge(away, at('19T07:59'))).toEqual({ at: at('16T23:00'), isOnline: false });
  expect(lastEdge(away, at('19T08:00'))).toEqual({ at: at('19T08:00'), isOnline: true });
  expect(
    [at('16T22:59'), at('16T23:00'), at('18T22:59'), at('18T23:00')].map((now) => isAbsent(away, now)),
  ).toEqual([false, true, true, false]);
});

test('without a plan nothing moves him', () => {
  expect(lastEdge(plan({ shifts: null }), at('16T09:00'))).toBeNull();
  expect(isAbsent(plan(), at('16T09:00'))).toBe(false);
});
