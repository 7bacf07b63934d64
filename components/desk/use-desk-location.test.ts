import { expect, test } from 'vitest';
import { deskHref, parseDeskAddress } from './use-desk-location';

test.each([
  ['/desk/all/1042?q=x&m=7', { view: 'all', search: null, number: 1042, message: '7' }],
  ['/desk/search?q=a%20b', { view: 'mine', search: 'a b', number: null, message: null }],
  ['/desk/search/7', { view: 'mine', search: '', number: 7, message: null }],
  ['/desk/nothing/01', { view: 'mine', search: null, number: null, message: null }],
])('%s', (address, location) => {
  expect(parseDeskAddress(address)).toEqual(location);
});

test.each<[string, number | null, Parameters<typeof deskHref>[2], string]>([
  ['/desk/all?sort=oldest', 7, {}, '/desk/all/7?sort=oldest'],
  ['/desk/all/7?sort=oldest&m=1', 8, {}, '/desk/all/8?sort=oldest'],
  ['/desk/all/7?sort=oldest', null, { view: 'mine' }, '/desk/mine'],
  ['/desk/all/7?sort=oldest', null, { view: 'all' }, '/desk/all?sort=oldest'],
  ['/desk/all?sort=oldest', 7, { search: 'a b', message: 'm1' }, '/desk/search/7?q=a+b&m=m1'],
  ['/desk/search/7?q=a&m=m1', 8, { message: 'm2' }, '/desk/search/8?q=a&m=m2'],
  ['/desk/search/7?q=a&m=m1', null, {}, '/desk/search?q=a'],
  ['/desk/search/7?q=a&m=m1', null, { view: 'mine' }, '/desk/mine'],
])('from %s to %j %j: %s', (here, number, target, href) => {
  expect(deskHref(here, number, target)).toBe(href);
});
