import { expect, test } from 'vitest';
import { holidaySpans, withoutSpan, withSpan } from './holiday-spans';

const christmas = { from: '2026-12-24', to: '2026-12-26', name: 'Christmas' };

test('days in a row with one name are one span, over the end of a year and of February', () => {
  const days = withSpan([], { from: '2027-12-30', to: '2028-01-02', name: 'New year' });
  expect(days).toHaveLength(4);
  expect(holidaySpans(days)).toEqual([{ from: '2027-12-30', to: '2028-01-02', name: 'New year' }]);
  expect(withSpan([], { from: '2028-02-28', to: '2028-03-01', name: 'x' }).map(({ date }) => date)).toEqual([
    '2028-02-28',
    '2028-02-29',
    '2028-03-01',
  ]);
});

test('another name or a gap begins another span; the order given does not matter', () => {
  const days = [
    { date: '2026-12-26', name: 'Boxing Day' },
    { date: '2026-12-24', name: 'Christmas' },
    { date: '2026-12-25', name: 'Christmas' },
    { date: '2026-12-28', name: 'Boxing Day' },
  ];
  expect(holidaySpans(days).map(({ from, to }) => [from.slice(8), to.slice(8)])).toEqual([
    ['24', '25'],
    ['26', '26'],
    ['28', '28'],
  ]);
});

test('a span takes over the days that were there, and goes as it came', () => {
  const before = [{ date: '2026-12-25', name: 'Party' }];
  const after = withSpan(before, christmas);
  expect(holidaySpans(after)).toEqual([christmas]);
  expect(withoutSpan(after, christmas)).toEqual([]);
});
