import { describe, expect, test } from 'vitest';
import { addDays, type BusinessHours, businessCalendar, daysBetween } from './business-time';

const at = (text: string): number => Date.parse(text);
const HOUR = 3_600_000;
const hours = (given: Partial<BusinessHours> & { every?: [string, string][] } = {}): BusinessHours => {
  const open = (given.every ?? [['09:00', '17:00']]).map(([from, to]) => ({ from, to }));
  return {
    time_zone: given.time_zone ?? 'Europe/Berlin',
    days: given.days ?? [open, open, open, open, open, [], []],
    holidays: given.holidays ?? [],
  };
};
const aroundTheClock: BusinessHours = {
  time_zone: 'Europe/Berlin',
  days: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
  holidays: [],
};

describe('business time between two instants', () => {
  const office = businessCalendar(hours());
  const split = businessCalendar(
    hours({
      every: [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
    }),
  );
  // 2026-11-20 is a Friday; Berlin is one hour ahead of UTC
  test.each([
    ['within a day', office, '2026-11-20T09:00:00Z', '2026-11-20T10:30:00Z', 1.5],
    ['from before opening', office, '2026-11-20T04:00:00Z', '2026-11-20T09:00:00Z', 1],
    ['until after closing', office, '2026-11-20T15:00:00Z', '2026-11-20T23:00:00Z', 1],
    ['over the weekend', office, '2026-11-20T15:00:00Z', '2026-11-23T09:00:00Z', 2],
    ['on a Sunday alone', office, '2026-11-22T06:00:00Z', '2026-11-22T20:00:00Z', 0],
    ['a whole week', office, '2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z', 40],
    ['backwards', office, '2026-11-20T10:00:00Z', '2026-11-20T09:00:00Z', 0],
    ['over lunch', split, '2026-11-20T10:30:00Z', '2026-11-20T12:30:00Z', 1],
    ['all of a day with a lunch break', split, '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z', 7],
  ])('%s', (_, calendar, from, to, expected) => {
    expect(calendar.between(at(from), at(to)) / HOUR).toBe(expected);
  });

  test('a holiday is not open, and is named', () => {
    const calendar = businessCalendar(hours({ holidays: [{ date: '2026-11-20', name: 'Founders’ day' }] }));
    expect(calendar.between(at('2026-11-20T00:00:00Z'), at('2026-11-21T00:00:00Z'))).toBe(0);
    expect(calendar.holidayOn('2026-11-20')).toBe('Founders’ day');
    expect(calendar.holidayOn('2026-11-19')).toBeNull();
  });

  test('around the clock is a calendar like any other', () => {
    const calendar = businessCalendar(aroundTheClock);
    expect(calendar.between(at('2026-01-01T05:00:00Z'), at('2026-12-01T05:00:00Z'))).toBe(334 * 24 * HOUR);
  });

  test('a house that never opens says so, and its time stands still without an end to the search', () => {
    const calendar = businessCalendar(hours({ days: [[], [], [], [], [], [], []] }));
    expect(calendar.everOpens).toBe(false);
    expect(calendar.between(at('2020-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z'))).toBe(0);
  });
});

describe('days on which the clocks change', () => {
  const night = (zone: string) =>
    businessCalendar({
      ...aroundTheClock,
      time_zone: zone,
      days: Array(7).fill([{ from: '01:00', to: '04:00' }]),
    });
  test.each([
    // forward at 02:00, back at 03:00
    ['Europe/Berlin', '2026-03-29', 23, 2],
    ['Europe/Berlin', '2026-10-25', 25, 4],
    // forward and back at 02:00; 01:00 comes twice, and its first one opens
    ['America/New_York', '2026-03-08', 23, 2],
    ['America/New_York', '2026-11-01', 25, 4],
    // half an hour
    ['Australia/Lord_Howe', '2026-04-05', 24.5, 3.5],
    ['Australia/Lord_Howe', '2026-10-04', 23.5, 2.5],
    // midnight itself is skipped
    ['America/Santiago', '2026-09-06', 23, 3],
    ['Asia/Kolkata', '2026-03-29', 24, 3],
  ])('%s %s has %d hours, of 01:00 to 04:00 %d', (zone, day, length, open) => {
    const whole = businessCalendar({ ...aroundTheClock, time_zone: zone });
    const from = whole.startOf(day);
    const to = whole.startOf(addDays(day, 1));
    expect((to - from) / HOUR).toBe(length);
    expect(whole.between(from, to) / HOUR).toBe(length);
    const calendar = night(zone);
    expect(calendar.between(from, to) / HOUR).toBe(open);
    // the long way, over whole days, says the same
    const long = calendar.between(whole.startOf(addDays(day, -3)), whole.startOf(addDays(day, 4)));
    expect(long / HOUR).toBe(18 + open);
  });

  test('every instant of a changing day belongs to it', () => {
    const calendar = businessCalendar(aroundTheClock);
    for (let time = calendar.startOf('2026-10-25'); time < calendar.startOf('2026-10-26'); time += HOUR / 4) {
      expect(calendar.dayOf(time)).toBe('2026-10-25');
    }
    expect(calendar.dayOf(calendar.startOf('2026-10-25') - 1)).toBe('2026-10-24');
    expect(calendar.dayOf(calendar.startOf('2026-10-26'))).toBe('2026-10-26');
  });
});

test('the short and the long way agree wherever they are cut', () => {
  const calendar = businessCalendar(
    hours({
      every: [
        ['08:30', '12:15'],
        ['12:45', '18:00'],
      ],
    }),
  );
  const from = at('2026-03-20T11:07:00Z');
  for (let to = from; to < from + 30 * 24 * HOUR; to += 5 * HOUR + 7 * 60_000) {
    const open = calendar.openWithin(from, to).reduce((sum, part) => sum + part.to - part.from, 0);
    expect(calendar.between(from, to)).toBe(open);
  }
});

test('dates are counted as dates', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(3);
});
