import { expect, test } from 'vitest';
import { CHANNELS } from '../schemas/values';
import { type Kind, kindOf, type Limits, type Load, mayTakeBack, roomFor, shareUsed } from './capacity';

const limits = (capacity: number, calls: number, total: number | null = null): Limits => ({
  capacity,
  capacity_calls: calls,
  capacity_total: total,
});
const load = (other: number, call = 0): Load => ({ other, call });

test('only a call is a call', () => {
  expect(CHANNELS.filter((channel) => kindOf(channel) === 'call')).toEqual(['CALL']);
});

test.each<[string, Kind, Limits, Load, number]>([
  ['nothing held', 'other', limits(4, 3), load(0), 4],
  ['one place left', 'other', limits(4, 3), load(3), 1],
  ['full', 'other', limits(4, 3), load(4), 0],
  ['above, by hand', 'other', limits(4, 3), load(6), -2],
  ['calls do not count against the rest', 'other', limits(4, 3), load(3, 3), 1],
  ['the rest does not count against calls', 'call', limits(4, 3), load(4, 2), 1],
  ['calls full', 'call', limits(4, 3), load(0, 3), 0],
  ['no calls at all', 'call', limits(4, 0), load(0), 0],
  ['the total is nearer', 'other', limits(4, 3, 5), load(2, 3), 0],
  ['the own limit is nearer', 'other', limits(4, 3, 50), load(3, 3), 1],
  ['a total of 0 is a limit, not none', 'other', limits(4, 3, 0), load(0), 0],
  ['three at half weight leave two whole places', 'other', limits(4, 3), load(1.5), 2],
  ['weights that miss a whole number by a hair', 'other', limits(4, 3), load(0.1 + 0.2 + 0.7), 3],
])('room: %s', (_name, kind, given, held, room) => {
  expect(roomFor(kind, given, held)).toBe(room);
});

test.each<[string, Kind, Limits, Load, number]>([
  ['nothing', 'other', limits(4, 3), load(0), 0],
  ['half', 'other', limits(4, 3), load(2), 0.5],
  ['above 1 when over the limit', 'other', limits(4, 3), load(6), 1.5],
  ['a limit of 0 is full', 'call', limits(4, 0), load(0), 1],
  ['calls by their own limit', 'call', limits(4, 3), load(4, 1), 1 / 3],
  ['the fuller of own and total', 'other', limits(4, 3, 4), load(1, 2), 0.75],
])('share used: %s', (_name, kind, given, held, share) => {
  expect(shareUsed(kind, given, held)).toBe(share);
});

test.each<[string, boolean, Load, number, boolean]>([
  ['room left', true, load(3), 1, true],
  ['full: one above', true, load(4), 1, true],
  ['one above: two above', true, load(5), 1, true],
  ['two above: no further', true, load(6), 1, false],
  ['two above with this one among them', true, load(6), 0, true],
  ['three above with this one among them', true, load(7), 0, false],
  ['away, whatever room there is', false, load(0), 1, false],
])('taking back: %s', (_name, available, held, needed, expected) => {
  expect(mayTakeBack('other', { ...limits(4, 3), available }, held, { needed, above: 2 })).toBe(expected);
});
