import { expect, test } from 'vitest';
import type { BusinessHours } from './business-time';
import { openDays, openingAt } from './opening-hours';

const office = [{ from: '09:00', to: '17:00' }];
const week: BusinessHours = {
  time_zone: 'Europe/Berlin',
  days: [office, office, office, office, office, [{ from: '10:00', to: '14:00' }], []],
  holidays: [{ date: '2026-11-23', name: 'Feast' }],
};

test('days with the same times are one entry, closed ones part them', () => {
  expect(openDays(week).map(({ from, to }) => [from, to])).toEqual([
    [0, 4],
    [5, 5],
  ]);
  expect(
    openDays({ days: [office, [], office, office, [], [], office] }).map(({ from, to }) => [from, to]),
  ).toEqual([
    [0, 0],
    [2, 3],
    [6, 6],
  ]);
  expect(openDays({ days: [[], [], [], [], [], [], []] })).toEqual([]);
});

test.each([
  ['in the middle of a day', '2026-11-20T10:00:00Z', true, '2026-11-20T10:00:00Z'],
  ['before it opens, winter time', '2026-11-20T06:00:00Z', false, '2026-11-20T08:00:00Z'],
  ['on Saturday evening, with a holiday on Monday', '2026-11-21T20:00:00Z', false, '2026-11-24T08:00:00Z'],
])('%s', (_, now, isOpen, opens) => {
  expect(openingAt(week, Date.parse(now))).toEqual({ isOpen, opens: Date.parse(opens) });
});

test('never and always', () => {
  const now = Date.parse('2026-11-20T10:00:00Z');
  const all = (day: typeof office) => ({ ...week, holidays: [], days: Array.from({ length: 7 }, () => day) });
  expect(openingAt(all([]), now)).toEqual({ isOpen: false, opens: null });
  expect(openingAt(all([{ from: '00:00', to: '24:00' }]), now)).toBeNull();
});
