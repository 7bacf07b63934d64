import { expect, it } from 'vitest';
import { isShort, openByHour, peopleNeeded, presentByHour } from './coverage';

const at = (time: string) => Date.parse(`${time}Z`);
// Monday 2 to Sunday 15 March 2026
const FORTNIGHT = { from: at('2026-03-02T00:00'), to: at('2026-03-16T00:00') };
const there = (from: string, to: string) => [
  { at: at(from), isAvailable: true },
  { at: at(to), isAvailable: false },
];

it('says how many were there in each hour of the week, by the zone’s clocks', () => {
  const ada = [
    ...there('2026-03-02T09:00', '2026-03-02T10:30'),
    ...there('2026-03-09T09:00', '2026-03-09T10:00'),
  ];
  const bo = there('2026-03-02T09:30', '2026-03-02T10:00');
  const told = (zone: string) =>
    Object.fromEntries(
      presentByHour([ada, bo], FORTNIGHT, zone).flatMap((n, cell) => (n ? [[cell, n]] : [])),
    );
  expect(told('UTC')).toEqual({ 9: 1.25, 10: 0.25 });
  expect(told('Asia/Tokyo')).toEqual({ 18: 1.25, 19: 0.25 });
  // half an hour beside the full ones
  expect(told('Asia/Kolkata')).toEqual({ 14: 0.5, 15: 1 });
});

it('who is there still counts until the end, and hours that did not occur are not told', () => {
  const present = presentByHour(
    [[{ at: at('2026-02-01T00:00'), isAvailable: true }]],
    { from: at('2026-03-02T09:00'), to: at('2026-03-02T11:00') },
    'UTC',
  );
  expect(present.slice(8, 12)).toEqual([null, 1, 1, null]);
});

it('knows the hours that are open', () => {
  const day = [
    { from: '09:30', to: '12:00' },
    { from: '13:00', to: '24:00' },
  ];
  const open = openByHour({ days: [day, [], [], [], [], [], []] });
  expect(open.flatMap((is, cell) => (is ? [cell] : []))).toEqual([
    9,
    10,
    11,
    ...Array.from({ length: 11 }, (_, n) => 13 + n),
  ]);
  expect(openByHour({ days: [[], [], [], [], [], [], []] })).not.toContain(false);
});

it('staffs each hour; places of one person are servers', () => {
  const hours = Array.from({ length: 168 }, (_, cell) => ({
    arrivals: cell === 9 ? 0 : 200,
    isOpen: cell !== 9,
  }));
  const target = { share: 0.8, seconds: 20 };
  const alone = peopleNeeded(hours, { handling: 180, places: 1 }, target);
  // 200 an hour of three minutes: the manuals' 14
  expect([alone[8], alone[9]]).toEqual([14, 0]);
  expect(peopleNeeded(hours, { handling: 180, places: 4 }, target)[8]).toBe(4);
  expect(peopleNeeded(hours, { handling: null, places: 4 }, target)[8]).toBeNull();
  expect(peopleNeeded([{ arrivals: 0, isOpen: true }], { handling: 180, places: 1 }, target)).toEqual([0]);
});

it.each([
  [2, 2, false],
  [1.8, 2, false],
  [1.7, 2, true],
  [0, 0, false],
  [null, 2, false],
  [1, null, false],
])('%s people where %s are needed: short is %s', (present, needed, short) => {
  expect(isShort({ present, needed })).toBe(short);
});
