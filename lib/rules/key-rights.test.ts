import { expect, it } from 'vitest';
import { keyMay } from './key-rights';
import { routeAccess } from './route-access';

it('a key for reading changes nothing, on any route', () => {
  const changing = Object.keys(routeAccess).filter((route) => !route.startsWith('GET '));
  expect(changing.length).toBeGreaterThan(20);
  for (const route of changing) expect(keyMay('read', route, {}), route).toBe(false);
  expect(keyMay('read', 'GET /tickets', undefined)).toBe(true);
});

it.each([
  ['POST /tickets', {}, true],
  ['PATCH /users/{id}', { languages: ['de'] }, true],
  ['PATCH /users/{id}', { email: 'x@y.test' }, false],
  ['PATCH /users/{id}', { role: 'admin' }, false],
  ['POST /users', { email: 'x@y.test', role: 'agent' }, true],
  ['POST /users', { email: 'x@y.test', role: 'agent', password: 'secret secret' }, false],
  ['POST /users', { email: 'x@y.test', role: 'admin' }, false],
  ['POST /keys', {}, false],
  ['POST /v1/agents', {}, false],
  ['GET /keys', undefined, false],
  ['POST /me/password', {}, false],
  ['DELETE /me/sessions/{id}', undefined, false],
])('a full key: %s %j: %s', (route, body, expected) => {
  expect(route in routeAccess).toBe(true);
  expect(keyMay('full', route, body)).toBe(expected);
});
