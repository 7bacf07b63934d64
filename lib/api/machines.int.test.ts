import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addActor, fileTicket } from '@/tests/factories';
import { comparable, type Sent, send, signedIn } from '@/tests/identity';
import { forgetKeys } from '../auth/api-key';
import { newId } from '../clock';
import { closePool } from '../db/pool';
import type { PersonRow } from '../db/sql/person-row';
import { sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import { exportQuery } from '../schemas/export';
import type { CreatedKeyDto } from '../schemas/key';
import type { ListedMessage, ReceivedMessage } from '../schemas/message';

/** Machines at the door: keys, messages handed in for customers, and the export of tickets (B90, B91). */
type Entered = Actor & { access: string };
const enter = async (role: Actor['role']): Promise<Entered> => {
  const actor = await addActor(role);
  const { rows } = await sql.query<PersonRow>('SELECT * FROM person WHERE id = $1', [actor.id]);
  return { ...actor, access: (await signedIn(rows[0]!)).access };
};
let admin: Entered;
let agent: Entered;
let customer: Entered;
beforeAll(async () => {
  [admin, agent, customer] = [await enter('admin'), await enter('agent'), await enter('customer')];
});
afterAll(() => closePool());

async function makeKey(scope: 'read' | 'full', person?: string): Promise<CreatedKeyDto> {
  const answer = await send('POST', '/keys/', {
    access: admin.access,
    body: { name: 'Bridge', scope, person },
  });
  expect(answer.status, answer.text).toBe(201);
  return answer.body as unknown as CreatedKeyDto;
}

describe('keys', () => {
  it('act as their person, are shown once and kept as a hash', async () => {
    const made = await makeKey('full', agent.id);
    expect(made.key).toMatch(/^sbk_[\w-]{43}$/);
    const me = await send('GET', '/me/', { access: made.key });
    expect(me.body).toMatchObject({ id: agent.id, role: 'agent' });
    expect((await send('GET', '/users/', { access: made.key })).status).toBe(200);
    expect((await send('PATCH', '/settings/', { access: made.key, body: {} })).status).toBe(403);
    const list = await send('GET', '/keys/', { access: admin.access });
    expect(list.text).not.toContain(made.key);
    const { rows } = await sql.query('SELECT k.*, e.data FROM api_key k, event e WHERE k.id = $1', [made.id]);
    expect(JSON.stringify(rows)).not.toContain(made.key.slice(4));
    await expect
      .poll(
        async () =>
          (await sql.query('SELECT 1 FROM api_key WHERE id = $1 AND last_used_at IS NOT NULL', [made.id]))
            .rowCount,
      )
      .toBe(1);
  });

  it('for reading refuse every change, and no key makes keys or changes who may come in', async () => {
    const [read, full] = [await makeKey('read'), await makeKey('full')];
    const refused = async (method: string, path: string, access: string, body?: unknown) => {
      const answer = await send(method, path, { access, body });
      expect([answer.status, answer.body.error?.code], `${method} ${path}`).toEqual([403, 'forbidden']);
    };
    expect((await send('GET', '/tickets/', { access: read.key })).status).toBe(200);
    await refused('POST', '/tickets/', read.key, { subject: 'x', description: 'x' });
    await refused('PATCH', '/settings/', read.key, { workspace_name: 'Mine' });
    await refused('DELETE', `/users/${customer.id}/`, read.key);
    await refused('POST', '/keys/', full.key, { name: 'more', scope: 'full' });
    await refused('GET', '/keys/', full.key);
    await refused('POST', '/me/password/', full.key, { password: 'new password 1' });
    await refused('GET', '/me/sessions/', full.key);
    await refused('PATCH', `/users/${agent.id}/`, full.key, { email: 'mine@example.test' });
    await refused('POST', '/users/', full.key, { email: 'mine@example.test', name: 'Me', role: 'admin' });
    const settings = await send('PATCH', '/settings/', {
      access: full.key,
      body: { workspace_name: 'House' },
    });
    expect(settings.status).toBe(200);
  });

  it('that do not hold are all refused with one answer', async () => {
    const { key, id } = await makeKey('full');
    const person = await enter('agent');
    const orphan = await makeKey('full', person.id);
    expect((await send('GET', '/me/', { access: key })).status).toBe(200);
    expect((await send('DELETE', `/keys/${id}/`, { access: admin.access })).status).toBe(204);
    expect((await send('DELETE', `/keys/${id}/`, { access: admin.access })).status).toBe(204);
    await sql.query('UPDATE person SET disabled_at = now() WHERE id = $1', [person.id]);
    forgetKeys();
    const wrong = [
      key,
      orphan.key,
      key.slice(0, -1),
      `${key}x`,
      `sbk_${'A'.repeat(43)}`,
      'sbk_',
      `sbk_${'x'.repeat(9_000)}`,
    ];
    const answers = await Promise.all(wrong.map((access) => send('GET', '/me/', { access })));
    expect(new Set(answers.map(comparable)).size).toBe(1);
    expect(answers[0]!.status).toBe(401);
    const { rowCount } = await sql.query(
      "SELECT 1 FROM event WHERE type = 'key.revoked' AND data ->> 'key_id' = $1",
      [id],
    );
    expect(rowCount).toBe(1);
  });

  it('are taken from the header alone, for staff alone', async () => {
    const { key } = await makeKey('full');
    for (const name of ['key', 'api_key', 'access_token', 'token'])
      expect((await send('GET', `/me/?${name}=${key}`)).status).toBe(401);
    expect((await send('GET', `/me/?key=${key}`, { access: key })).status).toBe(422);
    const body = { name: 'x', scope: 'full', person: customer.id };
    expect((await send('POST', '/keys/', { access: admin.access, body })).status).toBe(422);
  });
});

describe('messages of customers', () => {
  const hand = async (access: string, body: object, key?: string): Promise<Sent> =>
    send('POST', '/messages/', { access, body, headers: key ? { 'idempotency-key': key } : {} });
  const received = (answer: Sent) => answer.body as unknown as ReceivedMessage;

  it('begin a ticket, then go to it; as the customer’s own, whoever handed them in', async () => {
    const first = await hand(
      admin.access,
      { customer: 'ext-1', body: 'My card is gone. What now?', topic: 'Cards' },
      'm1',
    );
    expect(first.status, first.text).toBe(201);
    const { ticket, message } = received(first);
    expect(ticket).toMatchObject({
      subject: 'My card is gone.',
      topic: 'Cards',
      channel: 'API',
      customer: { name: 'Customer ext-1' },
    });
    expect(message).toMatchObject({
      body: 'My card is gone. What now?',
      author: { role: 'customer', id: ticket.customer.id },
    });
    expect(
      (
        await hand(
          admin.access,
          { customer: 'ext-1', body: 'My card is gone. What now?', topic: 'Cards' },
          'm1',
        )
      ).text,
    ).toBe(first.text);
    await send('POST', `/tickets/${ticket.id}/messages/`, {
      access: admin.access,
      body: { body: 'We look.', status: 'WAITING_ON_CUSTOMER' },
    });
    const second = received(await hand(admin.access, { customer: 'ext-1', body: 'Still there?' }));
    expect(second.ticket).toMatchObject({ id: ticket.id });
    expect(second.ticket.waiting_since).not.toBeNull();
    await send('POST', `/tickets/${ticket.id}/set-status/`, {
      access: admin.access,
      body: { status: 'RESOLVED' },
    });
    expect(
      received(await hand(admin.access, { customer: 'ext-1', body: 'Another thing' })).ticket.id,
    ).not.toBe(ticket.id);
    const since = message.created_at;
    const list = await send('GET', `/messages/?customer=ext-1&since=${since}`, { access: admin.access });
    const results = list.body.results as ListedMessage[];
    expect(results.map(({ body, author }) => [author.role, body])).toEqual([
      ['admin', 'We look.'],
      ['customer', 'Still there?'],
      ['customer', 'Another thing'],
    ]);
  });

  it('of one customer at the same moment share a ticket', async () => {
    const all = await Promise.all(
      [1, 2, 3, 4].map((n) => hand(admin.access, { customer: 'ext-2', body: `m${n}` })),
    );
    expect(new Set(all.map((answer) => received(answer).ticket.id)).size).toBe(1);
  });

  it('never show a ticket to who may not see it', async () => {
    const hidden = await fileTicket(customer);
    await sql.query("UPDATE ticket SET assignee_id = $2, status = 'ASSIGNED' WHERE id = $1", [
      hidden.id,
      admin.id,
    ]);
    const by = await hand(agent.access, { customer: customer.id, body: 'From the phone' });
    expect(received(by).ticket.id).not.toBe(hidden.id);
    expect((await hand(agent.access, { customer: customer.id, body: 'x', ticket: hidden.id })).status).toBe(
      404,
    );
    const list = await send('GET', `/messages/?customer=${customer.id}`, { access: agent.access });
    expect((list.body.results as ListedMessage[]).map(({ ticket }) => ticket.id)).not.toContain(hidden.id);
    const own = await hand(customer.access, { body: 'Mine', ticket: hidden.id });
    expect(received(own)).toMatchObject({ ticket: { id: hidden.id }, message: { body: 'Mine' } });
  });

  it.each([
    [() => admin.access, { body: 'x' }, 'customer', 'required'],
    [() => admin.access, { body: 'x', customer: 'nobody@example.test' }, 'customer', 'unknown_customer'],
    [() => customer.access, { body: 'x', customer: 'ext-1' }, 'customer', 'unknown_key'],
    [() => customer.access, { body: ' ' }, 'body', 'required'],
  ])('are refused: %#', async (access, body, field, rule) => {
    const answer = await hand(access(), body);
    expect([answer.status, answer.body.error?.fields?.[field]]).toEqual([422, [rule]]);
  });
});

describe('export', () => {
  const cells = ['=1+1', '+1', '-1', '@SUM', '＝1', '"', ',', 'a;b', 'x'.repeat(49_000)];
  it('B90: is a file in which every cell is text', async () => {
    const who = await addActor('customer', { name: '=HYPERLINK("x")' });
    const house = newId();
    await sql.query("INSERT INTO organisation (id, name) VALUES ($1, '+Acme')", [house]);
    await sql.query('UPDATE person SET organisation_id = $2 WHERE id = $1', [who.id, house]);
    for (const description of cells) await fileTicket(who, { subject: 'Cells', description, topic: 'cells' });
    const answer = await send('GET', '/tickets/export.csv?topic=cells&sort=oldest', { access: admin.access });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="tickets.csv"');
    const rows = parse(answer.text, { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row.description)).toEqual(
      cells.map((cell) => (/^[=+\-@＝]/.test(cell) ? `'${cell}` : cell)),
    );
    expect(new Set(rows.map((row) => row.customer))).toEqual(new Set(['\'=HYPERLINK("x")']));
    expect(new Set(rows.map((row) => row.organisation))).toEqual(new Set(["'+Acme"]));
    const { rows: events } = await sql.query<{ data: object; actor_id: string }>(
      "SELECT data, actor_id FROM event WHERE type = 'export.made' ORDER BY id DESC LIMIT 1",
    );
    expect(events[0]).toEqual({
      actor_id: admin.id,
      data: {
        what: 'tickets',
        filter: { topic: ['cells'], sort: 'oldest', in: 'inbox' },
        count: 9,
        complete: true,
      },
    });
  });

  it('B91: holds what its reader sees in the list, and nothing else', async () => {
    const mine = await fileTicket(customer, { topic: 'seen' });
    const others = await fileTicket(customer, { topic: 'seen' });
    await sql.query("UPDATE ticket SET assignee_id = $2, status = 'ASSIGNED' WHERE id = $1", [
      others.id,
      admin.id,
    ]);
    await send('POST', `/tickets/${mine.id}/messages/`, {
      access: admin.access,
      body: { body: 'A note', is_internal: true },
    });
    const read = async (access: string, what: string) =>
      parse((await send('GET', `/tickets/export.csv?topic=seen&what=${what}`, { access })).text, {
        columns: true,
      }) as Record<string, string>[];
    expect((await read(agent.access, 'tickets')).map(({ number }) => Number(number))).toEqual([mine.number]);
    expect((await read(agent.access, 'messages')).map(({ body }) => body)).toEqual(['Error 123', 'A note']);
    expect(await read(admin.access, 'tickets')).toHaveLength(2);
    expect((await send('GET', '/tickets/export.csv', { access: customer.access })).status).toBe(403);
    expect((await send('GET', '/tickets/export.csv?limit=5', { access: admin.access })).status).toBe(422);
  });

  it('reads on page by page, and what was taken is on record when the line is cut', async () => {
    await sql.query(
      `WITH n AS (SELECT make_uuid_v7() AS id, make_uuid_v7() AS message FROM generate_series(1, 2500)), t AS (
         INSERT INTO ticket (id, subject, topic, customer_id, first_message_id, last_message_id, last_public_message_id)
         SELECT id, 'Many', 'many', $1, message, message, message FROM n)
       INSERT INTO message (id, ticket_id, author_id, body) SELECT message, id, $1, 'text' FROM n`,
      [customer.id],
    );
    const all = await send('GET', '/tickets/export.csv?topic=many', { access: admin.access });
    expect(new Set(all.text.split('\r\n').slice(1, -1)).size).toBe(2_500);
    const { exportRoutes } = await import('./routes/exports');
    const query = exportQuery.parse({ topic: 'many' });
    const answer = (await exportRoutes[0]!.handle({ actor: admin, query } as never)) as Response;
    const reader = answer.body!.getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    const { rows } = await sql.query<{ data: object }>(
      "SELECT data FROM event WHERE type = 'export.made' ORDER BY id DESC LIMIT 1",
    );
    expect(rows[0]?.data).toMatchObject({ count: 1_000, complete: false });
  });
});
