import { beforeEach, describe, expect, test } from 'vitest';
import { newNonce, tokenFor } from '@/lib/auth/secrets';
import { newId } from '@/lib/clock';
import { createTicket } from '@/lib/commands/create-ticket';
import { sql } from '@/lib/db/transaction';
import { createTicketInput } from '@/lib/schemas/ticket';
import type { Role } from '@/lib/schemas/values';
import { comparable, makePerson, PASSWORD, send, signedIn } from '@/tests/identity';

type Person = Awaited<ReturnType<typeof makePerson>>;
type Login = Awaited<ReturnType<typeof signedIn>>;
let admin: Login;
let agent: Login;
let ada: Person;
let customer: Login;

const enter = async (role: Role): Promise<Login> => signedIn(await makePerson({ role }));
const events = async (personId: string) =>
  (
    await sql.query<{ type: string; data: Record<string, unknown> }>(
      "SELECT type, data FROM event WHERE data->>'person_id' = $1 ORDER BY id",
      [personId],
    )
  ).rows;
const changes = async (personId: string) =>
  (await events(personId)).filter((e) => e.type === 'person.changed').map((e) => e.data);
/** What earlier tests left behind counts neither as an admin nor in the lists of staff. */
const nobodyOnStaff = () => sql.query("UPDATE person SET role = 'customer' WHERE role <> 'customer'");
let n = 0;
const fresh = () => `made${++n}@example.test`;

beforeEach(async () => {
  await nobodyOnStaff();
  admin = await enter('admin');
  ada = await makePerson({ role: 'agent', name: 'Ada', languages: ['de', 'en'] });
  agent = await signedIn(ada);
  customer = await enter('customer');
});

describe('making people', () => {
  const make = (body: unknown, headers = {}) =>
    send('POST', '/users/', { body, access: admin.access, headers });

  test('with a password: limits of the installation, unavailable, can sign in', async () => {
    const email = fresh();
    const { status, body } = await make({
      email,
      name: 'Bruno',
      role: 'agent',
      languages: ['it', 'en', 'it'],
      password: PASSWORD,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{
        email,
        name: 'Bruno',
        role: 'agent',
        languages: ['en', 'it'],
        is_available: false,
        is_active: true,
      },
      ...{ capacity: 4, capacity_calls: 3, capacity_total: null, has_password: true, load: 0, load_calls: 0 },
    });
    expect((await send('POST', '/auth/token/', { body: { email, password: PASSWORD } })).status).toBe(200);
  });

  test('without a password a single-use link is mailed that opens the account once', async () => {
    const email = fresh();
    const { body } = await make({ email, name: 'Chloe', role: 'agent', locale: 'de' });
    expect(body.has_password).toBe(false);
    const { rows } = await sql.query<{ secret_id: string; nonce: string; template: string; locale: string }>(
      'SELECT m.secret_id, m.template, m.locale, v.nonce FROM outbound_mail m JOIN verification_token v ON v.id = m.secret_id WHERE recipient = $1',
      [email],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ template: 'invitation', locale: 'de' });
    const token = tokenFor('invitation', rows[0]!.secret_id, rows[0]!.nonce);
    const accept = (password: string) =>
      send('POST', '/auth/accept-invitation/', { body: { token, password } });
    expect((await accept(email)).status).toBe(422);
    const answers = await Promise.all(Array.from({ length: 10 }, () => accept(PASSWORD)));
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
    expect(answers.filter((a) => a.status === 422)).toHaveLength(9);
    expect((await send('POST', '/auth/token/', { body: { email, password: PASSWORD } })).status).toBe(200);
  });

  test('a link is dead when its person got another address or was deactivated', async () => {
    for (const change of [{ email: fresh() }, { is_active: false }]) {
      const { body } = await make({ email: fresh(), name: 'X', role: 'agent' });
      const { rows } = await sql.query<{ id: string; nonce: string }>(
        'SELECT id, nonce FROM verification_token WHERE person_id = $1',
        [body.id],
      );
      await send('PATCH', `/users/${body.id}/`, { body: change, access: admin.access });
      const token = tokenFor('invitation', rows[0]!.id, rows[0]!.nonce);
      const answer = await send('POST', '/auth/accept-invitation/', { body: { token, password: PASSWORD } });
      expect(answer.status).toBe(422);
    }
  });

  test('an existing address in other letters is refused', async () => {
    const answer = await make({ email: ada.email!.toUpperCase(), name: 'X', role: 'customer' });
    expect(answer).toMatchObject({ status: 422, body: { error: { fields: { email: ['taken'] } } } });
  });

  test('the same key twice makes one person and one mail', async () => {
    const body = { email: fresh(), name: 'X', role: 'agent' };
    const headers = { 'idempotency-key': 'k1' };
    const [first, second] = await Promise.all([make(body, headers), make(body, headers)]);
    expect(first!.status).toBe(201);
    expect(second!.body).toEqual(first!.body);
    expect((await sql.query('SELECT 1 FROM outbound_mail WHERE recipient = $1', [body.email])).rowCount).toBe(
      1,
    );
  });

  test.each([
    ['a number below', { capacity: -1 }],
    ['a number above', { capacity: 1e9 }],
    ['a half', { capacity_calls: 1.5 }],
    ['no number', { capacity: null }],
    ['text', { capacity: '4' }],
    ['an unknown role', { role: 'root' }],
    ['an unknown key', { is_superuser: true }],
    ['a language of three letters', { languages: ['deu'] }],
    ['a foreign locale', { locale: '__proto__' }],
    ['a path as time zone', { time_zone: '../../etc/passwd' }],
    ['an empty name', { name: ' \u200b ' }],
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }],
    ['an id', { id: '0198f000-0000-7000-8000-000000000000' }],
    ['his address as password', { email: 'same@example.test', password: 'same@example.test' }],
  ])('%s is 422 at creation and change', async (_name, bad) => {
    expect((await make({ email: fresh(), name: 'X', role: 'agent', ...bad })).status).toBe(422);
    const { status } = await send('PATCH', `/users/${ada.id}/`, { body: bad, access: admin.access });
    expect(status).toBe(422);
  });

  test('a name keeps its letters and loses what turns the text round', async () => {
    const { body } = await make({ email: fresh(), name: ' \u202eنورا\u200b ', role: 'customer' });
    expect(body.name).toBe('نورا');
  });
});

