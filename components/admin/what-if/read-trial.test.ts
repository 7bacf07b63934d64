import { expect, test } from 'vitest';
import { readTrial } from './read-trial';

const week = Array.from({ length: 7 }, () => [{ from: '09:00', to: '17:00' }]);
const agent = { languages: ['fr'], capacity: 4, shifts: week };
const empty = { settings: {}, teams: {}, more_agents: [] };

test.each<[string, unknown, unknown]>([
  ['nothing', 'x', null],
  ['no changes', {}, empty],
  [
    'all that there is',
    {
      settings: { routing_policy: 'manual', routing_pace: null, sticky_days: 3 },
      teams: { t: null },
      more_agents: [agent],
    },
    {
      settings: { routing_policy: 'manual', routing_pace: null, sticky_days: 3 },
      teams: { t: null },
      more_agents: [agent],
    },
  ],
  [
    'what has not the shape is left out',
    {
      settings: {
        routing_policy: 'best',
        queue_minutes: { priority: 1 },
        language_waits: 'de',
        workspace_name: 'x',
        toString: 1,
      },
      teams: { t: 'best' },
      more_agents: [{ ...agent, shifts: [] }, null],
    },
    empty,
  ],
])('%s', (_name, value, expected) => {
  expect(readTrial(value)).toEqual(expected);
});
