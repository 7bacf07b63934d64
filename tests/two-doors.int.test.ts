import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_FILE } from '@/lib/rules/file-limits';
import { freePort } from '@/scripts/lib/embedded-postgres.mjs';
import { startScript, startWeb, type TestProcess, type WebProcess } from '@/tests/processes';
import { type Answered, type Asked, ask, expectDecent } from './bad-input/ask';
import { testEnvironment } from './environment';
import { type ApiClient, addActor, apiClient, fileTicket } from './factories';

/**
 * One API, two doors (docs/decisions): through our server, and under Next alone (`next start`), where
 * `app/api/[...path]/route.ts`, `app/api/auth/[...nextauth]/route.ts` and `app/auth/[[...path]]/route.ts` mount the same
 * app. The same requests get the same answers.
 *
 * Not compared, because it is decided before our code is asked:
 * - a path with a broken escape (`%zz`, `%ff`): Next answers 500 in plain text;
 * - `//` in a path, TRACE, and what is no HTTP at all: the two servers have rules of their own;
 * - the limits per address: under Next alone there is no socket to ask, all strangers are one.
 */
let ours: WebProcess;
let next: TestProcess;
let nextPort = 0;
let carla: ApiClient;
let ada: ApiClient;
let number = 0;
let foreign = 0;

