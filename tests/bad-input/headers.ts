import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import type { Line, Name } from './world';

/** B20, B21, B34, B35, B37, B39: headers, methods and paths. */
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = (more: object = {}) => {
  const now = Math.floor(Date.now() / 1000);
  const ids = { sub: '0198f000-0000-7000-8000-000000000000', sid: '0198f000-0000-7000-8000-000000000001' };
  return { ...ids, iss: 'switchboard', aud: 'switchboard-api', iat: now, exp: now + 600, ...more };
};
/** A token whose signature is made with `key`, as an attacker would guess it. */
function forged(header: object, payload: object, key = 'secret'): string {
  const head = `${base64(header)}.${base64(payload)}`;
  return `${head}.${createHmac('sha256', key).update(head).digest('base64url')}`;
}
const at = { alg: 'HS256', typ: 'at+jwt' };

const token = (id: string, what: string, authorization: string | string[], status = 401): Line => ({
  ...{ id, what, as: null, path: '/me/', headers: { authorization }, status, code: 'unauthenticated' },
});

const method = (verb: string, path: string, allow: string[] | null, more: Partial<Line> = {}): Line => ({
  ...{ id: 'B34', what: `${verb} ${path}`, method: verb, path, status: allow ? 405 : 404 },
  ...(allow ? { code: 'method_not_allowed' } : {}),
  check: ({ headers }) => {
    if (allow) expect(headers.allow?.split(', ').sort()).toEqual([...allow].sort());
  },
  ...more,
});

/** Each of these is what it is without the header: 401 for who is not signed in. */
const tricks: Record<string, string>[] = [
  { 'x-middleware-subrequest': Array(5).fill('src/middleware').join(':') },
  { 'x-middleware-subrequest': Array(5).fill('middleware').join(':') },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-invoke': '1', 'x-middleware-next': '1' },
  { 'x-nextjs-data': '1' },
  { 'next-action': 'x' },
  { rsc: '1', 'next-router-state-tree': '%5B%22%22%5D' },
  { 'x-original-url': '/api/openapi.json', 'x-rewrite-url': '/api/openapi.json' },
  { 'x-forwarded-user': 'root@example.test', 'x-forwarded-host': 'evil.example', 'x-user-id': '1' },
  { 'x-http-method-override': 'DELETE' },
];

const origin = (
  what: string,
  headers: Record<string, string>,
  status: number,
  as: Name | null = 'carla',
): Line => ({
  ...{ id: 'B39', what, as, path: '/tickets/', headers, json: { subject: 'x', description: 'y' }, status },
  ...(status === 403 ? { code: 'bad_origin' } : {}),
});

