import { expect, test } from 'vitest';
import { isNextAuthPath } from './next-auth-path';

const table: [string, boolean][] = [
  ...['signin', 'signout', 'session', 'csrf', 'providers', 'callback', 'error', 'verify-request', '_log'].map(
    (action): [string, boolean] => [`/api/auth/${action}`, true],
  ),
  ['/api/auth/callback/google', true],
  ['/api/auth/signin/google/', true],
  ['/api/auth/request-otp/', false],
  ['/api/auth/verify-otp', false],
  ['/api/auth/token/refresh/', false],
  ['/api/auth/google', false],
  ['/api/auth/', false],
  ['/api/auth', false],
  ['/api/auth/sessions', false],
  ['/api/auth/Session', false],
  ['/api//auth/session', false],
  ['//api/auth/session', false],
  ['/x/api/auth/session', false],
  ['/api/me/', false],
];

test.each(table)('%s belongs to next-auth: %s', (path, expected) => {
  expect(isNextAuthPath(path)).toBe(expected);
});