beforeAll(async () => {
  ours = await startWeb(testEnvironment());
  nextPort = await freePort();
  next = startScript(
    'node_modules/next/dist/bin/next',
    testEnvironment({ NODE_ENV: 'production', APP_URL: ours.url, PORT: String(nextPort) }),
    ['start', '--hostname', '127.0.0.1', '--port', String(nextPort)],
  );
  carla = await apiClient(ours.url, await addActor('customer', { name: 'Carla' }));
  ada = await apiClient(ours.url, await addActor('agent', { name: 'Ada' }));
  number = (await fileTicket(carla.actor)).number;
  foreign = (await fileTicket(await addActor('customer'))).number;
  for (const until = Date.now() + 40_000; ; ) {
    const answer = await ask(nextPort, { path: '/api/openapi.json' }).catch(() => null);
    if (answer?.status === 200) break;
    if (!next.alive || Date.now() > until) throw new Error(`next start did not answer:\n${next.logs()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
});
afterAll(async () => {
  await Promise.all([ours?.stop(), next?.stop()]);
});

type Who = 'carla' | 'ada' | null;
const json = { 'content-type': 'application/json' };
const lines: [string, Who, () => Asked, number][] = [
  ['the document', null, () => ({ path: '/api/openapi.json' }), 200],
  ['the page of the API', null, () => ({ path: '/api/docs' }), 200],
  ['a file of that page', null, () => ({ path: '/api/docs/start.js' }), 200],
  ['nobody', null, () => ({ path: '/api/me/' }), 401],
  ['a bad token', null, () => ({ path: '/api/me/', headers: { authorization: 'Bearer %' } }), 401],
  ['me', 'carla', () => ({ path: '/api/me/' }), 200],
  ['me without the slash', 'carla', () => ({ path: '/api/me' }), 200],
  ['HEAD', 'carla', () => ({ method: 'HEAD', path: '/api/me/' }), 200],
  ['a list', 'carla', () => ({ path: '/api/tickets/?sort=oldest&limit=1' }), 200],
  ['a ticket', 'carla', () => ({ path: `/api/tickets/${number}/` }), 200],
  ['its events', 'ada', () => ({ path: `/api/tickets/${number}/events/?since=0` }), 200],
  ['its context', 'ada', () => ({ path: `/api/tickets/${number}/context/` }), 200],
  ['views', 'ada', () => ({ path: '/api/views/' }), 200],
  ['another one’s ticket', 'carla', () => ({ path: `/api/tickets/${foreign}/` }), 404],
  ['a ticket that is none', 'carla', () => ({ path: '/api/tickets/abc/' }), 422],
  ['NUL in an id', 'carla', () => ({ path: '/api/tickets/%00/' }), 422],
  ['for staff', 'carla', () => ({ path: '/api/users/' }), 403],
  ['nothing there', 'carla', () => ({ path: '/api/nothing/' }), 404],
  ['a bad query', 'carla', () => ({ path: '/api/tickets/?limit=0&sort=password' }), 422],
  ['an unknown query', 'carla', () => ({ path: '/api/me/?role=admin' }), 422],
  ['NUL in a query', 'ada', () => ({ path: '/api/tickets/?q=%00' }), 422],
  ['OPTIONS', null, () => ({ method: 'OPTIONS', path: '/api/tickets/' }), 405],
  ['PUT', 'carla', () => ({ method: 'PUT', path: '/api/tickets/', headers: json, body: '{}' }), 405],
  ['DELETE without a body', 'carla', () => ({ method: 'DELETE', path: '/api/me/' }), 405],
  ['DELETE, refused', 'carla', () => ({ method: 'DELETE', path: `/api/tickets/${number}/` }), 403],
  ['cut JSON', 'carla', () => ({ method: 'POST', path: '/api/tickets/', headers: json, body: '{"a' }), 400],
  ['an empty body', 'carla', () => ({ method: 'POST', path: '/api/tickets/', headers: json, body: '' }), 400],
  ['no body, no type', 'carla', () => ({ method: 'POST', path: '/api/tickets/' }), 415],
  [
    'text',
    'carla',
    () => ({ method: 'POST', path: '/api/tickets/', headers: { 'content-type': 'text/plain' }, body: '{}' }),
    415,
  ],
  [
    'bytes that are no UTF-8',
    'carla',
    () => ({ method: 'POST', path: '/api/tickets/', headers: json, body: Buffer.from([0x22, 0xff, 0x22]) }),
    400,
  ],
  [
    'deep nesting',
    'carla',
    () => ({ method: 'POST', path: '/api/tickets/', headers: json, body: '['.repeat(100_000) }),
    400,
  ],
  [
    'NUL in a text',
    'carla',
    () => ({
      method: 'POST',
      path: '/api/tickets/',
      headers: json,
      body: '{"subject":"a\\u0000","description":"x"}',
    }),
    422,
  ],
  [
    '__proto__',
    'carla',
    () => ({
      method: 'POST',
      path: '/api/tickets/',
      headers: json,
      body: '{"subject":"a","description":"x","__proto__":{}}',
    }),
    422,
  ],
  [
    '2 MB',
    'carla',
    () => ({ method: 'POST', path: '/api/tickets/', headers: json, body: 'x'.repeat(2 ** 21) }),
    413,
  ],
  [
    '2 MB in chunks',
    'carla',
    () => ({
      method: 'POST',
      path: '/api/tickets/',
      headers: json,
      body: Array<Buffer>(32).fill(Buffer.alloc(2 ** 16, 'x')),
    }),
    413,
  ],
  [
    'a small body in chunks',
    'carla',
    () => ({
      method: 'POST',
      path: '/api/tickets/',
      headers: json,
      body: [Buffer.from('{"subject"'), Buffer.from(':"x"}')],
    }),
    422,
  ],
  [
    'another site',
    'carla',
    () => ({
      method: 'POST',
      path: '/api/tickets/',
      headers: { ...json, origin: 'https://evil.example' },
      body: '{}',
    }),
    403,
  ],
  [
    'a bad key',
    'carla',
    () => ({
      method: 'POST',
      path: '/api/tickets/',
      headers: { ...json, 'idempotency-key': 'a b' },
      body: '{"subject":"a","description":"b"}',
    }),
    422,
  ],
  [
    'a transition that is none',
    'ada',
    () => ({
      method: 'POST',
      path: `/api/tickets/${number}/set-status/`,
      headers: json,
      body: '{"status":"RESOLVED"}',
    }),
    409,
  ],
  // below /api/auth/: what is the API's …
  [
    'a code, badly asked',
    null,
    () => ({ method: 'POST', path: '/api/auth/request-otp/', headers: json, body: '{"email":"a@b"}' }),
    422,
  ],
  [
    'a wrong code',
    null,
    () => ({
      method: 'POST',
      path: '/api/auth/verify-otp/',
      headers: json,
      body: '{"email":"a@b.com","otp":"000000"}',
    }),
    401,
  ],
  [
    'registering with nothing',
    null,
    () => ({ method: 'POST', path: '/api/auth/register/', headers: json, body: '{}' }),
    422,
  ],
  [
    'a wrong password',
    null,
    () => ({
      method: 'POST',
      path: '/api/auth/token/',
      headers: json,
      body: '{"email":"a@b.com","password":"x"}',
    }),
    401,
  ],
  [
    'a bad refresh token',
    null,
    () => ({ method: 'POST', path: '/api/auth/token/refresh/', headers: json, body: '{"refresh":"x"}' }),
    401,
  ],
  [
    'Google, not set up',
    null,
    () => ({ method: 'POST', path: '/api/auth/google/', headers: json, body: '{"credential":"x"}' }),
    404,
  ],
  // … by other names too …
  ['where one signs in', null, () => ({ path: '/auth/' }), 302],
  [
    'a token without /api',
    null,
    () => ({ method: 'POST', path: '/auth/token', headers: json, body: '{}' }),
    422,
  ],
  [
    'no door without /api',
    null,
    () => ({ method: 'POST', path: '/auth/register/', headers: json, body: '{}' }),
    404,
  ],
  ['GET of a token', null, () => ({ path: '/api/auth/token/' }), 405],
  ['no such door', null, () => ({ path: '/api/auth/sessions/' }), 404],
  // … and what is next-auth's
  ['no session', null, () => ({ path: '/api/auth/session' }), 200],
  ['providers', null, () => ({ path: '/api/auth/providers' }), 200],
  ['signing in by GET', null, () => ({ path: '/api/auth/signin' }), 302],
  ['an error', null, () => ({ path: '/api/auth/error?error=AccessDenied' }), 302],
  [
    'credentials without the csrf token',
    null,
    () => ({
      method: 'POST',
      path: '/api/auth/callback/credentials',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'email=a',
    }),
    302,
  ],
  ['credentials by GET', null, () => ({ path: '/api/auth/callback/credentials' }), 400],
];

/** What must be alike; ids of requests and their times are not. */
function essence(answer: Answered): object {
  const { status, headers, text } = answer;
  const names = [
    'content-type',
    'allow',
    'cache-control',
    'location',
    'retry-after',
    'x-content-type-options',
  ];
  return {
    status,
    headers: Object.fromEntries(names.map((name) => [name, headers[name]])),
    cookies: (headers['set-cookie'] ?? []).map((cookie) => cookie.replace(/=[^;]*/, '=')),
    text: text.replace(/"requestId":"[^"]*"/, '"requestId":""'),
  };
}

test.each(lines)('%s (%s)', async (_what, who, given, status) => {
  const asked = given();
  const token = who && { carla, ada }[who].token;
  const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...asked.headers };
  const answers = [];
  for (const port of [ours.port, nextPort]) {
    const answer = await ask(port, { ...asked, headers });
    if (!/^\/api\/auth\/(session|providers|signin|error|callback)/.test(asked.path)) expectDecent(answer);
    answers.push(answer);
  }
  expect(answers[0]!.status, answers[0]!.text.slice(0, 300)).toBe(status);
  expect(essence(answers[1]!)).toEqual(essence(answers[0]!));
});

describe('what one door writes, the other one reads', () => {
  const post = (port: number, path: string, body: object, key: string) =>
    ask(port, {
      ...{ method: 'POST', path: `/api${path}`, body: JSON.stringify(body) },
      headers: { ...json, authorization: `Bearer ${carla.token}`, 'idempotency-key': key },
    });

  test('a ticket filed at one is the same repeat at the other', async () => {
    const body = { subject: 'Through Next', description: 'Hello' };
    const filed = await post(nextPort, '/tickets/', body, 'doors');
    const again = await post(ours.port, '/tickets/', body, 'doors');
    expect([filed.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(filed.body);
  });

  test('a file of 10 MB goes in at one and comes out at the other, byte for byte', async () => {
    const bytes = randomBytes(MAX_FILE);
    const authorization = `Bearer ${carla.token}`;
    const doors = [nextPort, ours.port];
    for (const [into, outOf] of [doors, doors.toReversed()] as [number, number][]) {
      const form = new FormData();
      form.set('file', new File([Uint8Array.from(bytes)], 'big.bin'));
      const url = (port: number) => `http://127.0.0.1:${port}/api/attachments/`;
      const sent = await fetch(url(into), { method: 'POST', body: form, headers: { authorization } });
      expect(sent.status).toBe(201);
      const { id } = (await sent.json()) as { id: string };
      const got = await fetch(`${url(outOf)}${id}/`, { headers: { authorization } });
      expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true);
    }
  });

  test('HTML is cleaned behind both', async () => {
    const headers = { ...json, authorization: `Bearer ${ada.token}` };
    const path = `/api/tickets/${number}/messages/`;
    const body = JSON.stringify({ html: '<b onclick="x">Hello</b><script>x</script>', is_internal: true });
    for (const port of [nextPort, ours.port]) {
      const answer = await ask(port, { method: 'POST', path, headers, body });
      expect(answer.body, answer.text).toMatchObject({ format: 'html', html: '<b>Hello</b>', body: 'Hello' });
    }
  });

  test('a reply is there at once', async () => {
    const reply = await post(ours.port, `/tickets/${number}/messages/`, { body: 'One more thing' }, 'reply');
    expect(reply.status).toBe(201);
    const { body } = await ask(nextPort, {
      path: `/api/tickets/${number}/`,
      headers: { authorization: `Bearer ${carla.token}` },
    });
    expect(body.messages).toContainEqual(expect.objectContaining({ body: 'One more thing' }));
  });
});

test('neither of the two was surprised', () => {
  for (const logs of [ours.logs(), next.logs()])
    expect(logs).not.toMatch(/unexpected error|unhandled|uncaught/i);
});
