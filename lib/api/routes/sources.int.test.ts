import { readFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { tokenFor } from '@/lib/auth/secrets';
import { newId } from '@/lib/clock';
import { assignTicket } from '@/lib/commands/assign-ticket';
import { sql } from '@/lib/db/transaction';
import type { Actor } from '@/lib/rules/permissions';
import { addActor, fileTicket } from '@/tests/factories';
import { mailedCode, makePerson, PASSWORD, signedIn, verificationToken } from '@/tests/identity';
import { api } from '../app';

/**
 * The endpoints that the five sources list, each as its source calls it, with and without the trailing slash
 * (docs/api.md, "The sources' endpoints"). Who is refused stands in lib/rules/access.int.test.ts.
 */
type Who = 'admin' | 'agent' | 'customer' | 'anyone';
let people: Record<Exclude<Who, 'anyone'>, { actor: Actor; access: string; refresh: string; email: string }>;

beforeAll(async () => {
  const enter = async (role: Actor['role']) => {
    const person = await makePerson({ role, password: PASSWORD, email: `${newId()}@example.test` });
    return { ...(await signedIn(person)), email: person.email! };
  };
  people = { admin: await enter('admin'), agent: await enter('agent'), customer: await enter('customer') };
});

interface Answer {
  status: number;
  body: Record<string, unknown>;
  location: string | null;
}
async function ask(method: string, path: string, who: Who, body?: unknown, more = {}): Promise<Answer> {
  const response = await api.request(`http://localhost:3000${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(who === 'anyone' ? {} : { authorization: `Bearer ${people[who].access}` }),
      ...more,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text.startsWith('{') ? JSON.parse(text) : {},
    location: response.headers.get('location'),
  };
}

const fresh = () => `${newId()}@example.test`;
/** A ticket that the agent holds. */
async function held(): Promise<string> {
  const { id } = await fileTicket(people.customer.actor);
  await assignTicket(people.agent.actor, id, { assigned_agent: people.agent.actor.id });
  return id;
}
const waiting = async () => (await fileTicket(people.customer.actor)).id;
const taskOf = async (ticket: string) =>
  String((await ask('POST', '/api/v1/create-task/', 'admin', { ticket })).body.id);
const newAgent = async () => (await addActor('agent')).id;
async function invitation(role: 'agent' | 'customer' = 'agent'): Promise<string> {
  const { body } = await ask('POST', '/api/users/', 'admin', { email: fresh(), name: 'Nora', role });
  const { rows } = await sql.query<{ id: string; nonce: string }>(
    `SELECT id, nonce FROM verification_token WHERE person_id = $1 AND used_at IS NULL`,
    [body.id],
  );
  return tokenFor('invitation', rows[0]!.id, rows[0]!.nonce);
}
async function registration() {
  const email = fresh();
  return { email, password: PASSWORD, name: 'Nora', verification_token: await verificationToken(email) };
}
async function code() {
  const email = fresh();
  await ask('POST', '/api/auth/request-otp/', 'anyone', { email });
  return { email, otp: await mailedCode(email) };
}
const newTicket = { subject: 'Printer', description: 'It shows error code 123.', priority: 'MEDIUM' };
const tokens = { access: expect.any(String), refresh: expect.any(String) };
const list = { results: expect.any(Array), next: null };
const agent = { user: expect.any(String), languages: expect.any(Array), capacity: expect.any(Number) };
const contact = { restriction: [], platform: expect.any(String), priority: expect.any(Number) };
const task = { id: expect.any(String), ticket: expect.any(String), status: 'open' };

interface Row {
  /** As the source's list has it, with the trailing slash. */
  endpoint: string;
  who: Who;
  /** What stands for the path's parameter. */
  of?: () => string | Promise<string>;
  query?: string;
  body?: () => unknown;
  headers?: Record<string, string>;
  status?: number;
  answer?: object;
}
const agents = (path: string): Row[] => [
  {
    endpoint: `GET ${path}`,
    who: 'agent',
    answer: { results: expect.arrayContaining([expect.objectContaining(agent)]) },
  },
  {
    ...{
      endpoint: `POST ${path}`,
      who: 'admin',
      status: 201,
      answer: { ...agent, languages: ['de'], capacity: 2 },
    },
    body: () => ({ user: people.agent.actor.id, languages: ['de'], capacity: 2 }),
  },
  { endpoint: `GET ${path}{id}/`, who: 'agent', of: () => people.agent.actor.id, answer: agent },
  {
    ...{ endpoint: `PATCH ${path}{id}/`, who: 'agent', of: () => people.agent.actor.id },
    ...{ body: () => ({ languages: ['en', 'de'] }), answer: { ...agent, languages: ['de', 'en'] } },
  },
  { endpoint: `DELETE ${path}{id}/`, who: 'admin', of: newAgent, status: 204 },
];
const rows: Record<string, Row[]> = {
  S0: [
    {
      ...{ endpoint: 'POST /api/token/', who: 'anyone', answer: tokens },
      body: () => ({ username: people.agent.email, password: PASSWORD }),
    },
    ...agents('/api/v1/agents/'),
    { endpoint: 'GET /api/v1/tasks/', who: 'agent', answer: { results: expect.any(Array) } },
    {
      ...{ endpoint: 'POST /api/v1/tasks/', who: 'agent', status: 201, answer: task },
      body: async () => ({ ticket: await held() }),
    },
    { endpoint: 'GET /api/v1/tasks/{id}/', who: 'agent', of: async () => taskOf(await held()), answer: task },
    {
      ...{ endpoint: 'PATCH /api/v1/tasks/{id}/', who: 'agent', of: async () => taskOf(await held()) },
      ...{ body: () => ({ status: 'in_progress' }), answer: { ...task, status: 'in_progress' } },
    },
    {
      endpoint: 'DELETE /api/v1/tasks/{id}/',
      who: 'agent',
      of: async () => taskOf(await held()),
      status: 204,
    },
    { endpoint: 'GET /api/v1/tickets/', who: 'agent', answer: { results: expect.any(Array) } },
    {
      ...{ endpoint: 'POST /api/v1/tickets/', who: 'agent', status: 201 },
      ...{ body: () => ({ platform: 'call' }), answer: { ...contact, platform: 'call', priority: 1 } },
    },
    { endpoint: 'GET /api/v1/tickets/{id}/', who: 'agent', of: held, answer: contact },
    {
      ...{ endpoint: 'PATCH /api/v1/tickets/{id}/', who: 'agent', of: held },
      ...{ body: () => ({ priority: 12 }), answer: { ...contact, priority: 12 } },
    },
    { endpoint: 'DELETE /api/v1/tickets/{id}/', who: 'agent', of: held, status: 204 },
    {
      ...{ endpoint: 'POST /api/v1/create-task/', who: 'agent', status: 201, answer: task },
      // as its example has it
      body: async () => ({
        ...{ id: newId(), ticket: await held(), agent: people.agent.actor.id, status: 'open' },
        ...{ created_at: '2024-09-17T10:47:15.508472Z', updated_at: '2024-09-17T10:47:15.508665Z' },
      }),
    },
    {
      ...{ endpoint: 'POST /api/v1/create-ticket/', who: 'agent', status: 201 },
      body: () => ({ id: newId(), restriction: {}, platform: 'facebook_chat', priority: 2_147_483_647 }),
      answer: { restriction: [], platform: 'facebook_chat', priority: 2_147_483_647 },
    },
  ],
  S1: [
    {
      ...{ endpoint: 'POST /auth/token/', who: 'anyone', answer: tokens },
      body: () => ({ username: people.customer.email, password: PASSWORD }),
    },
    {
      ...{ endpoint: 'POST /auth/token/refresh/', who: 'anyone', answer: tokens },
      body: () => ({ refresh: people.customer.refresh }),
    },
    { endpoint: 'GET /auth/', who: 'anyone', status: 302 },
    {
      ...{ endpoint: 'POST /api/register_customer/', who: 'anyone', body: registration, status: 201 },
      answer: { ...tokens, user: expect.objectContaining({ role: 'customer' }) },
    },
    {
      ...{ endpoint: 'POST /api/register_customer_rep/', who: 'anyone', status: 201, answer: tokens },
      body: async () => ({ token: await invitation(), password: PASSWORD }),
    },
    { endpoint: 'GET /api/conversations/', who: 'customer', answer: { results: expect.any(Array) } },
    {
      ...{ endpoint: 'GET /api/conversations/{id}/', who: 'customer', of: held },
      answer: {
        customer_rep: expect.objectContaining({ id: expect.any(String) }),
        ...{ status: 'active', messages: [expect.objectContaining({ text: 'Error 123' })] },
      },
    },
  ],
  S2: [
    {
      ...{ endpoint: 'POST /api/auth/token/', who: 'anyone', answer: tokens },
      body: () => ({ email: people.admin.email, password: PASSWORD }),
    },
    {
      ...{ endpoint: 'POST /api/auth/token/refresh/', who: 'anyone', answer: tokens },
      body: () => ({ refresh: people.agent.refresh }),
    },
    { endpoint: 'GET /api/me/', who: 'customer', answer: { role: 'customer', capacity: expect.any(Number) } },
    { endpoint: 'POST /api/auth/request-otp/', who: 'anyone', body: () => ({ email: fresh() }) },
    {
      ...{ endpoint: 'POST /api/auth/verify-otp/', who: 'anyone', body: code },
      answer: { verification_token: expect.any(String) },
    },
    { endpoint: 'POST /api/auth/register/', who: 'anyone', body: registration, status: 201, answer: tokens },
    { endpoint: 'GET /api/tickets/', who: 'customer', answer: { results: expect.any(Array) } },
    {
      ...{ endpoint: 'POST /api/tickets/', who: 'customer', body: () => newTicket, status: 201 },
      answer: { ...newTicket, status: 'OPEN', assigned_agent: null },
    },
    {
      ...{ endpoint: 'GET /api/tickets/{id}/', who: 'customer', of: held },
      answer: { status: 'ASSIGNED', messages: expect.any(Array) },
    },
    {
      ...{ endpoint: 'POST /api/tickets/{id}/messages/', who: 'agent', of: held, status: 201 },
      body: () => ({ body: 'Can you share a photo of the error?', is_internal: false }),
      answer: { is_internal: false },
    },
    {
      ...{ endpoint: 'POST /api/tickets/{id}/set-status/', who: 'agent', of: held },
      ...{ body: () => ({ status: 'IN_PROGRESS' }), answer: { status: 'IN_PROGRESS' } },
    },
    {
      ...{ endpoint: 'POST /api/tickets/{id}/assign/', who: 'admin', of: waiting },
      ...{ body: () => ({ assigned_agent: people.agent.actor.id }), answer: { status: 'ASSIGNED' } },
    },
    {
      ...{ endpoint: 'POST /api/tickets/{id}/ai-draft/', who: 'agent', of: held, status: 202 },
      ...{ body: () => ({}), headers: { prefer: 'respond-async' }, answer: { id: expect.any(String) } },
    },
    {
      endpoint: 'GET /api/tickets/search/',
      who: 'agent',
      query: '?q=printer',
      answer: { results: expect.any(Array) },
    },
    { endpoint: 'GET /api/analytics/summary/', who: 'admin', answer: { total: expect.any(Number) } },
    { endpoint: 'GET /api/analytics/volume/', who: 'admin', query: '?days=30', answer: { days: 30 } },
    { endpoint: 'GET /api/analytics/resolution/', who: 'admin', answer: { count: expect.any(Number) } },
  ],
  S3: [
    {
      ...{ endpoint: 'POST /api/users/', who: 'admin', status: 201, answer: { role: 'agent' } },
      body: () => ({ email: fresh(), name: 'Nora', role: 'agent' }),
    },
    { endpoint: 'GET /api/users/', who: 'agent', answer: { results: expect.any(Array) } },
    {
      ...{ endpoint: 'GET /api/users/{id}/', who: 'customer', of: () => people.customer.actor.id },
      answer: { role: 'customer' },
    },
    {
      ...{ endpoint: 'PATCH /api/users/{id}/', who: 'customer', of: () => people.customer.actor.id },
      ...{ body: () => ({ name: 'Carla' }), answer: { name: 'Carla' } },
    },
    { endpoint: 'DELETE /api/users/{id}/', who: 'admin', of: newAgent, status: 204 },
    ...agents('/api/agents/'),
    {
      ...{ endpoint: 'POST /api/tickets/', who: 'admin', status: 201, answer: { status: 'OPEN' } },
      body: () => ({ ...newTicket, customer: people.customer.email }),
    },
    { endpoint: 'GET /api/tickets/', who: 'agent', answer: { results: expect.any(Array) } },
    { endpoint: 'GET /api/tickets/{id}/', who: 'agent', of: held, answer: { status: 'ASSIGNED' } },
    {
      ...{ endpoint: 'PATCH /api/tickets/{id}/', who: 'agent', of: held },
      ...{ body: () => ({ version: 2, priority: 'HIGH' }), answer: { priority: 'HIGH' } },
    },
    { endpoint: 'DELETE /api/tickets/{id}/', who: 'agent', of: held, status: 204 },
    {
      ...{ endpoint: 'POST /api/tickets/fetch_tickets/', who: 'agent', body: () => ({ limit: 1 }) },
      answer: { results: expect.any(Array) },
    },
    {
      ...{ endpoint: 'POST /api/tickets/sell_tickets/', who: 'agent' },
      body: async () => ({ ticket_ids: [await held()] }),
      answer: { resolved: [expect.any(String)], refused: [] },
    },
  ],
  S4: [
    {
      ...{ endpoint: 'POST /api/messages/', who: 'customer', status: 201 },
      ...{ body: () => ({ body: 'Where is my loan?' }), answer: { ticket: expect.anything() } },
    },
    { endpoint: 'GET /api/messages/', who: 'customer', answer: list },
  ],
};

describe.each(Object.entries(rows))('%s', (_source, listed) => {
  test.each(listed.map((row) => [row.endpoint, row.who, row] as const))('%s as %s', async (_, who, row) => {
    for (const slash of ['/', '']) {
      const [method = '', pattern = ''] = row.endpoint.split(' ');
      const path = pattern.replace(/\/$/, slash).replace('{id}', (await row.of?.()) ?? '');
      const answer = await ask(method, `${path}${row.query ?? ''}`, who, await row.body?.(), row.headers);
      expect(answer.status, `${path}: ${JSON.stringify(answer.body).slice(0, 300)}`).toBe(row.status ?? 200);
      if (row.answer) expect(answer.body).toMatchObject(row.answer);
    }
  });
});

test('the documentation has a row for each', async () => {
  const page = await readFile('docs/api.md', 'utf8');
  for (const [source, listed] of Object.entries(rows))
    for (const { endpoint } of listed) {
      const [method, path] = endpoint.split(' ');
      const lines = page.split('\n').filter((line) => line.startsWith(`| ${source} |`));
      const named = lines.filter((line) => new RegExp(`\\b${method}\\b[^|]*\`${path}\``).test(line));
      expect(named, `${source} ${endpoint}`).toHaveLength(1);
    }
});

