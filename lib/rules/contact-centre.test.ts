import { expect, it } from 'vitest';
import { CHANNELS, STATUSES } from '../schemas/values';
import {
  CHANNEL_OF,
  numberOf,
  PLATFORMS,
  platformOf,
  rankOf,
  statusMeant,
  TASK_STATUSES,
  taskStatusOf,
} from './contact-centre';

it.each([
  [-5, 0],
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 3],
  [2_147_483_647, 3],
])('the number %i means rank %i, and is kept while the ticket has that rank', (number, rank) => {
  expect(rankOf(number)).toBe(rank);
  expect(numberOf(rank, number)).toBe(number);
  const other = rank === 0 ? 1 : 0;
  expect(numberOf(other, number)).toBe(other);
  expect(numberOf(rank, null)).toBe(rank);
});

it('every platform comes back as itself, and every channel has one', () => {
  for (const platform of PLATFORMS) expect(platformOf(CHANNEL_OF[platform])).toBe(platform);
  expect(CHANNELS.map(platformOf)).toEqual([
    'email',
    'email',
    'email',
    'website_chat',
    'facebook_chat',
    'call',
  ]);
});

it('a status that a task has already changes nothing, another one leads to itself', () => {
  for (const from of STATUSES)
    for (const to of TASK_STATUSES) {
      const meant = statusMeant(from, to);
      if (taskStatusOf(from) === to) expect(meant).toBeNull();
      else expect(taskStatusOf(meant!)).toBe(to);
    }
});