export const headers: Line[] = [
  ...[
    'Bearer %',
    'Bearer',
    'Bearer ',
    'Bearer a b',
    'Bearer a.b',
    'Bearer a.b.c',
    'Bearer ..',
    'Bearer null',
  ].map((value) => token('B20', value, value)),
  token('B20', 'Bearer\\t', 'Bearer\tx'),
  token('B20', 'another scheme', 'Basic cm9vdDpyb290'),
  token('B20', 'no scheme', 'x.y.z'),
  token('B20', '5 KB', `Bearer ${'a'.repeat(5_000)}.b.c`),
  {
    ...{ id: 'B20', what: 'bearer in small letters', as: null, path: '/me/', status: 401 },
    headers: { authorization: 'bearer x.y.z' },
  },

  token('B21', 'no algorithm', `Bearer ${base64({ alg: 'none', typ: 'at+jwt' })}.${base64(claims())}.`),
  token(
    'B21',
    'no algorithm, with a signature',
    `Bearer ${forged({ alg: 'none', typ: 'at+jwt' }, claims())}`,
  ),
  token('B21', 'a guessed key', `Bearer ${forged(at, claims())}`),
  token('B21', 'an empty key', `Bearer ${forged(at, claims(), '')}`),
  token('B21', 'the secret itself as the key', `Bearer ${forged(at, claims(), process.env.AUTH_SECRET)}`),
  token('B21', 'another algorithm', `Bearer ${forged({ alg: 'RS256', typ: 'at+jwt' }, claims())}`),
  token(
    'B21',
    'an address of a key',
    `Bearer ${forged({ ...at, jku: 'https://evil.example', kid: '../../x' }, claims())}`,
  ),
  token('B21', 'exp as a text', `Bearer ${forged(at, claims({ exp: '9999999999' }))}`),
  token('B21', 'exp in the year 10^12', `Bearer ${forged(at, claims({ exp: 1e20 }))}`),
  token('B21', 'a header that is no JSON', `Bearer ${Buffer.from('{').toString('base64url')}.x.y`),
  {
    ...{ id: 'B21', what: 'a refresh token as access token', as: null, path: '/auth/token/refresh/' },
    json: ({ people }: { people: Record<Name, { access: string }> }) => ({ refresh: people.dora.access }),
    status: 401,
  },

  method('PUT', '/tickets/', ['GET', 'POST']),
  method('DELETE', '/tickets/', ['GET', 'POST']),
  method('PATCH', '/tickets/', ['GET', 'POST'], { json: {} }),
  method('OPTIONS', '/tickets/', ['GET', 'POST'], { as: null, headers: { origin: 'https://evil.example' } }),
  method('POST', '/tickets/1001/', ['GET', 'PATCH', 'DELETE'], { json: {} }),
  method('GET', '/tickets/1001/assign/', ['POST']),
  method('GET', '/auth/token/', ['POST'], { as: null }),
  method('DELETE', '/me/', ['GET', 'PATCH']),
  method('PUT', '/nothing/', null, { raw: 'x' }),
  {
    ...{
      id: 'B34',
      what: 'the override of a method changes nothing',
      method: 'GET',
      path: '/me/',
      status: 200,
    },
    headers: { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE', 'x-http-method': 'DELETE' },
  },
  {
    ...{ id: 'B34', what: 'HEAD answers as GET, without a body', method: 'HEAD', path: '/me/', status: 200 },
    check: ({ text }) => expect(text).toBe(''),
  },

  ...[
    '//tickets',
    '/tickets//',
    '/TICKETS/',
    '/tickets;jsessionid=1/',
    '/tickets/..;/users/',
    '/.env',
    '/../.env',
    '/../desk',
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/tickets%2f1001',
    '/auth/admin/',
    '/auth/%73ignin/',
    '/auth/sessions/',
  ].map((path): Line => ({ id: 'B35', what: path, path, status: [400, 404, 422], as: 'carla' })),
  ...[
    '/tickets/../users/',
    '/tickets/%2e%2e/users/',
    '/tickets/./../users/',
    '/auth/signin/../../users/',
  ].map((path): Line => ({ id: 'B35', what: `${path} is /users/`, path, status: 403, code: 'forbidden' })),
  ...['/auth/session/../../users/', '/docs/../users/', '/openapi.json/../users/'].map(
    (path): Line => ({ id: 'B35', what: `${path} for nobody`, path, status: 401, as: null }),
  ),
  // S1's door of that name: to the page for signing in, and nowhere else
  ...['/auth', '/auth/'].map(
    (path): Line => ({ id: 'B35', what: `${path} leads to /sign-in`, path, status: 302, as: 'carla' }),
  ),
  ...['/tickets', '/tickets/', '/me', '/me/'].map(
    (path): Line => ({ id: 'B35', what: `${path}, with and without the slash`, path, status: 200 }),
  ),

  ...tricks.map(
    (given): Line => ({
      ...{ id: 'B37', what: JSON.stringify(given), as: null, path: '/tickets/', headers: given, status: 401 },
    }),
  ),
  ...tricks.map(
    (given): Line => ({
      ...{
        id: 'B37',
        what: `${JSON.stringify(given)}, as a customer`,
        path: '/users/',
        headers: given,
        status: 403,
      },
    }),
  ),

  origin('another site', { origin: 'https://evil.example' }, 403),
  origin('null', { origin: 'null' }, 403),
  origin('our name on another port', { origin: 'http://localhost:1' }, 403),
  origin('our name inside another one', { origin: 'http://localhost.evil.example' }, 403),
  origin('another site, nobody signed in', { origin: 'https://evil.example' }, 403, null),
  origin('a program: no origin at all', {}, 201),
  {
    ...{ id: 'B39', what: 'reading from another site gives no leave', path: '/me/', status: 200 },
    headers: { origin: 'https://evil.example' },
  },
];