it('GET /auth/ leads to the page for signing in', async () => {
  expect((await ask('GET', '/auth/', 'anyone')).location).toBe('/sign-in');
  expect((await ask('POST', '/auth/register/', 'anyone', {})).status).toBe(404);
  expect((await ask('POST', '/token/', 'anyone', {})).status).toBe(404);
  expect((await ask('GET', '/auth/token/', 'anyone')).status).toBe(405);
});

describe('a contact centre (S0)', () => {
  let busy: Actor;
  const post = (path: string, body: unknown) => ask('POST', `/api/v1${path}`, 'admin', body);
  const file = async (priority: number) =>
    String((await post('/create-ticket/', { platform: 'email', priority, restriction: ['eo'] })).body.id);
  beforeEach(async () => {
    await sql.query('UPDATE person SET is_available = false');
    await sql.query("UPDATE ticket SET status = 'RESOLVED'");
    busy = await addActor('agent', { available: true, capacity: 1, languages: ['eo'] });
  });

  it('gives a task now to who has room, in the order of the numbers, and keeps its id while it waits', async () => {
    const [usual, urgent, more, most] = [
      await file(2),
      await file(3),
      await file(4),
      await file(2 ** 31 - 1),
    ];
    // asked for the least, the first gets the place
    const waits = await post('/create-task/', { ticket: usual });
    expect(waits.body).toMatchObject({ ticket: usual, agent: null, status: 'open' });
    const served: string[] = [];
    for (const _ of [1, 2, 3]) {
      const { rows } = await sql.query<{ id: string }>(
        "SELECT id FROM ticket WHERE assignee_id = $1 AND status = 'ASSIGNED'",
        [busy.id],
      );
      served.push(rows[0]!.id);
      const done = await ask('PATCH', `/api/v1/tasks/${await taskOf(rows[0]!.id)}/`, 'admin', {
        status: 'done',
      });
      expect(done.body).toMatchObject({ status: 'done', agent: busy.id });
      await post('/create-task/', { ticket: usual });
    }
    expect(served).toEqual([most, more, urgent]);
    const has = await ask('GET', `/api/v1/tasks/${waits.body.id}/`, 'admin');
    expect(has.body).toMatchObject({ id: waits.body.id, agent: busy.id, status: 'open' });
    // a repeat gives nothing to anybody else
    expect((await post('/create-task/', { ticket: usual })).body).toMatchObject({
      id: waits.body.id,
      agent: busy.id,
    });
  });

  it('takes a task away, and what was taken is gone', async () => {
    const ticket = await held();
    const first = await taskOf(ticket);
    const moved = await ask('PATCH', `/api/v1/tasks/${first}/`, 'admin', {
      agent: busy.id,
      status: 'in_progress',
    });
    expect(moved.body).toMatchObject({
      ...{ agent: busy.id, status: 'in_progress' },
      warnings: [],
    });
    expect(moved.body.id).not.toBe(first);
    expect((await ask('GET', `/api/v1/tasks/${first}/`, 'admin')).status).toBe(404);
    expect((await ask('DELETE', `/api/v1/tasks/${moved.body.id}/`, 'agent')).status).toBe(404);
    expect((await ask('DELETE', `/api/v1/tasks/${moved.body.id}/`, 'admin')).status).toBe(204);
    expect((await ask('DELETE', `/api/v1/tasks/${moved.body.id}/`, 'admin')).status).toBe(404);
    const { rows } = await sql.query('SELECT assignee_id, status FROM ticket WHERE id = $1', [ticket]);
    expect(rows).toEqual([{ assignee_id: null, status: 'OPEN' }]);
    expect((await ask('GET', `/api/v1/tasks/${ticket}/`, 'admin')).status).toBe(404);
  });

  it('is a ticket like any other: a number holds as long as it means its priority', async () => {
    const id = await file(40);
    const edit = async (body: object) => (await ask('PATCH', `/api/tickets/${id}/`, 'admin', body)).body;
    const { body } = await ask('GET', `/api/tickets/${id}/`, 'admin');
    expect(body).toMatchObject({
      priority: 'URGENT',
      channel: 'EMAIL',
      languages: ['eo'],
      subject: 'E-mail',
    });
    expect(body.customer).toMatchObject({ name: 'Unnamed contact' });
    await edit({ version: body.version, priority: 'LOW' });
    expect((await ask('GET', `/api/v1/tickets/${id}/`, 'admin')).body.priority).toBe(0);
    const refused = await ask('PATCH', `/api/v1/tickets/${id}/`, 'admin', { platform: 'call' });
    expect(refused.body.error).toMatchObject({ fields: { platform: ['not_allowed'] } });
    const wrong = await post('/create-ticket/', {
      platform: 'fax',
      restriction: ['test'],
      priority: 2 ** 31,
    });
    expect(wrong.body.error).toMatchObject({
      fields: { platform: ['not_allowed'], restriction: ['not_allowed'], priority: ['too_big'] },
    });
  });
});

