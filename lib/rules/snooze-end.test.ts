import { expect, it } from 'vitest';
import { snoozeEnd } from './snooze-end';

it.each([
  [{ until: null }, null],
  [{ until: '2026-03-01T09:00:00.000Z' }, '2026-03-01T09:00:00.000Z'],
  [{ for: '90m' }, '2026-02-28T13:30:00.000Z'],
  [{ for: '12h' }, '2026-03-01T00:00:00.000Z'],
  [{ for: '3d' }, '2026-03-03T12:00:00.000Z'],
])('%j ends at %s', (snooze, at) => {
  expect(snoozeEnd(snooze, new Date('2026-02-28T12:00:00.000Z'))?.toISOString() ?? null).toBe(at);
});
