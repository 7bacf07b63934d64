import { expect, test } from 'vitest';
import { ownAddress } from './own-address';

const home = 'http://localhost:3000/';

test.each([
  ['/desk', 'http://localhost:3000/desk'],
  ['/requests/12?x=1', 'http://localhost:3000/requests/12?x=1'],
  ['http://localhost:3000/desk', 'http://localhost:3000/desk'],
  ['', home],
  ['//evil.example', home],
  ['///evil.example', home],
  ['https:evil.example', home],
  ['http:evil.example', home],
  ['/\\evil.example', home],
  ['\\\\evil.example', home],
  ['/\t/evil.example', home],
  ['javascript:alert(1)', home],
  [' javascript:alert(1)', home],
  ['data:text/html,x', home],
  ['http://localhost:3000@evil.example/', home],
  ['http://good.com@evil', home],
  ['http://localhost:3000.evil.example/', home],
  ['https://localhost:3000/desk', home],
  ['desk', home],
])('%j leads to %s', (given, expected) => {
  expect(ownAddress(given, 'http://localhost:3000/api/auth')).toBe(expected);
});
