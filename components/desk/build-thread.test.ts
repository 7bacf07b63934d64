import { expect, test } from 'vitest';
import type { EventDto } from '@/lib/schemas/event';
import type { MessageDto } from '@/lib/schemas/message';
import { buildThread, firstUnseen } from './build-thread';

const at = (minute: number) => `2026-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
const message = (minute: number) => ({ id: `m${minute}`, created_at: at(minute) }) as MessageDto;
const event = (seq: number, minute: number, type = 'status.changed') =>
  ({ seq, type, created_at: at(minute), data: {} }) as EventDto;
const shape = (items: ReturnType<typeof buildThread>) =>
  items.map((item) => (item.kind === 'events' ? item.events.map((one) => one.seq).join('+') : item.key));

test('events stand between the messages, successive ones folded', () => {
  const events = [event(2, 2), event(3, 3), event(5, 6)];
  expect(shape(buildThread([message(1), message(5)], events, false))).toEqual(['m1', '2+3', 'm5', '5']);
});

test('messages and remarks of routing are not told twice', () => {
  const events = [
    event(1, 1, 'ticket.created'),
    event(2, 2, 'message.created'),
    event(3, 3, 'routing.changed'),
  ];
  expect(shape(buildThread([message(1)], events, false))).toEqual(['m1']);
});

test('who answered without being on the ticket is told of, and machines’ mails', () => {
  const events = [event(2, 2, 'ticket.answered_apart'), event(3, 3, 'auto_reply.received')];
  expect(shape(buildThread([message(1)], events, false))).toEqual(['m1', '2+3']);
});

test('events older than the loaded messages wait for them', () => {
  expect(shape(buildThread([message(5)], [event(2, 2), event(3, 7)], true))).toEqual(['m5', '3']);
  expect(shape(buildThread([message(5)], [event(2, 2), event(3, 7)], false))).toEqual(['2', 'm5', '3']);
});

test('the status that assigning brings is not told a second time', () => {
  const given = event(2, 2, 'assignment.changed');
  const status = { ...event(3, 2), data: { to: 'ASSIGNED' } };
  const started = { ...event(4, 3), data: { to: 'IN_PROGRESS' } };
  expect(shape(buildThread([message(1)], [given, status, started], false))).toEqual(['m1', '2+4']);
});

test('a line stands before what others wrote since the reader last looked', () => {
  const by = (minute: number, id: string) => ({ ...message(minute), author: { id } }) as MessageDto;
  const messages = [by(1, 'bo'), by(2, 'me'), by(3, 'bo')];
  expect(firstUnseen(messages, 'm1', 'me')).toBe('m3');
  expect(firstUnseen(messages, 'm3', 'me')).toBeNull();
  expect(firstUnseen(messages, null, 'me')).toBeNull();
  expect(shape(buildThread(messages, [], false, 'm3'))).toEqual(['m1', 'm2', 'news', 'm3']);
});