describe('who may what', () => {
  test('anonymous 401, wrong role 403, somebody else like nobody at all', async () => {
    expect((await send('GET', '/users/')).status).toBe(401);
    expect((await send('GET', '/users/', { access: customer.access })).status).toBe(403);
    const body = { email: fresh(), name: 'X', role: 'admin' };
    for (const { access } of [agent, customer]) {
      expect((await send('POST', '/users/', { body, access })).status).toBe(403);
      expect((await send('DELETE', `/users/${admin.actor.id}/`, { access })).status).toBe(404);
      const id = access === agent.access ? customer.actor.id : ada.id;
      const absent = '0198f000-0000-7000-8000-000000000000';
      for (const method of ['GET', 'PATCH']) {
        const options = method === 'GET' ? { access } : { access, body: { name: 'Mine' } };
        const hidden = await send(method, `/users/${id}/`, options);
        expect(hidden.status).toBe(404);
        expect(comparable(hidden)).toBe(comparable(await send(method, `/users/${absent}/`, options)));
      }
    }
  });

  test('an answer holds no hash, subject or external id', async () => {
    await sql.query(
      "UPDATE person SET password_hash = 'canary-1', google_subject = 'canary-2', external_id = 'canary-3' WHERE id = $1",
      [ada.id],
    );
    for (const path of ['/users/', `/users/${ada.id}/`, '/me/']) {
      for (const { access } of [admin, agent])
        expect((await send('GET', path, { access })).text).not.toContain('canary');
    }
  });

  test.each(['0', '1', 'abc', '-1', `${'a'.repeat(10_000)}`, '1%00', "1'--"])(
    'the id %.20s is 404 or 422',
    async (id) => {
      expect([404, 422]).toContain((await send('GET', `/users/${id}/`, { access: admin.access })).status);
    },
  );
});