describe('agents (S3)', () => {
  it('are made of users, and are agents until they are deactivated', async () => {
    const { id } = await addActor('customer');
    const made = await ask('POST', '/api/agents/', 'admin', {
      user: id,
      languages: ['fr'],
      capacity_calls: 1,
    });
    expect(made.body).toMatchObject({ id, user: id, languages: ['fr'], capacity: 4, capacity_calls: 1 });
    expect((await ask('GET', `/api/users/${id}/`, 'admin')).body.role).toBe('agent');
    expect((await ask('DELETE', `/api/agents/${id}/`, 'admin')).status).toBe(204);
    expect((await ask('GET', `/api/agents/${id}/`, 'admin')).status).toBe(404);
    const again = await ask('POST', '/api/agents/', 'admin', { user: id });
    expect(again.body.error).toMatchObject({ fields: { user: ['unknown_user'] } });
    const admin = people.admin.actor.id;
    expect((await ask('POST', '/api/agents/', 'admin', { user: admin, languages: ['en'] })).status).toBe(201);
    expect((await ask('GET', '/api/me/', 'admin')).body.role).toBe('admin');
  });

  it('may change and delete themselves, and raise no limit', async () => {
    const { actor, access } = await signedIn(await makePerson({ role: 'agent', capacity: 2 }));
    const headers = { authorization: `Bearer ${access}` };
    const raise = await ask('PATCH', `/api/agents/${actor.id}/`, 'anyone', { capacity: 9 }, headers);
    expect(raise.body.error).toMatchObject({ fields: { capacity: expect.any(Array) } });
    expect((await ask('DELETE', `/api/users/${actor.id}/`, 'anyone', undefined, headers)).status).toBe(204);
    expect((await ask('GET', '/api/me/', 'anyone', undefined, headers)).status).toBe(401);
  });
});

