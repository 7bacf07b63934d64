import { expect, test } from 'vitest';
import type { TicketDto } from '@/lib/schemas/ticket';
import { groupRows, type ListItem } from './group-rows';
import { holdList } from './hold-list';

const ticket = (number: number, status: TicketDto['status']) =>
  ({ id: `id-${number}`, number, status }) as TicketDto;
const shape = (items: readonly ListItem[]) =>
  items
    .map((item) => (item.kind === 'row' ? item.index : `${item.key}:${item.size}${item.isLast ? '+' : ''}`))
    .join(' ');
const first = [ticket(1, 'OPEN'), ticket(2, 'OPEN'), ticket(3, 'RESOLVED')];

test('a heading stands where another group begins; the last one may go on', () => {
  const { rows } = holdList([], first, false, null);
  expect(shape(groupRows(rows, 'status'))).toBe('OPEN:2 0 1 RESOLVED:1+ 2');
  expect(shape(groupRows(rows, null))).toBe('0 1 2');
});

test('further pages add below and move nothing', () => {
  const { rows } = holdList([], [...first, ticket(4, 'RESOLVED'), ticket(5, 'CLOSED')], false, null);
  expect(shape(groupRows(rows, 'status'))).toBe('OPEN:2 0 1 RESOLVED:2 2 3 CLOSED:1+ 4');
});

test('a row that becomes another group’s keeps its place while the list is held', () => {
  const { rows } = holdList([], first, false, null);
  const held = holdList(rows, [ticket(1, 'OPEN'), ticket(3, 'RESOLVED'), ticket(2, 'RESOLVED')], true, null);
  expect(held.rows[1]!.ticket.status).toBe('RESOLVED');
  expect(shape(groupRows(held.rows, 'status'))).toBe('OPEN:2 0 1 RESOLVED:1+ 2');
});
