import { expect, it } from 'vitest';
import { addDays } from './business-time';
import { backtest, type DayCount, expectedOn, isEnough, weekdayOf } from './forecast';

/** Days from Monday, 5 January 2026 on. */
const days = (weeks: number, of: (weekday: number, week: number) => number, holidays: string[] = []) =>
  Array.from({ length: weeks * 7 }, (_, n): DayCount => {
    const date = addDays('2026-01-05', n);
    const hours = Array.from({ length: 24 }, (_, hour) => (hour === 9 ? of(n % 7, Math.floor(n / 7)) : 0));
    return { date, isHoliday: holidays.includes(date), hours };
  });
const at9 = (hours: number[] | null) => hours?.[9];

it('knows weekdays', () => {
  expect(['2026-01-05', '2026-01-11', '1970-01-01'].map(weekdayOf)).toEqual([0, 6, 3]);
});

it.each<[string, string, boolean, DayCount[], number | undefined]>([
  ['the same weekday each week', '2026-02-02', false, days(4, (weekday) => weekday + 1), 1],
  ['another weekday', '2026-02-04', false, days(4, (weekday) => weekday + 1), 3],
  // (10 · 0.8³ + 10 · 0.8² + 20 · 0.8) / (0.8³ + 0.8² + 0.8)
  ['recent weeks count more', '2026-01-26', false, days(3, (_, week) => (week === 2 ? 20 : 10)), 14.098],
  ['two of a kind are too few', '2026-01-19', false, days(2, () => 9), undefined],
  ['what came later is not known', '2026-01-19', false, days(9, () => 9), undefined],
  [
    'a holiday is as the holiday before',
    '2026-02-03',
    true,
    days(4, (weekday, week) => (weekday === 2 && week === 1 ? 1 : 9), ['2026-01-14']),
    1,
  ],
  [
    'and is left out of the other days',
    '2026-02-04',
    false,
    days(5, (weekday, week) => (weekday === 2 && week === 1 ? 0 : 9), ['2026-01-14']).slice(0, 30),
    9,
  ],
  ['the first holiday is as a Sunday', '2026-02-03', true, days(4, (weekday) => (weekday === 6 ? 2 : 9)), 2],
])('%s', (_, date, isHoliday, past, expected) => {
  const told = at9(expectedOn(date, isHoliday, past));
  if (expected === undefined) expect(told).toBeUndefined();
  else expect(told).toBeCloseTo(expected, 3);
});

it('tells how far it would have been off last week', () => {
  const even = backtest(days(5, (weekday) => weekday));
  expect(even?.actual).toBe(21);
  expect([even?.days, even?.hours].map((error) => error?.toFixed(9))).toEqual(['0.000000000', '0.000000000']);
  const doubled = backtest(days(5, (_, week) => (week === 4 ? 20 : 10)));
  expect(doubled).toMatchObject({ days: 0.5, hours: 0.5, actual: 140 });
  expect(doubled?.expected).toBeCloseTo(70);
  expect(backtest(days(3, () => 9))).toBeNull();
  expect(backtest(days(5, (_, week) => (week === 4 ? 0 : 9)))).toBeNull();
});

it('draws nothing from too little', () => {
  expect(isEnough(days(2, () => 100))).toBe(false);
  expect(isEnough(days(8, (weekday) => (weekday === 0 ? 1 : 0)))).toBe(false);
  expect(isEnough(days(3, () => 3))).toBe(true);
});