describe('the list', () => {
  const list = (query: string, access = admin.access) => send('GET', `/users/${query}`, { access });
  const names = (answer: Awaited<ReturnType<typeof list>>) =>
    (answer.body.results as { name: string }[]).map((p) => p.name);

  test('pages by name without holes or repeats, also among equal names', async () => {
    for (const name of ['Zoe', 'Bea', 'Bea', 'Bea', 'Cid']) await makePerson({ name, role: 'agent' });
    const all = names(await list('?role=agent,admin'));
    const paged: string[] = [];
    for (let next: unknown = ''; next !== null; ) {
      const answer = await list(`?role=agent,admin&limit=2${next ? `&cursor=${next}` : ''}`);
      paged.push(...names(answer));
      next = answer.body.next;
    }
    expect(all).toHaveLength(7);
    expect(paged).toEqual(all);
  });

  test('finds by name and address, signs of LIKE meant as they are', async () => {
    await makePerson({ name: '100% Cotton_Co', email: 'shop_one@example.test' });
    expect(names(await list('?q=cotton'))).toEqual(['100% Cotton_Co']);
    expect(names(await list('?q=SHOP_ONE'))).toEqual(['100% Cotton_Co']);
    expect(names(await list('?q=%25'))).toEqual(['100% Cotton_Co']);
    expect(names(await list('?q=_'))).toEqual(['100% Cotton_Co']);
    expect(names(await list('?q=%25%25%25%25'))).toEqual([]);
    expect(names(await list("?q=';SELECT pg_sleep(5)--"))).toEqual([]);
  });

  test("a cursor that is garbage, changed or another person's is 422", async () => {
    const { body } = await list('?limit=1');
    const cursor = String(body.next);
    for (const bad of ['garbage', `${cursor}x`, `x${cursor}`, 'a.b', '.']) {
      expect((await list(`?cursor=${bad}`)).status).toBe(422);
    }
    expect((await list(`?cursor=${cursor}`, agent.access)).status).toBe(422);
    expect((await list(`?cursor=${cursor}`)).status).toBe(200);
  });

  test.each([
    'limit=0',
    'limit=-1',
    'limit=101',
    'limit=1e9',
    'limit=NaN',
    'limit=1.5',
    'limit=',
    'limit=1&limit=2',
    'limit[]=1',
    'role=root',
    'role=',
    'q=',
    'q=%00',
    `q=${'x'.repeat(201)}`,
    'sort=password',
  ])('?%.20s is 422', async (query) => {
    expect((await list(`?${query}`)).status).toBe(422);
  });
});

