import { expect, it } from 'vitest';
import type { Mark } from '@/lib/realtime/protocol';
import { EXPIRY_MS, type Heard, standingMarks, TYPING_MS } from './standing-marks';

const heard = (name: string, tab: string, state: Mark['state'], at: number): Heard => ({
  mark: { ticket_id: 't', person: { id: name, name, role: 'agent' }, tab, state },
  at,
});
const told = (list: Heard[], now: number) =>
  standingMarks(list, now).map(({ person, state }) => `${person.name} ${state}`);

it('is one mark a person, the one that says most of all his windows', () => {
  const windows = [
    heard('Bo', '1', 'open', 0),
    heard('Bo', '2', 'replying', 0),
    heard('Ada', '3', 'viewing', 0),
  ];
  expect(told(windows, 1)).toEqual(['Ada viewing', 'Bo replying']);
  expect(told([heard('Bo', '1', 'viewing', 0), heard('Bo', '2', 'gone', 0)], 1)).toEqual(['Bo viewing']);
});

it('writing lapses ten seconds after the last key, a window after forty without a word', () => {
  const writing = [heard('Bo', '1', 'noting', 0)];
  expect(told(writing, TYPING_MS - 1)).toEqual(['Bo noting']);
  expect(told(writing, TYPING_MS)).toEqual(['Bo viewing']);
  expect(told(writing, EXPIRY_MS - 1)).toEqual(['Bo viewing']);
  expect(told(writing, EXPIRY_MS)).toEqual([]);
});
