import { readdirSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@/lib/clock';
import { sql } from '@/lib/db/transaction';
import { problemDto } from '@/lib/schemas/problem';
import { PASSWORD } from '@/tests/identity';
import { type Answered, type Asked, ask, expectDecent, sendBytes } from './ask';
import { makeWorld, type World } from './world';

/** What a browser sends or is made to send, what is no HTTP at all, and who is slow (spec/reliability.md §4, §2a). */
let world: World;
let slow: ReturnType<typeof startSlow>;
let cookie = '';
beforeAll(async () => {
  world = await makeWorld();
  slow = startSlow(world.web.port);
  cookie = await signIn('carla@example.test');
});
afterAll(async () => {
  for (const { socket } of [...(slow?.headers ?? []), ...(slow?.bodies ?? []), ...(slow?.deaf ?? [])])
    socket.destroy();
  await world?.web.stop();
});

const send = (asked: Asked): Promise<Answered> => ask(world.web.port, asked);
const own = () => `http://localhost:${world.web.port}`;
const cookiesOf = ({ headers }: Answered) =>
  (headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]!);

const keyOf = (id: string) => `w_${id.replaceAll('-', '').slice(-22)}`;

/** Signs in as the page does; answers with the cookie. */
async function signIn(email: string, callbackUrl = '/'): Promise<string> {
  const csrf = await send({ path: '/api/auth/csrf' });
  const form = new URLSearchParams({
    csrfToken: String(csrf.body.csrfToken),
    email,
    password: PASSWORD,
    callbackUrl,
  });
  const answer = await send({
    ...{ method: 'POST', path: '/api/auth/callback/credentials', body: form.toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookiesOf(csrf).join('; ') },
  });
  const session = (answer.headers['set-cookie'] ?? []).find((line) => /session-token=[^;]/.test(line)) ?? '';
  expect(session, JSON.stringify([answer.status, answer.headers, csrf.headers])).toMatch(/HttpOnly/i);
  expect(session).toMatch(/SameSite=Lax/i);
  return session.split(';', 1)[0]!;
}

