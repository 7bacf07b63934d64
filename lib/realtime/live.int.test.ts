import { createECDH, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { newId } from '@/lib/clock';
import { testEnvironment } from '@/tests/environment';
import { type ApiClient, addActor, apiClient, newRequest } from '@/tests/factories';
import { mailedCode } from '@/tests/identity';
import { brokenNumbering } from '@/tests/invariants';
import { connectLive, type LiveClient, openLive, Screen } from '@/tests/live-client';
import { startWeb, startWorker, type TestProcess, type WebProcess } from '@/tests/processes';
import { runImport } from '../commands/run-import';
import { stageImport } from '../commands/stage-import';
import { startImport } from '../commands/start-import';
import { closePool, pool } from '../db/pool';
import { sql } from '../db/transaction';
import { env } from '../env';
import { QUEUES } from '../jobs/definitions';
import type { Role } from '../schemas/values';

/** Live screens against two real web processes and a worker: customers on the first, staff on the second. */
let front: WebProcess;
let back: WebProcess;
let worker: TestProcess;
let customer: ApiClient;
let admin: ApiClient;
const open: LiveClient[] = [];

beforeAll(async () => {
  // nothing listens there: mail waits, and is nobody's concern here
  const environment = testEnvironment({ SMTP_URL: 'smtp://127.0.0.1:9' });
  [front, back, worker] = await Promise.all([
    startWeb(environment),
    startWeb(environment),
    startWorker(environment),
  ]);
  customer = await apiClient(front.url, await addActor('customer'));
  admin = await apiClient(back.url, await addActor('admin'));
}, 120_000);
afterAll(async () => {
  for (const live of open) live.close();
  await Promise.all([front?.stop(), back?.stop(), worker?.stop()]);
  await closePool();
});

const staff = async (role: Role = 'agent') => apiClient(back.url, await addActor(role));
const urlOf = (client: ApiClient) => (client.actor.role === 'customer' ? front.url : back.url);
async function live(client: ApiClient): Promise<LiveClient> {
  const opened = await connectLive(urlOf(client), client);
  open.push(opened);
  return opened;
}
async function newTicket(): Promise<string> {
  return (await customer.post('/tickets/', newRequest())).body.id!;
}
const assign = (id: string, agent: ApiClient) =>
  admin.post(`/tickets/${id}/assign/`, { assigned_agent: agent.actor.id });
const ofTicket = (client: LiveClient, id: string) =>
  client.heard.filter(({ data }) => (data as { ticket_id?: string } | undefined)?.ticket_id === id);

it('after any cuts every screen equals a fresh fetch, each audience in its own numbering', async () => {
  const id = await newTicket();
  const agent = await staff();
  await assign(id, agent);
  const watchers = await Promise.all(
    [customer, agent, admin].map(async (client) => {
      const socket = await live(client);
      const screen = new Screen(socket, client, id);
      await screen.open();
      return { client, socket, screen, since: screen.detail!.last_seq };
    }),
  );
  // while the lines are whole something is told over them; later a line may be cut again before it is
  expect((await customer.post(`/tickets/${id}/messages/`, { body: 'Hello?' })).status).toBe(201);
  await expect.poll(() => watchers.every(({ socket }) => told(socket.events, id) > 0)).toBe(true);
  let writing = true;
  const cuts = watchers.map(async ({ socket }) => {
    for (; writing; await sleep(60 + Math.random() * 400)) if (socket.socket.connected) socket.cut();
  });
  const write = async (client: ApiClient, note: boolean) => {
    for (let i = 0; i < 9; i++) {
      const body = note ? `canary-note ${i}` : `${client.actor.role} says ${i}`;
      const { status } = await client.post(`/tickets/${id}/messages/`, { body, is_internal: note });
      expect(status).toBe(201);
      await sleep(Math.random() * 120);
    }
  };
  // seen by staff while it waits, then told to all
  const later = async () => {
    const send_at = new Date(Date.now() + 2_000).toISOString();
    expect((await admin.post(`/tickets/${id}/messages/`, { body: 'later', send_at })).status).toBe(201);
  };
  const writes = [write(customer, false), write(agent, false), write(agent, true), write(admin, true)];
  await Promise.all([...writes, later()]);
  await expect.poll(async () => (await admin.get(`/tickets/${id}/`)).body.held).toEqual([]);
  expect((await agent.post(`/tickets/${id}/set-status/`, { status: 'RESOLVED' })).status).toBe(200);
  writing = false;
  await Promise.all(cuts);
  for (const { client, screen, since } of watchers) {
    const fresh = async () => (await client.get(`/tickets/${id}/`)).body as object;
    const both = async () => [screen.detail, await fresh()];
    // mail that finds no server goes on to change the ticket, so both are asked anew each time
    await expect.poll(async () => isDeepStrictEqual(...((await both()) as [unknown, unknown]))).toBe(true);
    const last = screen.detail!.last_seq;
    expect(screen.detail!.messages.length).toBe(client === customer ? 21 : 39);
    // shown one after the other, none twice, none left out
    if (screen.fetches === 0)
      expect(screen.shown).toEqual(Array.from({ length: last - since }, (_, i) => since + 1 + i));
  }
  const heard = JSON.stringify(watchers[0]!.socket.heard);
  expect(heard).not.toContain('canary-note');
  expect(heard).not.toContain('"reason"');
  expect(heard).not.toContain('held');
  expect(JSON.stringify((await customer.get(`/tickets/${id}/events/`)).body)).not.toContain('canary-note');
  expect(await brokenNumbering()).toEqual([]);
}, 90_000);

/** Messages told of a ticket; that it was filed and routed may be told before or after somebody opens it. */
const told = (events: LiveClient['events'], id: string): number =>
  events.filter((event) => event.ticket_id === id && event.type === 'message.created').length;

it('connections stay few: a process has its pool, its line, and one way to all queues', async () => {
  // the test before kept all three processes busy; this one has a pool and a line as well
  const { rows } = await sql.query<{ name: string; n: number }>(
    `SELECT application_name AS name, count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' GROUP BY 1`,
  );
  const { switchboard = 0, ...others } = Object.fromEntries(rows.map(({ name, n }) => [name, n]));
  const { REDIS_URL, DATABASE_POOL } = env();
  expect(switchboard - pool().totalCount).toBeLessThanOrEqual(3 * DATABASE_POOL);
  // the worker adds and finishes jobs with three and hears of them with one; a web process looks now and then
  const most = REDIS_URL ? { 'switchboard-line': 4 } : { 'switchboard-line': 4, 'switchboard-queue': 4 + 2 };
  expect(Object.keys(others).sort()).toEqual(Object.keys(most));
  for (const [name, n] of Object.entries(most)) expect(others[name], name).toBeLessThanOrEqual(n);
  // three a process for the sockets, one or two for jobs, and one for each queue that the worker waits for
  if (REDIS_URL) {
    const most = 3 * 3 + 2 * 1 + 2 + Object.keys(QUEUES).length;
    expect(await clientsOf(REDIS_URL)).toBeLessThanOrEqual(most);
  }
});

async function clientsOf(url: string): Promise<number> {
  const redis = new Redis(url);
  const clients = String(await redis.client('LIST')).split('\n');
  await redis.quit();
  return clients.filter((one) => one.includes(` db=${new URL(url).pathname.slice(1)} `)).length - 1;
}

it('what one process records is seen on the other at once, marks too', async () => {
  const id = await newTicket();
  const [mine, theirs] = [await live(customer), await live(admin)];
  await Promise.all([mine.join(id), theirs.join(id)]);
  await sleep(100);
  const started = Date.now();
  await customer.post(`/tickets/${id}/messages/`, { body: 'Anybody there?' });
  await expect.poll(() => told(theirs.events, id), { interval: 10 }).toBe(1);
  // pushed, not fetched: what is fetched comes after ten seconds
  expect(Date.now() - started).toBeLessThan(5_000);
  await theirs.say('ticket:typing', { ticket_id: id, state: 'noting' });
  await theirs.say('ticket:typing', { ticket_id: id, state: 'replying' });
  const marks = () =>
    mine.heard.filter(({ name }) => name === 'mark').map(({ data }) => (data as { state: string }).state);
  await expect.poll(() => marks().at(-1)).toBe('replying');
  // that a note is being written is not the customer's to know
  expect(marks()).not.toContain('noting');
  theirs.close();
  await expect.poll(() => marks().at(-1)).toBe('gone');
});

it('lists hear who of the staff is at a ticket, on whichever process, while they may see it', async () => {
  const id = await newTicket();
  const agent = await staff();
  const here = await live(agent);
  const chief = await connectLive(front.url, admin);
  open.push(chief);
  const marks = () =>
    here.heard
      .filter(({ name, data }) => name === 'mark' && (data as { ticket_id: string }).ticket_id === id)
      .map(({ data }) => (data as { state: string }).state);
  expect(await here.say('marks:watch', { ticket_ids: [id, newId()] })).toEqual({ ok: true, marks: [] });
  await chief.join(id);
  await chief.say('ticket:typing', { ticket_id: id, state: 'replying' });
  await expect.poll(marks).toEqual(['viewing', 'replying']);
  // who looks at the same process's lists later is told at once
  const late = await connectLive(front.url, agent);
  open.push(late);
  expect(await late.say('marks:watch', { ticket_ids: [id] })).toMatchObject({
    ok: true,
    marks: [{ ticket_id: id, state: 'replying', person: { id: admin.actor.id } }],
  });
  // a customer hears of it only beside the ticket, and is not told of himself reading
  const buyer = await live(customer);
  expect(await buyer.say('marks:watch', { ticket_ids: [id] })).toMatchObject({ ok: false });
  await assign(id, admin);
  await expect.poll(async () => (await agent.get(`/tickets/${id}/`)).status).toBe(404);
  // as whoever loses a ticket, its watchers are shown out within seconds, and then hear nothing
  const heardOfOne = async () => {
    const before = marks().length;
    await chief.say('ticket:typing', { ticket_id: id, state: 'viewing' });
    await sleep(300);
    return marks().length - before;
  };
  await expect.poll(heardOfOne, { timeout: 5_000 }).toBe(0);
  expect(await here.say('marks:watch', { ticket_ids: [id] })).toEqual({ ok: true, marks: [] });
}, 30_000);

it('a ticket of somebody else and one that is not there are refused alike', async () => {
  const id = await newTicket();
  const { body } = await customer.get(`/tickets/${id}/`);
  const stranger = await live(await apiClient(front.url, await addActor('customer')));
  const other = await staff();
  await assign(id, other);
  const uninvolved = await live(await staff());
  for (const socket of [stranger, uninvolved]) {
    const refused = { ok: false, error: expect.objectContaining({ code: 'not_found' }) };
    const [foreign, absent] = [await socket.join(id), await socket.join(newId())];
    expect(foreign).toEqual(refused);
    expect(foreign).toEqual(absent);
    expect(await socket.join(String(body.number))).toEqual(refused);
    expect(await socket.join(id, 0)).toEqual(refused);
    expect(await socket.say('ticket:typing', { ticket_id: id, state: 'viewing' })).toEqual(refused);
  }
  await admin.post(`/tickets/${id}/messages/`, { body: 'canary-foreign' });
  const owner = await live(customer);
  await owner.join(id, 0);
  await sleep(500);
  expect(ofTicket(stranger, id)).toEqual([]);
  // that the queue they share changed is told to all agents, and nothing else
  expect(ofTicket(uninvolved, id).filter(({ name }) => name !== 'list:changed')).toEqual([]);
  expect(JSON.stringify(uninvolved.heard)).not.toContain('canary-foreign');
});

it('whoever loses a ticket is shown out and hears nothing more of it', async () => {
  const id = await newTicket();
  const [first, second] = [await staff(), await staff()];
  await assign(id, first);
  const [before, after] = [await live(first), await live(second)];
  expect(await before.join(id)).toMatchObject({ ok: true });
  await assign(id, second);
  await expect
    .poll(() => before.heard.some(({ name }) => name === 'ticket:gone'), { timeout: 5_000 })
    .toBe(true);
  expect(await before.join(id)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  expect(await after.join(id)).toMatchObject({ ok: true });
  await customer.post(`/tickets/${id}/messages/`, { body: 'canary-after' });
  await expect.poll(() => JSON.stringify(after.events)).toContain('canary-after');
  expect(JSON.stringify(before.heard)).not.toContain('canary-after');
  // the trash takes it from its customer as well
  const owner = await live(customer);
  await owner.join(id);
  await admin.delete(`/tickets/${id}/`);
  await expect
    .poll(() => owner.heard.some(({ name }) => name === 'ticket:gone'), { timeout: 5_000 })
    .toBe(true);
  expect(await owner.join(id)).toMatchObject({ ok: false, error: { code: 'not_found' } });
});

/** Runs the act and waits until the socket is cut, as it must be within 5 s (C13). */
async function cutBy(client: LiveClient, act: () => Promise<{ status: number }>): Promise<void> {
  let cut = false;
  client.socket.once('disconnect', () => {
    cut = true;
  });
  expect((await act()).status).toBe(200);
  await expect.poll(() => cut, { timeout: 5_000, interval: 20 }).toBe(true);
}

it('the queue of a team is told to its members; who leaves the team is cut off and comes back without it', async () => {
  const [member, outsider] = [await staff(), await staff()];
  const team = await admin.post('/teams/', { name: newId(), members: [] });
  const [inside, outside] = [await live(member), await live(outsider)];
  // who comes into a team sees more: cut off as well, at a moment that must not lie within what follows
  await cutBy(inside, () => admin.patch(`/teams/${team.body.id}/`, { members: [member.actor.id] }));
  await expect.poll(() => inside.socket.connected, { timeout: 5_000 }).toBe(true);
  const id = await newTicket();
  expect([await inside.join(id), await outside.join(id)]).toMatchObject([{ ok: true }, { ok: true }]);
  await admin.patch(`/tickets/${id}/`, { version: 1, team: team.body.id });
  // it is no longer everybody's: whoever is no member is shown out
  await expect.poll(() => outside.heard.some(({ name }) => name === 'ticket:gone')).toBe(true);
  const refused = { ok: false, error: expect.objectContaining({ code: 'not_found' }) };
  expect(await outside.join(id)).toEqual(refused);
  const heardBefore = ofTicket(outside, id).length;
  await customer.post(`/tickets/${id}/messages/`, { body: 'canary-team' });
  await expect.poll(() => JSON.stringify(inside.events)).toContain('canary-team');
  expect(ofTicket(inside, id).some(({ name }) => name === 'list:changed')).toBe(true);
  expect(ofTicket(outside, id)).toHaveLength(heardBefore);
  await cutBy(inside, () => admin.patch(`/teams/${team.body.id}/`, { members: [] }));
  await expect.poll(() => inside.socket.connected, { timeout: 5_000 }).toBe(true);
  expect(await inside.join(id)).toEqual(refused);
});

it('another setting of what agents see cuts all of them off at once, and holds when they are back', async () => {
  const agent = await staff();
  const id = await newTicket();
  const taken = await newTicket();
  await assign(taken, await staff());
  const socket = await live(agent);
  const see = (visibility: string) => admin.patch('/settings/', { visibility });
  const back = () => expect.poll(() => socket.socket.connected, { timeout: 5_000 }).toBe(true);
  expect([await socket.join(id), await socket.join(taken)]).toMatchObject([{ ok: true }, { ok: false }]);
  await cutBy(socket, () => see('all'));
  await back();
  expect(await socket.join(taken)).toMatchObject({ ok: true });
  await cutBy(socket, () => see('own'));
  await back();
  expect([await socket.join(id), await socket.join(taken)]).toMatchObject([{ ok: false }, { ok: false }]);
  await cutBy(socket, () => see('team'));
});

it.each([
  ['is shut out', (id: string) => admin.delete(`/users/${id}/`), 204],
  ['gets another role', (id: string) => admin.patch(`/users/${id}/`, { role: 'customer' }), 200],
] as const)('whoever %s is cut off within 5 s', async (_what, act, status) => {
  const agent = await staff();
  const socket = openLive(back.url, { token: agent.token, reconnection: false });
  open.push(socket);
  await expect.poll(() => socket.socket.connected).toBe(true);
  const started = Date.now();
  expect((await act(agent.actor.id)).status).toBe(status);
  await expect.poll(() => socket.socket.connected, { timeout: 5_000, interval: 20 }).toBe(false);
  // and does not come back as who he was
  await sleep(Math.max(0, 3_000 - (Date.now() - started)));
  const again = openLive(back.url, { token: agent.token, reconnection: false });
  open.push(again);
  const refusal = await new Promise<{ data?: { code: string } } | null>((resolve) => {
    again.socket.once('connect_error', (error) => resolve(error as never));
    again.socket.once('connect', () => resolve(null));
  });
  const me = await agent.get('/me/');
  if (status === 204) expect([refusal?.data?.code, me.status]).toEqual(['unauthenticated', 401]);
  else expect(refusal === null ? me.body.role : 'customer').toBe('customer');
  const waiting = await newTicket();
  if (again.socket.connected)
    expect(await again.join(waiting)).toMatchObject({ ok: false, error: { code: 'not_found' } });
});

it('staff is told when the workspace is set up otherwise, customers are not', async () => {
  const [agent, own] = [await live(await staff()), await live(customer)];
  expect((await admin.patch('/settings/', { waiting_weight: 0.5 })).status).toBe(200);
  await vi.waitFor(() => expect(agent.heard.map(({ name }) => name)).toContain('workspace:changed'), {
    timeout: 5_000,
  });
  expect(own.heard.map(({ name }) => name)).not.toContain('workspace:changed');
  await admin.patch('/settings/', { waiting_weight: 1 });
});

it('who has a list open hears that an import came in and was taken back; a customer of no part in it does not', async () => {
  const csv = 'User ID,Timestamp (UTC),Message Body\nundone,2024-01-01 10:00:00,hello\n';
  const [agent, outside] = await Promise.all([live(await staff()), live(customer)]);
  const told = async (type: string) => {
    const hint = expect.objectContaining({ name: 'list:changed', data: { ticket_id: null, type } });
    await expect.poll(() => agent.heard, { timeout: 10_000 }).toContainEqual(hint);
    expect(outside.heard).not.toContainEqual(hint);
  };
  const { id } = await stageImport(admin.actor, csv, { route: false });
  await runImport(id);
  await told('import.advanced');
  await startImport(admin.actor, id, 'undo');
  await told('import.undone');
});

it('who waits hears at once that the queue moved, without a word about whom, and stands nearer', async () => {
  await addActor('agent', { languages: ['eo'] });
  const waits = async () => {
    const client = await apiClient(front.url, await addActor('customer'));
    const { body } = await client.post('/tickets/', { ...newRequest(), languages: ['eo'] });
    return { client, id: body.id!, socket: await live(client) };
  };
  const ahead = await waits();
  const behind = await waits();
  const outside = await live(await apiClient(front.url, await addActor('customer')));
  const place = async () =>
    (await behind.client.get(`/tickets/${behind.id}/queue/`)).body.place as unknown as number;
  const before = await place();
  await behind.socket.join(behind.id);
  await assign(ahead.id, admin);
  const moved = ({ heard }: LiveClient) => heard.filter(({ name }) => name === 'queue:moved');
  // its page would ask by itself after a minute
  await expect.poll(() => moved(behind.socket), { timeout: 5_000 }).not.toEqual([]);
  expect(await place()).toBe(before - 1);
  expect(moved(behind.socket).every(({ data }) => data === undefined)).toBe(true);
  expect(moved(outside)).toEqual([]);
});

it('a browser is told of a notice while no window of its person is open in any process, and else not', async () => {
  let pushes = 0;
  const service = createServer((request, response) => {
    pushes++;
    request.resume();
    response.writeHead(201).end();
  });
  await new Promise<void>((ready) => service.listen(0, '127.0.0.1', ready));
  const agent = await staff();
  await sql.query('UPDATE person SET is_available = true, capacity = 0 WHERE id = $1', [agent.actor.id]);
  await sql.query(
    `INSERT INTO push_subscription (id, person_id, session_id, endpoint, p256dh, auth) VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ...[newId(), agent.actor.id, agent.actor.sessionId],
      `http://127.0.0.1:${(service.address() as AddressInfo).port}/`,
      createECDH('prime256v1').generateKeys('base64url'),
      randomBytes(16).toString('base64url'),
    ],
  );
  const tell = async () => assign(await newTicket(), agent);
  const decided = async () =>
    (await sql.query('SELECT 1 FROM notice WHERE person_id = $1 AND pushed_at IS NOT NULL', [agent.actor.id]))
      .rowCount;
  const lines = async () =>
    (
      await sql.query('SELECT 1 FROM person_connection WHERE person_id = $1 AND closed_at IS NULL', [
        agent.actor.id,
      ])
    ).rowCount;
  const desk = await live(agent);
  await expect.poll(lines, { timeout: 10_000 }).toBe(1);
  await tell();
  await expect.poll(decided, { timeout: 10_000 }).toBe(1);
  desk.close();
  await expect.poll(lines, { timeout: 10_000 }).toBe(0);
  expect(pushes).toBe(0);
  await tell();
  await expect.poll(() => pushes, { timeout: 10_000 }).toBe(1);
  service.close();
});

it('a visitor of a website hears his chat, is heard writing and reading, and nothing else', async () => {
  const site = await admin.post('/channels/chat/', { name: 'Shop' });
  const ask = async (path: string, token: string | null, body: unknown) => {
    const headers = {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const answer = await fetch(`${front.url}/api/widget/${path}`, {
      ...{ method: 'POST', headers, body: JSON.stringify(body) },
    });
    return (answer.status === 204 ? {} : await answer.json()) as {
      token: string;
      conversation: { id: string };
    };
  };
  const { token } = await ask(`${String(site.body.key)}/visitors/`, null, {});
  const email = `${newId()}@example.test`;
  const { conversation } = await ask('conversations/', token, { body: 'Hello', email });
  const visitor = openLive(front.url, { token });
  const forged = openLive(front.url, { token: `${token.slice(0, -2)}xx`, reconnection: false });
  const desk = await live(admin);
  open.push(visitor, forged);
  await vi.waitFor(() => expect(visitor.socket.connected).toBe(true), 5_000);
  expect(await visitor.join(conversation.id)).toMatchObject({ ok: true, marks: [] });
  expect(await visitor.join(await newTicket())).toMatchObject({ ok: false, error: { code: 'not_found' } });
  for (const name of ['marks:watch', 'notices:read'])
    expect(await visitor.say(name, { ticket_ids: [] })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
  await desk.join(conversation.id);
  await visitor.say('ticket:typing', { ticket_id: conversation.id, state: 'replying' });
  await vi.waitFor(
    () =>
      expect(desk.heard).toContainEqual({
        name: 'mark',
        data: expect.objectContaining({ ticket_id: conversation.id, state: 'replying' }),
      }),
    5_000,
  );
  const reply = (await admin.post(`/tickets/${conversation.id}/messages/`, { body: 'Hi' })).body.id!;
  await vi.waitFor(() => expect(visitor.events.map(({ data }) => data.message?.id)).toContain(reply), 5_000);
  await ask(`conversations/${conversation.id}/read/`, token, { message_id: reply });
  const seen = { name: 'chat:seen', data: { ticket_id: conversation.id, message_id: reply } };
  await vi.waitFor(() => expect(desk.heard).toContainEqual(seen), 5_000);
  expect(visitor.heard).not.toContainEqual(seen);
  await admin.put(`/tickets/${conversation.id}/read/`, { message_id: reply });
  await vi.waitFor(() => expect(visitor.heard).toContainEqual(seen), 5_000);
  expect(forged.socket.connected).toBe(false);
  // nothing that is staff's: who looks, what is in lists of others
  expect(
    visitor.heard
      .filter(({ name }) => name === 'list:changed' || name === 'people:changed')
      .every(({ data }) => (data as { ticket_id: string }).ticket_id === conversation.id),
  ).toBe(true);

  // another browser that came by the same conversation, as one who planted it would have
  const { token: other } = await ask(`${String(site.body.key)}/visitors/`, null, {});
  await sql.query(
    'UPDATE visitor SET person_id = (SELECT person_id FROM visitor WHERE email = $1) WHERE id = $2',
    [email, other.slice(4, 40)],
  );
  const planter = openLive(back.url, { token: other, reconnection: false });
  open.push(planter);
  await vi.waitFor(() => expect(planter.socket.connected).toBe(true), 5_000);
  expect(await planter.join(conversation.id)).toMatchObject({ ok: true });
  const cuts = vi.fn();
  visitor.socket.on('disconnect', cuts);
  await ask('visitor/email-code/', token, {});
  await ask('visitor/confirm/', token, { code: await mailedCode(email) });
  await vi.waitFor(() => expect(planter.socket.connected).toBe(false), 5_000);
  expect(cuts).not.toHaveBeenCalled();
});