describe('changing people', () => {
  const patch = (id: string, body: unknown, access = admin.access) =>
    send('PATCH', `/users/${id}/`, { body, access });

  test('an admin changes everything; one event says what', async () => {
    const body = {
      name: 'Ada L.',
      languages: ['fr'],
      capacity: 9,
      capacity_total: 10,
      locale: 'de',
      time_zone: 'Europe/Rome',
      is_available: true,
    };
    const answer = await patch(ada.id, body);
    expect(answer).toMatchObject({ status: 200, body });
    const [change] = await changes(ada.id);
    expect(change).toMatchObject({ person_id: ada.id, evict: false });
    expect((change!.fields as string[]).sort()).toEqual(Object.keys(body).sort());
    expect((await events(ada.id)).at(-1)).toMatchObject({
      type: 'availability.changed',
      data: { is_available: true },
    });
    await patch(ada.id, body);
    expect(await changes(ada.id)).toHaveLength(1);
  });

  test('oneself: not role, not activity, not address, not higher limits; lower ones yes', async () => {
    const own = (body: unknown) => patch(ada.id, body, agent.access);
    for (const [body, field] of [
      [{ role: 'admin' }, 'role'],
      [{ is_active: false }, 'is_active'],
      [{ email: fresh() }, 'email'],
      [{ capacity: 5 }, 'capacity'],
      [{ capacity_calls: 4 }, 'capacity_calls'],
    ] as const) {
      const answer = await own(body);
      expect(answer.status).toBe(422);
      expect(answer.body.error!.fields).toHaveProperty(field);
    }
    expect(await own({ capacity: 2, capacity_total: 3, name: 'A.' })).toMatchObject({
      status: 200,
      body: { capacity: 2 },
    });
    expect((await own({ capacity: 3 })).status).toBe(422);
    expect((await own({ capacity_total: null })).status).toBe(422);
    expect((await own({ role: 'agent', email: ada.email })).status).toBe(200);
    expect((await patch(admin.actor.id, { role: 'agent' })).status).toBe(409);
  });

  test('a customer cannot be available', async () => {
    expect((await patch(customer.actor.id, { is_available: true })).status).toBe(422);
  });

  test('a role works at once here and evicts; the event is the audit', async () => {
    expect((await patch(ada.id, { role: 'admin' })).status).toBe(200);
    expect(await changes(ada.id)).toEqual([
      { person_id: ada.id, fields: ['role'], evict: true, changes: { role: ['agent', 'admin'] } },
    ]);
    const { rows } = await sql.query(
      "SELECT actor_id FROM event WHERE type = 'person.changed' AND data->>'person_id' = $1",
      [ada.id],
    );
    expect(rows).toEqual([{ actor_id: admin.actor.id }]);
    const asAdmin = () => send('POST', '/users/', { body: {}, access: agent.access }).then((a) => a.status);
    await expect.poll(asAdmin, { timeout: 5_000 }).toBe(422);
  });

  test("another address ends the person's logins", async () => {
    const email = fresh();
    expect((await patch(ada.id, { email: email.toUpperCase() })).body.email).toBe(email);
    expect((await send('GET', '/me/', { access: agent.access })).status).toBe(401);
    expect((await patch(ada.id, { email: (await makePerson()).email })).status).toBe(422);
  });

  test('deactivated: out at once, unsolved tickets back in the queue, nothing else lost; active again by PATCH', async () => {
    const ticket = await createTicket(
      customer.actor,
      createTicketInput.parse({ subject: 'S', description: 'D' }),
      'API',
    );
    const solved = await createTicket(
      customer.actor,
      createTicketInput.parse({ subject: 'S', description: 'D' }),
      'API',
    );
    await sql.query("UPDATE ticket SET assignee_id = $1, status = 'IN_PROGRESS' WHERE id = $2", [
      ada.id,
      ticket.id,
    ]);
    await sql.query("UPDATE ticket SET assignee_id = $1, status = 'RESOLVED' WHERE id = $2", [
      ada.id,
      solved.id,
    ]);
    expect((await send('GET', `/users/${ada.id}/`, { access: admin.access })).body.load).toBe(1);
    expect((await send('DELETE', `/users/${ada.id}/`, { access: admin.access })).status).toBe(204);
    expect((await send('DELETE', `/users/${ada.id}/`, { access: admin.access })).status).toBe(204);
    expect((await send('GET', '/me/', { access: agent.access })).status).toBe(401);
    const { rows } = await sql.query(
      'SELECT assignee_id, status FROM ticket WHERE customer_id = $1 ORDER BY number',
      [customer.actor.id],
    );
    expect(rows).toEqual([
      { assignee_id: null, status: 'OPEN' },
      { assignee_id: ada.id, status: 'RESOLVED' },
    ]);
    expect((await events(ada.id)).map((e) => e.type)).toEqual([
      'person.created',
      'session.started',
      'session.ended',
      'person.changed',
    ]);
    const back = await patch(ada.id, { is_active: true });
    expect(back.body).toMatchObject({ is_active: true, is_available: false });
    expect((await send('GET', '/me/', { access: agent.access })).status).toBe(401);
  });

  test('an agent who becomes a customer gives his tickets back and is not available', async () => {
    await patch(ada.id, { is_available: true });
    const ticket = await createTicket(
      customer.actor,
      createTicketInput.parse({ subject: 'S', description: 'D' }),
      'API',
    );
    await sql.query("UPDATE ticket SET assignee_id = $1, status = 'ASSIGNED' WHERE id = $2", [
      ada.id,
      ticket.id,
    ]);
    expect((await patch(ada.id, { role: 'customer' })).body).toMatchObject({ is_available: false, load: 0 });
    const { rows } = await sql.query('SELECT assignee_id FROM ticket WHERE id = $1', [ticket.id]);
    expect(rows).toEqual([{ assignee_id: null }]);
  });

  // spec/reliability.md B99
  test('the last admin stays, whichever way', async () => {
    const { id } = admin.actor;
    const refusals = [
      await patch(id, { role: 'agent' }),
      await patch(id, { is_active: false }),
      await send('DELETE', `/users/${id}/`, { access: admin.access }),
    ];
    for (const answer of refusals)
      expect(answer).toMatchObject({ status: 409, body: { error: { code: 'last_admin' } } });
  });

  test('with another admin: nobody demotes or deletes himself', async () => {
    await enter('admin');
    const { id } = admin.actor;
    expect((await patch(id, { role: 'agent' })).status).toBe(422);
    expect((await send('DELETE', `/users/${id}/`, { access: admin.access })).status).toBe(409);
  });

  test('two admins who remove each other at once: one stays', async () => {
    for (let round = 0; round < 5; round++) {
      await nobodyOnStaff();
      const [a, b] = [await enter('admin'), await enter('admin')];
      await Promise.all([
        send('DELETE', `/users/${b.actor.id}/`, { access: a.access }),
        patch(a.actor.id, { role: 'customer' }, b.access),
      ]);
      const { rowCount } = await sql.query(
        "SELECT 1 FROM person WHERE role = 'admin' AND disabled_at IS NULL",
      );
      expect(rowCount).toBe(1);
    }
  });
});