describe('C15 with the cookie, from somewhere else', () => {
  const filing = (headers: Record<string, string>): Promise<Answered> =>
    send({
      ...{ method: 'POST', path: '/api/tickets/', body: '{"subject":"x","description":"y"}' },
      headers: { cookie, 'content-type': 'application/json', ...headers },
    });
  test.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example' }],
    [
      'another site that says it is the same',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['a sandboxed frame', { origin: 'null' }],
    ['nothing that says where from', {}],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['another site, without its name', { 'sec-fetch-site': 'cross-site' }],
    ['https of ours', { origin: 'https://localhost' }],
  ])('%s is refused', async (_name, headers) => {
    const answer = await filing(headers);
    expectDecent(answer);
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'bad_origin' } } });
  });

  test('a form of another site is refused, whatever type it gives', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      expect((await filing({ origin: 'https://evil.example', 'content-type': type })).status).toBe(403);
      expect((await filing({ origin: own(), 'content-type': type })).status).toBe(415);
    }
  });

  test('our own page is let in, under both names of this machine', async () => {
    expect((await filing({ origin: own() })).status).toBe(201);
    expect((await filing({ origin: `http://127.0.0.1:${world.web.port}` })).status).toBe(201);
    expect((await filing({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  });

  test('reading gives no other site any leave', async () => {
    const answer = await send({ path: '/api/me/', headers: { cookie, origin: 'https://evil.example' } });
    expectDecent(answer);
    expect(answer.status).toBe(200);
    const before = await send({
      method: 'OPTIONS',
      path: '/api/me/',
      headers: { origin: 'https://evil.example' },
    });
    expectDecent(before);
    expect(before.status).toBe(405);
  });
});

describe('cookies that do not hold', () => {
  test.each([
    'next-auth.session-token=x',
    'next-auth.session-token=',
    'next-auth.session-token.0=a; next-auth.session-token.1=b',
    'next-auth.session-token.9=a',
    '__Host-next-auth.session-token=x',
    '=; ;;=x; a',
    `next-auth.session-token=${'x'.repeat(8_000)}`,
    'next-auth.session-token=eyJhbGciOiJub25lIn0.e30.',
    'next-auth.session-token=%zz%00',
  ])('%s is nobody', async (given) => {
    const answer = await send({ path: '/api/me/', headers: { cookie: given } });
    expectDecent(answer);
    expect(answer.status).toBe(401);
    const page = await send({ path: '/requests', headers: { cookie: given } });
    expect(page.status).toBeLessThan(400);
    expect(page.text).not.toContain('carla@example.test');
  });

  test('a bad token is refused although a good cookie lies beside it', async () => {
    const answer = await send({ path: '/api/me/', headers: { cookie, authorization: 'Bearer a.b.c' } });
    expect(answer.status).toBe(401);
  });

  test('after signing out the cookie opens nothing any more', async () => {
    const mine = await signIn('dora@example.test');
    expect((await send({ path: '/api/me/', headers: { cookie: mine } })).status).toBe(200);
    const csrf = await send({ path: '/api/auth/csrf', headers: { cookie: mine } });
    await send({
      ...{ method: 'POST', path: '/api/auth/signout' },
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: [mine, ...cookiesOf(csrf)].join('; '),
      },
      body: new URLSearchParams({ csrfToken: String(csrf.body.csrfToken) }).toString(),
    });
    expect((await send({ path: '/api/me/', headers: { cookie: mine } })).status).toBe(401);
  });
});

describe('B62 where signing in may lead', () => {
  test.each([
    '//evil.example',
    'https:evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'http://localhost@evil.example',
    'https://evil.example/',
    '/%09/evil.example',
    '\t//evil.example',
  ])('%s leads home', async (callbackUrl) => {
    for (const action of ['signin', 'signout', 'callback/credentials', 'error']) {
      const answer = await send({
        path: `/api/auth/${action}?callbackUrl=${encodeURIComponent(callbackUrl)}`,
      });
      expect(answer.status, answer.text.slice(0, 200)).toBeLessThan(500);
      const target = new URL(answer.headers.location ?? '/', own());
      expect([own(), `http://127.0.0.1:${world.web.port}`]).toContain(target.origin);
      for (const kept of cookiesOf(answer).filter((line) => line.includes('callback-url'))) {
        expect(new URL(decodeURIComponent(kept.split('=')[1]!), own()).origin).toBe(own());
      }
    }
  });
});

describe('C23 pages', () => {
  const pages: [string, boolean][] = [
    ...[
      '/',
      '/sign-in',
      '/sign-up',
      '/setup',
      '/invitation',
      '/mailbox',
      '/nothing-here',
      '/API/tickets',
    ].map((page): [string, boolean] => [page, false]),
    ...[
      '/requests',
      '/requests/new',
      '/requests/1',
      '/account',
      '/desk',
      '/admin/people',
      '/api',
      '/%zz',
    ].map((page): [string, boolean] => [page, true]),
  ];
  test.each(pages)('%s (signed in: %s)', async (page, signedIn) => {
    const answer = await send({ path: page, headers: signedIn ? { cookie } : {} });
    expect(answer.status, answer.text.slice(0, 300)).toBeLessThan(page === '/%zz' ? 501 : 500);
    expect(answer.headers['x-powered-by']).toBeUndefined();
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('same-origin');
    expect(answer.headers['cross-origin-opener-policy']).toBe('same-origin');
    const policy = String(answer.headers['content-security-policy']);
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    const nonce = /^'self' 'nonce-([\w+/=]+)'$/.exec(scripts)?.[1];
    expect(nonce, policy).toBeTruthy();
    for (const part of [
      "frame-ancestors 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "default-src 'self'",
    ])
      expect(policy).toContain(part);
    for (const [tag] of answer.text.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
    // what one person saw is not kept for the next one on this machine (B102)
    if (signedIn && answer.status === 200) expect(answer.headers['cache-control']).toContain('no-store');
    expect(answer.text).not.toMatch(/node_modules|Error: |at .+\.js:\d+/);
  });

  test('C47 the chat has headers of its own: framed by its website alone, and nothing runs but its parts', async () => {
    const [open, named] = [newId(), newId()];
    await sql.query(
      `INSERT INTO widget (id, key, name, nonce, origins) VALUES ($1, $2, 'Any', 'x', '{}'),
         ($3, $4, 'Named', 'x', '{https://shop.example,https://www.shop.example}')`,
      [open, keyOf(open), named, keyOf(named)],
    );
    const frame = await send({ path: `/widget/${keyOf(named)}/` });
    const part = /\/widget\/assets\/\w+\.js/.exec(frame.text)![0];
    const paths = [
      ...['/widget.js', part, `/widget/${keyOf(named)}/look.js`, `/widget/${keyOf(open)}/`],
      ...['/widget/assets/AAAAAAAA.js', '/widget/w_nobody/', '/widget/'],
    ];
    const [loader, asset, look, anywhere, ...refused] = await Promise.all(
      paths.map((path) => send({ path })),
    );
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404]);
    for (const { headers, text } of [frame, loader!, asset!, look!, anywhere!, ...refused]) {
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['set-cookie']).toBeUndefined();
      expect(text).not.toMatch(/node_modules|Error: |at .+\.js:\d+/);
    }
    const types = [frame, loader, asset, look, ...refused].map((one) => one!.headers['content-type']);
    const script = 'text/javascript; charset=utf-8';
    const plain = 'text/plain; charset=utf-8';
    expect(types).toEqual(['text/html; charset=utf-8', script, script, script, plain, plain, plain]);
    const policyOf = ({ headers }: Answered) => String(headers['content-security-policy']);
    for (const file of [loader!, asset!, look!, ...refused])
      expect(policyOf(file)).toBe("default-src 'none'");
    const plainly = policyOf(frame).replace(/'nonce-[\w+/=]{24}'/, "'nonce'");
    expect(plainly.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce'",
      "img-src 'self' blob:",
      "font-src 'self'",
      `connect-src 'self' ws://localhost:${world.web.port}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self' https://shop.example https://www.shop.example",
    ]);
    expect(policyOf(anywhere!)).toMatch(/; frame-ancestors \*$/);
    // what is a script without an address is data
    for (const [tag] of frame.text.matchAll(/<script\b[^>]*>/g))
      expect(tag).toMatch(/ src="\/widget\/assets\/|type="application\/json"/);
    expect(frame.headers['cache-control']).toBe('no-store');
  });

  test('every answer has a nonce of its own', async () => {
    const nonces = await Promise.all(
      Array.from(
        { length: 5 },
        async () => (await send({ path: '/sign-in' })).headers['content-security-policy'],
      ),
    );
    expect(new Set(nonces).size).toBe(5);
  });

  test.each<[string, Record<string, string>]>([
    ['nothing more', {}],
    ['x-middleware-subrequest', { 'x-middleware-subrequest': Array(5).fill('src/middleware').join(':') }],
    ['x-middleware-subrequest, newer', { 'x-middleware-subrequest': Array(5).fill('proxy').join(':') }],
    ['x-nextjs-data', { 'x-nextjs-data': '1' }],
    ['RSC', { rsc: '1' }],
    ['RSC, prefetching', { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }],
    ['RSC with a broken tree', { rsc: '1', 'next-router-state-tree': '%zz' }],
    [
      'another Host',
      { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    ],
  ])('B37 with %s nobody gets past the door of /desk, /requests, /admin/people', async (_name, headers) => {
    for (const page of ['/desk/all', '/requests', '/admin/people', '/account']) {
      const answer = await send({ path: page, headers });
      expect(answer.status, answer.text.slice(0, 200)).toBeLessThan(500);
      const seen = JSON.stringify([answer.headers.location ?? '', answer.text]);
      expect(seen).not.toContain('evil.example');
      expect(answer.status >= 300 || /sign-in/.test(seen)).toBe(true);
    }
  });

  test.each<[string, Record<string, string>, string]>([
    ['an unknown action', { 'next-action': '7f3a'.repeat(10), 'content-type': 'text/plain' }, '[]'],
    ['a name that is no action', { 'next-action': 'x' }, '[]'],
    [
      'a crafted flight body',
      { 'next-action': 'x', 'content-type': 'multipart/form-data; boundary=x' },
      '--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n{"then":"$1:__proto__:then","status":"resolved_model","value":"{}"}\r\n--x--\r\n',
    ],
    ['a broken form', { 'next-action': 'x', 'content-type': 'multipart/form-data; boundary=x' }, '--y'],
    ['no action at all', { 'content-type': 'application/x-www-form-urlencoded' }, '$ACTION_ID_x='],
  ])('C06 a POST to a page with %s does nothing', async (_name, headers, body) => {
    for (const page of ['/', '/sign-in']) {
      const answer = await send({ method: 'POST', path: page, headers: { ...headers, origin: own() }, body });
      expect(answer.status, answer.text.slice(0, 300)).toBe(405);
      expect(answer.headers.allow).toBe('GET, HEAD');
    }
  });

  test('C06 there is no Server Action in the sources', () => {
    const files = (folder: string): string[] =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => path.join(folder, name));
    const sources = [...files('app'), ...files('components'), ...files('lib')].filter(
      (f) => !/\.test\.tsx?$/.test(f),
    );
    expect(sources.length).toBeGreaterThan(150);
    expect(sources.filter((file) => /^\s*['"]use server['"]/m.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('B105 health', () => {
  test.each(['/healthz', '/readyz', '/healthz/', '/readyz/'])(
    '%s says what it may to anyone',
    async (address) => {
      const answer = await send({ path: address });
      expect(answer.status).toBe(200);
      expect(answer.text).not.toMatch(/postgres(ql)?:|redis:|test-secret|password/i);
    },
  );
  test('fifty at once change nothing', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => send({ path: '/readyz' })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
  test.each(['', 'Bearer ', 'Bearer x', 'bearer test-metrics-token', 'Bearer test-metrics-toke'])(
    'C45 /metrics is not there for %j',
    async (authorization) => {
      const answer = await send({ path: '/metrics', headers: { authorization } });
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain('http_');
    },
  );
});

describe('what is no HTTP request', () => {
  const head = (line: string, ...more: string[]) => [line, 'Host: localhost', ...more, '', ''].join('\r\n');
  const json = (length: number | string, body: string) =>
    `${head('POST /api/auth/token/ HTTP/1.1', 'Content-Type: application/json', `Content-Length: ${length}`)}${body}`;
  const lines: [string, string, string | Buffer, number[]][] = [
    ['B12', 'a length of 10 with more', json(10, '{"email":"a@b.com","password":"x"}'), [400]],
    ['B12', 'a length that is none', json('abc', '{}'), [400]],
    ['B12', 'a negative length', json(-1, '{}'), [400]],
    [
      'B12',
      'two lengths',
      head('POST /api/auth/token/ HTTP/1.1', 'Content-Length: 2', 'Content-Length: 3'),
      [400],
    ],
    [
      'B12',
      'length and chunks',
      `${head('POST /api/auth/token/ HTTP/1.1', 'Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`,
      [400],
    ],
    [
      'B12',
      'a chunk that is none',
      `${head('POST /api/auth/token/ HTTP/1.1', 'Content-Type: application/json', 'Transfer-Encoding: chunked')}zz\r\n`,
      [400],
    ],
    [
      'B20',
      'a token of 20 KB',
      head('GET /api/me/ HTTP/1.1', `Authorization: Bearer ${'a'.repeat(20_000)}`),
      [431],
    ],
    [
      'B20',
      'two tokens',
      head('GET /api/me/ HTTP/1.1', 'Authorization: Bearer a.b.c', 'Authorization: Bearer d.e.f'),
      [401],
    ],
    ['B33', 'a key with a line break', head('POST /api/tickets/ HTTP/1.1', 'Idempotency-Key: a\nb'), [400]],
    ['B33', 'a key with NUL', head('POST /api/tickets/ HTTP/1.1', 'Idempotency-Key: a\u0000b'), [400]],
    ['B34', 'a method that is none', head('FOO /api/tickets/ HTTP/1.1'), [400]],
    ['B34', 'TRACE', head('TRACE /api/tickets/ HTTP/1.1'), [405]],
    ['B35', 'an absolute address', head('GET http://evil.example/api/me/ HTTP/1.1'), [400]],
    ['B35', 'an address without its scheme', head('GET //evil.example/api/me/ HTTP/1.1'), [400]],
    ['B35', 'a path without a slash', head('GET api/me/ HTTP/1.1'), [400]],
    ['B35', 'a backslash', head('GET /api\\..\\desk HTTP/1.1'), [400, 404]],
    ['B35', 'a backslash below /api', head('GET /api/\\evil HTTP/1.1'), [400, 404]],
    ['B35', 'bytes in the path', Buffer.from(head('GET /api/\xff\xfe/ HTTP/1.1'), 'latin1'), [400, 404]],
    ['B35', 'a space in the path', head('GET /api/me /x HTTP/1.1'), [400]],
    ['B35', 'the socket’s path without its slash', head('GET /realtime HTTP/1.1'), [404]],
    ['B36', 'a cookie of 17 KB', head('GET /api/me/ HTTP/1.1', `Cookie: a=${'x'.repeat(17_000)}`), [431]],
    ['B36', 'a header with \\x01', head('GET /api/me/ HTTP/1.1', 'X-Trick: a\u0001b'), [400]],
    ['B36', 'a header without a name', head('GET /api/me/ HTTP/1.1', ': x'), [400]],
    ['B36', 'a folded header', head('GET /api/me/ HTTP/1.1', 'X-Trick: a', ' b'), [400, 401]],
    [
      'B36',
      '200 headers',
      head('GET /api/me/ HTTP/1.1', ...Array.from({ length: 200 }, (_, n) => `X-${n}: x`)),
      [401],
    ],
    ['B36', 'a Host of another', head('GET /api/me/ HTTP/1.1').replace('localhost', 'evil.example'), [401]],
    ['B36', 'a Host that is none', head('GET /api/me/ HTTP/1.1').replace('localhost', 'a b'), [400]],
    [
      'B36',
      'a Host with a path',
      head('GET /api/me/ HTTP/1.1').replace('localhost', 'evil.example/x?'),
      [400],
    ],
    [
      'B36',
      'a Host with a person',
      head('GET /api/me/ HTTP/1.1').replace('localhost', 'root@evil.example'),
      [400],
    ],
    ['B36', 'an empty Host', head('GET /api/me/ HTTP/1.1').replace(' localhost', ''), [400]],
    ['B36', 'no HTTP at all', '\u0016\u0003\u0001\u0002\u0000\u0001', [400]],
  ];
  test.each(lines)('%s %s', async (_id, _what, bytes, expected) => {
    const got = await sendBytes(world.web.port, bytes);
    const statuses = [...got.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
    expect(statuses.length, got.slice(0, 300)).toBeGreaterThan(0);
    for (const status of statuses) expect(expected, got.slice(0, 400)).toContain(status);
    const body = /\r\n\r\n(\{.*)/s.exec(got)?.[1]?.split('\r\n')[0] ?? '';
    expect(() => problemDto.parse(JSON.parse(body.split('HTTP/1.1')[0]!)), got.slice(0, 400)).not.toThrow();
  });

  test('B36 a request without a Host is refused by Node itself', async () => {
    expect(await sendBytes(world.web.port, 'GET /api/me/ HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
  });

  test('an upgrade to anything but the socket is cut off', async () => {
    for (const target of ['/', '/api/me/', '/_next/hmr', '/_next/webpack-hmr', '/realtime', '/realtimeX/']) {
      const got = await sendBytes(
        world.web.port,
        head(
          `GET ${target} HTTP/1.1`,
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        ),
      );
      expect(got).not.toMatch(/^HTTP\/1\.1 101/);
    }
  });

  test('B12 after a 413 the next request is answered as if nothing had been', async () => {
    const big = { method: 'POST', path: '/api/auth/token/', headers: { 'content-type': 'application/json' } };
    for (let n = 0; n < 3; n++) {
      expect((await send({ ...big, body: 'x'.repeat(2 ** 22) })).status).toBe(413);
      expect((await send({ path: '/api/me/', headers: { cookie } })).status).toBe(200);
    }
  });
});

interface Slow {
  socket: Socket;
  opened: number;
  closed: Promise<number>;
}
/** Opened when the file begins, looked at when it ends: nobody waits for them but the server. */
function startSlow(port: number) {
  const open = (drip: (socket: Socket) => void): Slow => {
    const socket = connect(port, '127.0.0.1');
    const opened = performance.now();
    const closed = new Promise<number>((resolve) =>
      socket.once('close', () => resolve(performance.now() - opened)),
    );
    socket.on('error', () => {});
    socket.once('connect', () => drip(socket));
    return { socket, opened, closed };
  };
  const byteBySecond = (text: string) => (socket: Socket) => {
    let at = 0;
    const timer = setInterval(() => socket.writable && socket.write(text[at++ % text.length]!), 1_000);
    socket.once('close', () => clearInterval(timer));
    socket.resume();
  };
  const start = 'POST /api/auth/token/ HTTP/1.1\r\nHost: localhost\r\n';
  const big = 'GET /api/docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n';
  return {
    headers: Array.from({ length: 20 }, () =>
      open(byteBySecond('GET /api/me/ HTTP/1.1\r\nX-Slow: '.padEnd(200, 'x'))),
    ),
    bodies: Array.from({ length: 20 }, () =>
      open((socket) => {
        socket.write(`${start}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n`);
        byteBySecond('{"email":"')(socket);
      }),
    ),
    // asks for 20 MB, more than any buffer on the way holds, and reads none of it
    deaf: Array.from({ length: 3 }, () => open((socket) => socket.pause().write(big.repeat(12)))),
  };
}

describe('B103 who is slow', () => {
  test('does not make the others wait', async () => {
    const times: number[] = [];
    for (let n = 0; n < 40; n++) {
      times.push((await send({ path: '/api/me/', headers: { cookie } })).milliseconds);
    }
    expect(times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]).toBeLessThan(1_000);
  });

  test('is closed: headers after 10 s, bodies after 30 s, and the seconds until the server looks', async () => {
    const latest = async (list: Slow[]) => Math.max(...(await Promise.all(list.map(({ closed }) => closed))));
    expect(await latest(slow.headers)).toBeLessThan(16_000);
    expect(await latest(slow.bodies)).toBeLessThan(36_000);
  }, 45_000);
});
