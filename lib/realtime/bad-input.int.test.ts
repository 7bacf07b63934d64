import { createHmac } from 'node:crypto';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testEnvironment } from '@/tests/environment';
import { type ApiClient, addActor, apiClient, newRequest } from '@/tests/factories';
import { connectLive, type LiveClient, openLive } from '@/tests/live-client';
import { startWeb, type WebProcess } from '@/tests/processes';
import { closePool } from '../db/pool';

/** B72 to B78: whatever is said to the socket, the process lives, and so do the other clients. */
let web: WebProcess;
let customer: ApiClient;
let ticketId: string;
let bystander: LiveClient;
const open: LiveClient[] = [];

beforeAll(async () => {
  web = await startWeb(testEnvironment());
  customer = await apiClient(web.url, await addActor('customer'));
  ticketId = (await customer.post('/tickets/', newRequest())).body.id!;
  const admin = await apiClient(web.url, await addActor('admin'));
  bystander = await connectLive(web.url, admin);
  await bystander.join(ticketId);
}, 120_000);
afterEach(async () => {
  for (const live of open.splice(0)) live.close();
  expect(web.alive, web.logs()).toBe(true);
  // the neighbour never noticed
  expect(bystander.socket.connected).toBe(true);
  expect(await bystander.say('ticket:leave', { ticket_id: 1 })).toMatchObject({ ok: false });
});
afterAll(async () => {
  bystander?.close();
  await web?.stop();
  await closePool();
});

async function live(): Promise<LiveClient> {
  const opened = await connectLive(web.url, customer);
  open.push(opened);
  return opened;
}
/** How a connection is refused; null when it is not. */
async function refusal(options: Parameters<typeof openLive>[1]): Promise<string | null> {
  const tried = openLive(web.url, { reconnection: false, ...options });
  open.push(tried);
  return new Promise((resolve) => {
    tried.socket.once('connect', () => resolve(null));
    // a refusal with a reason closes the line first and names the reason then
    tried.socket.io.once('close', () => setTimeout(resolve, 200, 'closed'));
    tried.socket.once('connect_error', (error) =>
      resolve((error as { data?: { code: string } }).data?.code ?? error.message),
    );
  });
}
async function signed(more: { exp?: number; aud?: string; alg?: string; secret?: string }): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const key = createHmac('sha256', more.secret ?? process.env.AUTH_SECRET!)
    .update('access-token')
    .digest();
  return new SignJWT({ sid: customer.actor.sessionId! })
    .setProtectedHeader({ alg: more.alg ?? 'HS256', typ: 'at+jwt' })
    .setIssuer('switchboard')
    .setAudience(more.aud ?? 'switchboard-api')
    .setSubject(customer.actor.id)
    .setIssuedAt((more.exp ?? now + 600) - 600)
    .setExpirationTime(more.exp ?? now + 600)
    .sign(key);
}

describe('B72 the handshake', () => {
  it('takes a token that holds', async () => expect(await refusal({ token: await signed({}) })).toBeNull());

  it.each<[string, () => unknown]>([
    ['none', () => undefined],
    ['empty', () => ''],
    ['nonsense', () => 'x.y.z'],
    ['an array', () => [customer.token]],
    ['an object', () => ({ toString: customer.token })],
    ['null', () => null],
    ['expired', () => signed({ exp: Math.floor(Date.now() / 1_000) - 3_600 })],
    ['for somebody else', () => signed({ aud: 'another' })],
    ['of another key', () => signed({ secret: 'x'.repeat(40) })],
    ['100 KB', () => `${'a'.repeat(50_000)}.${'b'.repeat(50_000)}.c`],
  ])('refuses a token that is %s', async (what, token) => {
    const answer = await refusal({ token: await token() });
    // beyond the largest packet the line is cut without a word
    expect(answer).toBe(what === '100 KB' ? 'closed' : 'unauthenticated');
  });

  it('does not look for a token in the address', async () => {
    const answer = await fetch(`${web.url}/realtime/?EIO=4&transport=polling&token=${customer.token}`);
    expect(await answer.text()).not.toContain(customer.actor.id);
    expect(await refusal({})).toBe('unauthenticated');
  });

  it.each(['https://evil.example', 'null', 'http://localhost.evil.example'])(
    'refuses the origin %s',
    async (origin) => {
      for (const transports of [['websocket'], ['polling']] as const)
        expect(
          await refusal({ token: customer.token, headers: { origin }, transports: [...transports] }),
        ).not.toBeNull();
    },
  );
  it('refuses a cookie that comes without a sign of where it is from', async () => {
    expect(await refusal({ token: customer.token, headers: { cookie: 'a=b' } })).not.toBeNull();
  });
});