describe('oneself', () => {
  test('who am I, and what I may change', async () => {
    const { body } = await send('GET', '/me', { access: agent.access });
    expect(Object.keys(body).sort()).toEqual(
      'capacity capacity_calls email id is_available languages locale name phone role scope time_zone undo_seconds'.split(
        ' ',
      ),
    );
    const change = { name: 'Ada B.', languages: ['en', 'fr'], locale: 'de', time_zone: 'Europe/Berlin' };
    expect(await send('PATCH', '/me/', { body: change, access: agent.access })).toMatchObject({
      status: 200,
      body: change,
    });
    await send('PATCH', '/me/', { body: change, access: agent.access });
    expect(await changes(ada.id)).toEqual([{ person_id: ada.id, fields: Object.keys(change), evict: false }]);
    for (const bad of [
      { role: 'admin' },
      { email: fresh() },
      { capacity: 9 },
      { is_active: true },
      { name: '' },
    ]) {
      expect((await send('PATCH', '/me/', { body: bad, access: agent.access })).status).toBe(422);
    }
  });

  test('availability: staff only; agents lower, admins raise; each change is an event once', async () => {
    const presence = (body: unknown, access = agent.access) =>
      send('PATCH', '/me/availability/', { body, access });
    expect((await presence({ is_available: true }, customer.access)).status).toBe(403);
    expect((await presence({ is_available: true })).body).toMatchObject({
      ...{ is_available: true, capacity: 4, capacity_calls: 3 },
      ...{ presence: { intent: 'online', is_lost: false }, stays_reachable: false, grace_seconds: 120 },
    });
    await presence({ is_available: true });
    expect((await events(ada.id)).filter((e) => e.type === 'availability.changed')).toHaveLength(1);
    expect((await presence({ capacity: 5 })).status).toBe(422);
    expect((await presence({ capacity: 0 })).body).toMatchObject({ capacity: 0, is_available: true });
    expect((await presence({ capacity: 50 }, admin.access)).body).toMatchObject({ capacity: 50 });
    expect(await changes(admin.actor.id)).toEqual([
      { person_id: admin.actor.id, fields: ['capacity'], evict: false },
    ]);
    expect((await send('GET', '/me/availability/', { access: agent.access })).body).toMatchObject({
      capacity: 0,
    });
    for (const bad of [
      { is_available: 'true' },
      { is_available: 1 },
      { is_available: true, intent: 'online' },
      { intent: 'asleep' },
      { intent: 'break', reason: 'not of the settings' },
      { reason: 'Lunch' },
      { capacity: -1 },
      { capacity: 1.5 },
      { capacity: null },
      { x: 1 },
    ]) {
      expect((await presence(bad)).status).toBe(422);
    }
  });

  test('a password needs the one before; other logins end, this one stays', async () => {
    const person = await makePerson({ password: PASSWORD });
    const [here, there] = [await signedIn(person), await signedIn(person)];
    const change = (body: unknown) => send('POST', '/me/password/', { body, access: here.access });
    const password = 'another good password';
    expect((await change({ password })).body.error!.fields).toEqual({ current_password: ['required'] });
    expect((await change({ password, current_password: 'wrong' })).body.error!.fields).toEqual({
      current_password: ['wrong'],
    });
    expect((await change({ password: person.email, current_password: PASSWORD })).status).toBe(422);
    expect((await change({ password, current_password: PASSWORD })).status).toBe(200);
    expect((await send('GET', '/me/', { access: here.access })).status).toBe(200);
    expect((await send('GET', '/me/', { access: there.access })).status).toBe(401);
    expect((await send('POST', '/auth/token/refresh/', { body: { refresh: there.refresh } })).status).toBe(
      401,
    );
    expect((await send('POST', '/auth/token/', { body: { email: person.email, password } })).status).toBe(
      200,
    );
  });

  test('who has no password sets one without', async () => {
    const { status } = await send('POST', '/me/password/', {
      body: { password: PASSWORD },
      access: customer.access,
    });
    expect(status).toBe(200);
  });

  test('sessions: mine, the present one marked; a device is signed out by its owner alone', async () => {
    const other = await signedIn(ada);
    const { body } = await send('GET', '/me/sessions/', { access: agent.access });
    const sessions = body.results as { id: string; is_current: boolean }[];
    expect(sessions).toHaveLength(2);
    expect(sessions.filter((s) => s.is_current).map((s) => s.id)).toEqual([agent.actor.sessionId]);
    const end = (access: string) => send('DELETE', `/me/sessions/${other.actor.sessionId}/`, { access });
    expect((await end(admin.access)).status).toBe(404);
    expect((await send('GET', '/me/', { access: other.access })).status).toBe(200);
    expect((await end(agent.access)).status).toBe(204);
    expect((await send('GET', '/me/', { access: other.access })).status).toBe(401);
  });
});

