import { expect, test } from 'vitest';
import type { Status } from '../schemas/values';
import { earlierConversation } from './earlier-conversation';

const now = new Date('2026-11-21T12:00:00Z');
const made = {
  number: 9,
  status: 'OPEN',
  topic: null,
  created_at: '2026-11-21',
  updated_at: '2026-11-21',
} as const;
const earlier = {
  ...{
    number: 4,
    status: 'RESOLVED' as Status,
    topic: 'loans',
    created_at: '2026-11-01',
    updated_at: '2026-11-18',
  },
};

interface Facts {
  status?: Status;
  topic?: string;
  created_at?: string;
  updated_at?: string;
}
test.each<[string, Facts, Facts, number | null]>([
  ['a recent solved one', {}, {}, 4],
  ['of the same topic', {}, { topic: 'loans' }, 4],
  ['none of another topic', {}, { topic: 'cards' }, null],
  ['none that is closed', { status: 'CLOSED' }, {}, null],
  ['none from long ago', { updated_at: '2026-10-01' }, {}, null],
  ['none that came later', { created_at: '2026-11-22' }, {}, null],
  ['nothing for a ticket that is solved itself', {}, { status: 'RESOLVED' }, null],
])('%s', (_what, was, is, number) => {
  expect(earlierConversation({ ...made, ...is }, [{ ...earlier, ...was }], now)?.number ?? null).toBe(number);
});
