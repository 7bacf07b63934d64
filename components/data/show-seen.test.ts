import { expect, test } from 'vitest';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { showSeen } from './show-seen';

const said = (id: string, role: string, more: object = {}) => ({
  ...{ id, author: { role }, is_internal: false, delivery: null },
  ...more,
});
const detail = {
  messages: [
    said('1', 'customer'),
    said('2', 'agent'),
    said('3', 'agent', { is_internal: true }),
    said('4', 'admin', { delivery: { state: 'bounced', detail: null } }),
    said('5', 'agent'),
    said('6', 'agent'),
  ],
} as unknown as TicketDetailDto;
const states = (upTo: string) =>
  showSeen(detail, upTo).messages.map(({ delivery }) => delivery?.state ?? null);

test('what the team said up to there is read, but for notes and what came back', () => {
  expect(states('5')).toEqual([null, 'read', null, 'bounced', 'read', null]);
});

test('a message that is not on the screen changes nothing', () => {
  expect(states('0')).toEqual([null, null, null, 'bounced', null, null]);
});
