import { expect, it } from 'vitest';
import { actionOf, type ChoiceName, chosenIn } from './act-value';

it.each([
  ['status', 'RESOLVED', { status: 'RESOLVED' }],
  ['assigned_agent', 'me', { assigned_agent: 'me' }],
  ['team', 'none', { team: null }],
  ['topic', 'loans', { topic: 'loans' }],
  ['snooze', 'reply', { snooze: { until: null } }],
  ['snooze', '3d', { snooze: { for: '3d' } }],
  ['snooze', '2026-03-01T09:00:00.000Z', { snooze: { until: '2026-03-01T09:00:00.000Z' } }],
  ['follow', 'no', { follow: false }],
] as [ChoiceName, string, object][])('%s %s is the act %j, and back', (name, value, action) => {
  expect(actionOf(name, value)).toEqual(action);
  expect(chosenIn(name, action)).toBe(value);
  expect(chosenIn(name, {})).toBeUndefined();
});
