import { describe, expect, it } from 'vitest';
import type { TicketDto } from '@/lib/schemas/ticket';
import { isNear, type ListPage, pagesOf, rowsOf } from './list-pages';

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

describe('pagesOf', () => {
  const pages = [page('ab'), page('cd'), page('ef')];
  it.each([
    [['c', 'f'], { from: 1, to: 2 }],
    [['a'], { from: 0, to: 0 }],
    [['x'], null],
    [[], null],
  ])('%j', (shown, expected) => {
    expect(pagesOf(pages, shown)).toEqual(expected);
  });
});

describe('isNear', () => {
  it('is a page on the screen or beside it, and every page of a list that says nothing of a screen', () => {
    expect([0, 1, 2, 3, 4, 5].filter((at) => isNear({ from: 2, to: 3 }, at))).toEqual([1, 2, 3, 4]);
    expect(isNear(null, 99)).toBe(true);
  });
});
