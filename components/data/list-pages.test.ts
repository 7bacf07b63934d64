import { describe, expect, it } from 'vitest';
import type { TicketDto } from '@/lib/schemas/ticket';
import { isNear, type ListPage, pagesWith, rowsOf } from './list-pages';

const row = (id: string, subject = id) => ({ id, subject }) as TicketDto;
const page = (ids: string, isOld?: boolean): ListPage => ({
  results: [...ids].map((id) => row(id)),
  next: null,
  ...(isOld && { isOld }),
});
const ids = (pages: ListPage[]) =>
  rowsOf(pages)
    .map(({ id }) => id)
    .join('');

describe('rowsOf', () => {
  it.each([
    ['pages in their order', [page('ab'), page('cd')], 'abcd'],
    ['a ticket that moved to a later page while they were read', [page('ab'), page('bc')], 'abc'],
    ['a ticket whose place is newer further down', [page('ab', true), page('ca')], 'bca'],
    ['a ticket that left an old page for a new one above', [page('ca'), page('ab', true)], 'cab'],
    ['a ticket in two old pages', [page('ab', true), page('bc', true)], 'abc'],
  ])('%s', (_, pages, expected) => {
    expect(ids(pages)).toBe(expected);
  });
});

describe('pagesWith', () => {
  const pages = [page('ab'), page('cd'), page('ef')];
  it.each([
    [
      ['a', 'f'],
      [0, 2],
    ],
    [['a', 'b'], [0]],
    [['x'], null],
    [[], null],
  ])('%j', (shown, expected) => {
    expect(pagesWith(pages, shown)).toEqual(expected && new Set(expected));
  });
});

describe('isNear', () => {
  it('is a page on the screen or beside it, and every page of a list that says nothing of a screen', () => {
    expect([0, 1, 2, 3, 4, 5].filter((at) => isNear(new Set([0, 3]), at))).toEqual([0, 1, 2, 3, 4]);
    expect(isNear(null, 99)).toBe(true);
  });
});