const refusedWith = (...codes: string[]) => ({
  ok: false,
  error: expect.objectContaining({ code: expect.stringMatching(new RegExp(`^(${codes.join('|')})$`)) }),
});
const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`);

describe('messages', () => {
  it.each<[string, unknown]>([
    ['a room by its name', 'ticket:*'],
    ['the staff', 'staff'],
    ['the agents', 'agents'],
    ['a number', 12],
    ['an object', { $ne: null }],
    ['an array', ['x']],
    ['null', null],
    ['too long', '1'.repeat(5_000)],
    ['a huge number', '999999999999999'],
    ['U+0000', '\u0000'],
  ])('B73 joins nothing for %s', async (_what, ticket_id) => {
    expect(await (await live()).say('ticket:join', { ticket_id })).toEqual(
      refusedWith('not_found', 'validation_failed'),
    );
  });

  it('B73 bears 10,000 joins, and says no to most', async () => {
    const socket = await live();
    const answers = await Promise.all(Array.from({ length: 10_000 }, () => socket.join(ticketId)));
    const taken = answers.filter((answer) => answer?.ok).length;
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(500);
    expect(answers.find((answer) => answer !== null && !answer.ok)).toEqual(refusedWith('rate_limited'));
  }, 60_000);

  it.each([
    'base',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'event',
    'list:changed',
    '',
    'x'.repeat(1_024),
  ])('B74 answers the unknown %s with an error', async (name) => {
    expect(await (await live()).say(name, {})).toEqual(refusedWith('not_found'));
  });

  it.each<[string, unknown[]]>([
    ['missing', []],
    ['null', [null]],
    ['text', ['x']],
    ['a number', [1]],
    ['nested 500 deep', [nested(500)]],
    ['with a key too many', [{ ticket_id: '1', room: 'staff' }]],
    ['with a prototype', [JSON.parse('{"ticket_id":"1","__proto__":{"admin":true}}')]],
    ['with toString', [{ ticket_id: { toString: 1 } }]],
    ['binary', [Buffer.alloc(1_000, 7)]],
    ['binary in its place', [{ ticket_id: Buffer.from('x') }]],
  ])('B75 answers a payload that is %s with an error', async (_what, args) => {
    const socket = await live();
    for (const name of ['ticket:join', 'ticket:leave', 'ticket:typing']) {
      const answer = await socket.say(name, ...args);
      // what no parser takes ends the line
      if (answer === null) expect(socket.socket.connected).toBe(false);
      else expect(answer).toEqual(refusedWith('validation_failed', 'not_found'));
    }
  });

  it.each([65 * 1_024, 2 * 1_024 * 1_024])('B75 cuts the line at %d bytes', async (bytes) => {
    const socket = await live();
    socket.socket.emit('ticket:join', { ticket_id: 'x'.repeat(bytes) }, () => {});
    await expect.poll(() => socket.socket.connected).toBe(false);
  });

  it.each(
    [
      '2["disconnect"]',
      '2["error","x"]',
      '2["connect"]',
      '2["disconnecting"]',
      '2["newListener"]',
      '2["message",{"toString":1}]',
      '2{"a":1}',
      '2[]',
      '2[null]',
      '2',
      '9["x"]',
      '451000-["x",{"_placeholder":true,"num":0}]',
      '451-["x",{"_placeholder":true,"num":"splice"}]',
      '51-',
      '4{"message":"x"}',
      '0{"token":"x"}',
      '0/other,{"token":"x"}',
      '31["x"]',
      '3999999999999["x"]',
      '2["ticket:join",{"ticket_id":"1"},{"toString":"x"}]',
      `2${'['.repeat(20_000)}`,
      `2["ticket:join",${'['.repeat(10_000)}1${']'.repeat(10_000)}]`,
      '\u0000\uFFFF',
    ].map((packet) => [packet.slice(0, 60), packet]),
  )('B75 lives on after the packet %s', async (_start, packet) => {
    const socket = await live();
    (socket.socket.io.engine as unknown as { write(data: string): void }).write(packet!);
    await sleep(50);
  });

  it('B76 needs no ack, and takes none that is not one', async () => {
    const socket = await live();
    socket.socket.emit('ticket:join', { ticket_id: ticketId }, 'not a function' as never);
    (socket.socket as { emit(name: string, ...args: unknown[]): void }).emit('ticket:leave', {
      ticket_id: ticketId,
    });
    expect(await socket.join(ticketId)).toMatchObject({ ok: true });
  });

  it('B76 passes on a few of 1,000 typing signals a second', async () => {
    const socket = await live();
    await socket.join(ticketId);
    const before = bystander.heard.length;
    const acks = await Promise.all(
      Array.from({ length: 1_000 }, () =>
        socket.say('ticket:typing', { ticket_id: ticketId, state: 'viewing' }),
      ),
    );
    await sleep(300);
    const passed = acks.filter((ack) => ack?.ok).length;
    expect(passed).toBeGreaterThan(0);
    expect(passed).toBeLessThan(200);
    expect(acks.filter((ack) => ack !== null && !ack.ok)[0]).toEqual(refusedWith('rate_limited'));
    expect(bystander.heard.length - before).toBeLessThanOrEqual(passed + 2);
  }, 30_000);

  it.each([-1, 1e20, 1.5, 'x', null, Number.MAX_SAFE_INTEGER, [0]])('B77 refuses since=%s', async (since) => {
    expect(await (await live()).say('ticket:join', { ticket_id: ticketId, since })).toEqual(
      refusedWith('validation_failed'),
    );
  });

  it('B77 asks to fetch when since is ahead of the log, or too far behind', async () => {
    const socket = await live();
    expect(await socket.join(ticketId, 1_000)).toMatchObject({
      ok: true,
      reload: true,
      events: [],
      last_seq: 1,
    });
    const busy = (await customer.post('/tickets/', newRequest())).body.id!;
    for (let i = 0; i < 101; i += 1) await customer.post(`/tickets/${busy}/messages/`, { body: `${i}` });
    expect(await socket.join(busy, 0)).toMatchObject({ ok: true, reload: true, events: [], last_seq: 102 });
    const ack = await socket.join(busy, 92);
    expect(ack.ok && ack.events.map((event) => event.seq)).toEqual([
      93, 94, 95, 96, 97, 98, 99, 100, 101, 102,
    ]);
  }, 30_000);
});

describe('B78 the transport below', () => {
  const engine = (query: string, init?: RequestInit) => fetch(`${web.url}/realtime/?${query}`, init);

  it.each([
    'EIO=3&transport=polling',
    'EIO=4&transport=foo',
    'EIO=4',
    'EIO=4&transport=polling&sid=__proto__',
    'EIO=4&transport=polling&sid=x',
  ])('answers %s with 400', async (query) => expect((await engine(query)).status).toBe(400));

  it('refuses a body of 2 MB', async () => {
    const opened = await engine('EIO=4&transport=polling');
    const { sid } = JSON.parse((await opened.text()).slice(1)) as { sid: string };
    const answer = await engine(`EIO=4&transport=polling&sid=${sid}`, {
      method: 'POST',
      body: '4'.repeat(2_000_000),
    }).catch(() => null);
    expect(answer === null || [400, 413].includes(answer.status)).toBe(true);
  });

  it('bears 1,000 half-open handshakes and ends them', async () => {
    const { port } = web;
    const upgrade = `GET /realtime/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
    let ended = 0;
    const sockets = Array.from({ length: 1_000 }, () => {
      const socket = net.connect(port, '127.0.0.1', () => socket.write(upgrade));
      socket.on('error', () => undefined);
      // the first byte of a close frame; there is no other like it in what the server says
      socket.on('data', (chunk: Buffer) => chunk.includes(0x88) && ended++);
      return socket;
    });
    await sleep(1_000);
    const started = Date.now();
    expect((await fetch(`${web.url}/healthz`)).status).toBe(200);
    expect(Date.now() - started).toBeLessThan(2_000);
    // five seconds for a client to say who it is
    await expect.poll(() => ended, { timeout: 20_000 }).toBe(1_000);
    for (const socket of sockets) socket.destroy();
  });
});