describe('the first admin', () => {
  const setup = (token: string, email = fresh()) =>
    send('POST', '/setup/', { body: { token, email, name: 'First', password: PASSWORD } });

  test('by the printed token, once, also for ten at once with two tokens', async () => {
    const { openSetup } = await import('@/lib/commands/open-setup');
    expect(await openSetup()).toBeNull();
    await nobodyOnStaff();
    const urls = [await openSetup(), await openSetup()];
    for (const url of urls) expect(url).toMatch(/^http:\/\/localhost:3000\/setup#/);
    const tokens = urls.map((url) => url!.split('#')[1]!);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => setup(tokens[i % 2]!)));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    expect(answers.filter((a) => a.status === 409 || a.status === 422)).toHaveLength(9);
    expect((await sql.query("SELECT 1 FROM person WHERE role = 'admin'")).rowCount).toBe(1);
    expect(await openSetup()).toBeNull();
  });

  test('not by a token of another kind', async () => {
    await nobodyOnStaff();
    const id = newId();
    const nonce = newNonce();
    await sql.query(
      `INSERT INTO verification_token (id, purpose, email, nonce, expires_at) VALUES ($1, 'email', 'a@b.test', $2, now() + interval '1 h')`,
      [id, nonce],
    );
    for (const purpose of ['email', 'setup', 'invitation']) {
      expect((await setup(tokenFor(purpose, id, nonce))).status).toBe(422);
    }
  });

  test('admin:create makes an admin, or brings one back, by a link', async () => {
    const { createAdmin } = await import('@/lib/commands/create-admin');
    const email = fresh();
    for (const isNew of [true, false]) {
      const made = await createAdmin(email, 'Root');
      expect(made.isNew).toBe(isNew);
      const [address, token] = made.link.split('#');
      expect(address).toBe('http://localhost:3000/invitation');
      const answer = await send('POST', '/auth/accept-invitation/', { body: { token, password: PASSWORD } });
      expect(answer.status).toBe(200);
      expect((await send('GET', '/me/', { access: String(answer.body.access) })).body.role).toBe('admin');
    }
  });
});