describe('registering (S1)', () => {
  it('makes nobody a member of staff without an invitation', async () => {
    const open = await ask('POST', '/api/register_customer_rep/', 'anyone', {
      ...{ username: 'eve', email: fresh(), password: PASSWORD },
    });
    expect(open.body.error).toMatchObject({ fields: { token: ['required'] } });
    const made = await ask('POST', '/api/register_customer_rep/', 'anyone', {
      token: 'x',
      password: PASSWORD,
    });
    expect(made.body.error).toMatchObject({ fields: { token: ['invalid'] } });
  });

  it('the role is that of the invitation', async () => {
    for (const role of ['agent', 'customer'] as const) {
      const token = await invitation(role);
      const { body } = await ask('POST', '/api/register_customer_rep/', 'anyone', {
        token,
        password: PASSWORD,
      });
      const headers = { authorization: `Bearer ${String(body.access)}` };
      expect((await ask('GET', '/api/me/', 'anyone', undefined, headers)).body.role).toBe(role);
    }
  });

  it('a conversation has no notes', async () => {
    const id = await held();
    await ask('POST', `/api/tickets/${id}/messages/`, 'agent', { body: 'Between us', is_internal: true });
    const { body } = await ask('GET', `/api/conversations/${id}/`, 'agent');
    expect(JSON.stringify(body)).not.toContain('Between us');
    expect(body.messages).toHaveLength(1);
  });
});
