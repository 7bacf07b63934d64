import { expect, test } from 'vitest';
import { snoozeTimes } from './snooze-times';

const at = (now: string, zone: string) =>
  Object.fromEntries(
    snoozeTimes(new Date(now), zone).map(({ preset, at }) => [preset, at.toISOString().slice(0, 16)]),
  );

test('are of the agent’s own clock', () => {
  // a Wednesday, 10:20 in Berlin
  expect(at('2026-11-18T09:20:00Z', 'Europe/Berlin')).toEqual({
    later: '2026-11-18T12:00',
    tomorrow: '2026-11-19T08:00',
    monday: '2026-11-23T08:00',
    week: '2026-11-25T08:00',
  });
  // the same moment is 18:20 in Tokyo: nothing is left of the day
  expect(at('2026-11-18T09:20:00Z', 'Asia/Tokyo')).toEqual({
    tomorrow: '2026-11-19T00:00',
    monday: '2026-11-23T00:00',
    week: '2026-11-25T00:00',
  });
});

test('nine is nine over the change of clocks', () => {
  // Saturday before the clocks of Berlin go forward
  expect(at('2026-03-28T08:00:00Z', 'Europe/Berlin')).toMatchObject({
    tomorrow: '2026-03-29T07:00',
    monday: '2026-03-30T07:00',
  });
});

test('on a Monday the next one is meant', () => {
  expect(at('2026-11-16T06:00:00Z', 'UTC').monday).toBe('2026-11-23T09:00');
});
