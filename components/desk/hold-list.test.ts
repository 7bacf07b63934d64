import { describe, expect, test } from 'vitest';
import type { TicketDto } from '@/lib/schemas/ticket';
import { dropGone, holdList } from './hold-list';

const ticket = (number: number, subject = `Ticket ${number}`) =>
  ({ id: `id-${number}`, number, subject }) as TicketDto;
const tickets = (...numbers: number[]) => numbers.map((number) => ticket(number));
const start = (...numbers: number[]) => holdList([], tickets(...numbers), true, null).rows;
const shape = (rows: readonly { ticket: TicketDto; gone: boolean }[]) =>
  rows.map((row) => `${row.ticket.number}${row.gone ? '-' : ''}`).join(' ');

describe('holdList', () => {
  test('free: follows the server at once', () => {
    const { rows, pending } = holdList(start(1, 2, 3), tickets(9, 3, 1), false, null);
    expect([shape(rows), pending]).toEqual(['9 3 1', 0]);
  });

  test('free: the open ticket stays in its place, marked', () => {
    expect(shape(holdList(start(1, 2, 3), tickets(9, 1, 3), false, 2).rows)).toBe('9 2- 1 3');
    expect(shape(holdList(start(1, 2), [], false, 2).rows)).toBe('2-');
  });

  test('held: nothing moves, newcomers are counted, leavers are marked', () => {
    const { rows, pending } = holdList(start(1, 2, 3), tickets(8, 9, 3, 1), true, null);
    expect([shape(rows), pending]).toEqual(['1 2- 3', 2]);
  });

  test('held: texts of kept rows are fresh', () => {
    const { rows } = holdList(start(1, 2), [ticket(1, 'Changed'), ticket(2)], true, null);
    expect(rows[0]?.ticket.subject).toBe('Changed');
  });

  test('held: the next page comes in at the end and is not "new"', () => {
    const { rows, pending } = holdList(start(1, 2), tickets(9, 1, 2, 3, 4), true, null);
    expect([shape(rows), pending]).toEqual(['1 2 3 4', 1]);
  });

  test('held: a wholly different answer is announced, not mixed in', () => {
    const { rows, pending } = holdList(start(1, 2), tickets(7, 8), true, null);
    expect([shape(rows), pending]).toEqual(['1- 2-', 2]);
  });

  test('a row that came back is whole again', () => {
    const left = holdList(start(1, 2), tickets(2), true, null).rows;
    expect(shape(holdList(left, tickets(1, 2), true, null).rows)).toBe('1 2');
  });
});

test('dropGone keeps the open one', () => {
  const { rows } = holdList(start(1, 2, 3), tickets(3), true, null);
  expect(shape(dropGone(rows, 2))).toBe('2- 3');
});
