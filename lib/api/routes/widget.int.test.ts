import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@/lib/clock';
import { postMessage } from '@/lib/commands/post-message';
import { closePool } from '@/lib/db/pool';
import { sql } from '@/lib/db/transaction';
import { env } from '@/lib/env';
import type { Actor } from '@/lib/rules/permissions';
import { postMessageInput } from '@/lib/schemas/post-message';
import type { WebsiteDto } from '@/lib/schemas/website';
import { addActor, fileTicket } from '@/tests/factories';
import { mailedCode, otherCode, send, signedIn } from '@/tests/identity';

/** The chat of a website as its widget speaks to it (spec/reliability.md B96, B97, C47; product 2.27). */
let admin: Actor & { access: string };
let agent: Actor & { access: string };
let site: WebsiteDto;
let secret: string;

async function enter(role: Actor['role']) {
  const actor = await addActor(role, { available: role === 'agent', languages: ['en', 'de'] });
  const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
  return { ...actor, access: (await signedIn(rows[0] as Parameters<typeof signedIn>[0])).access };
}

const website = async (given: object = {}) =>
  (await send('POST', '/channels/chat/', { access: admin.access, body: { name: 'Shop', ...given } }))
    .body as unknown as WebsiteDto;
/** A browser that opens a page of the website. */
async function visit(body: object = {}, access?: string, key = site.key) {
  return send('POST', `/widget/${key}/visitors/`, { body, ...(access ? { access } : {}) });
}
const visitor = async (body: object = {}) => String((await visit(body)).body.token);
type Begun = { conversation: { id: string; number: number }; message: { id: string } };
const begin = async (access: string, body: object = {}, headers = {}) =>
  send('POST', '/widget/conversations/', { access, body: { body: 'Where is my order?', ...body }, headers });
const begun = async (access: string, body: object = {}) =>
  (await begin(access, body)).body as unknown as Begun;
const list = async (access: string) =>
  (await send('GET', '/widget/conversations/', { access })).body.results as { id: string; state: string }[];
const customerOf = async (ticketId: string): Promise<string> =>
  (await sql.query<{ customer_id: string }>('SELECT customer_id FROM ticket WHERE id = $1', [ticketId]))
    .rows[0]!.customer_id;
const upload = (access: string) =>
  send('POST', '/attachments/', {
    access,
    body: '--b\r\nContent-Disposition: form-data; name="file"; filename="bill.txt"\r\n\r\nhello\r\n--b--\r\n',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  });
const answer = (ticketId: string, body = 'It left yesterday.', status?: 'RESOLVED') =>
  postMessage(agent, ticketId, postMessageInput.parse({ body, ...(status ? { status } : {}) }), 'WEB');
const signed = (id: string, email?: string) => ({
  id,
  ...(email ? { email } : {}),
  hash: createHmac('sha256', secret)
    .update(email ? `${id}\n${email}` : id)
    .digest('hex'),
});

beforeAll(async () => {
  admin = await enter('admin');
  agent = await enter('agent');
  site = await website();
  secret = String(
    (await send('GET', `/channels/chat/${site.id}/key/`, { access: admin.access })).body.secret,
  );
});
afterAll(closePool);

describe('a conversation', () => {
  test('is begun, answered, read, ended and rated', async () => {
    const config = await send('GET', `/widget/${site.key}/`);
    expect(config.body).toMatchObject({ is_online: true, asks_email: 'optional', languages: ['de', 'en'] });
    const first = await visit({ page_url: 'https://shop.example/cart', page_title: 'Cart', locale: 'de-CH' });
    expect(first.status).toBe(201);
    const token = String(first.body.token);
    const again = await visit({}, token);
    expect([again.status, again.body.visitor]).toEqual([200, first.body.visitor]);

    const key = { 'idempotency-key': newId() };
    const [one, two] = [await begin(token, { name: 'Vera' }, key), await begin(token, { name: 'Vera' }, key)];
    expect([one.status, two.text]).toEqual([201, one.text]);
    const { conversation, message } = one.body as unknown as Begun;
    expect(conversation).toMatchObject({ state: 'queued', queue: { place: 1 }, unread: 0, agent: null });
    expect(message).toMatchObject({ by: 'me', author: { name: 'Vera' }, client_id: key['idempotency-key'] });
    const { rows } = await sql.query('SELECT channel, languages FROM ticket WHERE id = $1', [
      conversation.id,
    ]);
    expect(rows).toEqual([{ channel: 'CHAT', languages: ['de'] }]);

    const reply = await answer(conversation.id);
    const path = `/widget/conversations/${conversation.id}`;
    const seen = await send('GET', `${path}/`, { access: token });
    expect(seen.body).toMatchObject({
      conversation: { state: 'open', unread: 1, agent: { name: agent.name } },
      messages: [{ by: 'me' }, { by: 'team', body: 'It left yesterday.', seen_at: null }],
    });
    const read = await send('POST', `${path}/read/`, { access: token, body: { message_id: reply.id } });
    expect(read.status).toBe(204);
    const desk = await send('GET', `/tickets/${conversation.number}/messages/`, { access: agent.access });
    expect(desk.body.results).toMatchObject([{}, { delivery: { state: 'read' } }]);
    const beside = await send('GET', `/tickets/${conversation.number}/visitor/`, { access: agent.access });
    expect(beside.body).toMatchObject({ website: 'Shop', page_title: 'Cart', is_here: true });
    await send('PUT', `/tickets/${conversation.number}/read/`, {
      ...{ access: agent.access, body: { message_id: message.id } },
    });
    const more = await send('POST', `${path}/messages/`, { access: token, body: { body: 'Thanks' } });
    expect([more.status, more.body.by]).toEqual([201, 'me']);
    const whole = await send('GET', `${path}/`, { access: token });
    expect((whole.body.messages as { seen_at: string | null }[]).map((m) => m.seen_at !== null)).toEqual([
      true,
      true,
      false,
    ]);

    const ended = await send('POST', `${path}/end/`, { access: token, body: {} });
    expect(ended.body).toMatchObject({ state: 'ended', can_rate: true, rating: null, queue: null });
    const late = await send('POST', `${path}/messages/`, { access: token, body: { body: 'One more' } });
    expect([late.status, late.body.error?.code]).toEqual([409, 'conversation_ended']);
    const rated = await send('POST', `${path}/rating/`, { access: token, body: { score: 5 } });
    expect(rated.body).toMatchObject({ rating: { score: 5, comment: null } });

    const next = await begun(token, { body: 'Something else' });
    expect((await list(token)).map(({ id, state }) => [id, state])).toEqual([
      [next.conversation.id, 'queued'],
      [conversation.id, 'ended'],
    ]);
  });

  test('is begun by more visitors at once than there are connections to the database', async () => {
    const count = 3 * env().DATABASE_POOL;
    const tokens = await Promise.all(Array.from({ length: count }, () => visitor()));
    const answers = await Promise.all(tokens.map((token) => begin(token)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  }, 20_000);

  test('has files, and goes on where it was', async () => {
    const token = await visitor();
    const file = await upload(token);
    expect(file.status, file.text).toBe(201);
    const { message } = await begun(token, { body: '', attachments: [file.body.id] });
    expect(message).toMatchObject({ attachments: [{ name: 'bill.txt' }] });
    const mine = await send('GET', `/attachments/${file.body.id}/`, { access: token });
    const others = await send('GET', `/attachments/${file.body.id}/`, { access: await visitor() });
    expect([mine.status, others.status]).toEqual([200, 404]);
  });
});

describe('who may not', () => {
  test('is refused, and learns nothing', async () => {
    const token = await visitor();
    const { conversation } = await begun(token);
    const stranger = await visitor();
    await begun(stranger);
    const path = `/widget/conversations/${conversation.id}/`;
    const forged = `${token.slice(0, -3)}${token.endsWith('AAA') ? 'BBB' : 'AAA'}`;
    const asked: [number, ...Parameters<typeof send>][] = [
      [401, 'GET', path, { access: forged }],
      [401, 'GET', path],
      [404, 'GET', path, { access: stranger }],
      [404, 'POST', `${path}messages/`, { access: stranger, body: { body: 'Hello' } }],
      [404, 'GET', `/widget/conversations/${newId()}/`, { access: token }],
      [422, 'GET', `/widget/conversations/${conversation.number}/`, { access: token }],
      // a message before there is a conversation, and one of 10 MB
      [
        404,
        'POST',
        `/widget/conversations/${newId()}/messages/`,
        { access: await visitor(), body: { body: 'x' } },
      ],
      [413, 'POST', `${path}messages/`, { access: token, body: { body: 'x'.repeat(10_000_000) } }],
      // the rest of the house
      ...['/me/', '/tickets/', `/tickets/${conversation.id}/`, '/topics/', '/conversations/'].map(
        (other): [number, string, string, { access: string }] => [403, 'GET', other, { access: token }],
      ),
      [403, 'POST', '/tickets/', { access: token, body: { subject: 'x', description: 'y' } }],
      [403, 'GET', '/widget/conversations/', { access: agent.access }],
      [404, 'GET', '/widget/w_nobody/'],
      [
        403,
        'POST',
        `/widget/${site.key}/visitors/`,
        { body: {}, headers: { origin: 'https://evil.example' } },
      ],
    ];
    for (const [status, ...request] of asked) {
      const { status: got, text } = await send(...request);
      expect(got, `${request[0]} ${request[1]} ${text.slice(0, 300)}`).toBe(status);
      expect(text).not.toContain('Where is my order');
    }
  });

  test('shows a widget on a page that is not named, or without being vouched for', async () => {
    const shop = await website({
      origins: ['https://shop.example'],
      verified_only: true,
      asks_email: 'required',
    });
    const config = (origin: string) =>
      send('GET', `/widget/${shop.key}/?origin=${encodeURIComponent(origin)}`);
    expect((await config('https://evil.example')).body.error?.code).toBe('origin_not_allowed');
    expect((await config('https://shop.example')).body).toMatchObject({ verified_only: true });
    const evil = await visit({ page_url: 'https://evil.example/x' }, undefined, shop.key);
    expect([evil.status, evil.body.error?.code]).toEqual([403, 'origin_not_allowed']);
    const unknown = await visit({}, undefined, shop.key);
    expect([unknown.status, unknown.body.error?.code]).toEqual([401, 'identity_required']);
  });
});

describe('what a visitor says of himself', () => {
  test('opens nothing of the customer whose address he claims (B97); a code does', async () => {
    const known = await addActor('customer', { email: 'carla.chat@example.test', name: 'Carla' });
    await fileTicket(known, { subject: 'Private' });
    const token = await visitor({ locale: 'it' });
    const name = '<img src=x onerror=alert(1)>';
    const { conversation } = await begun(token, { name, email: 'carla.chat@example.test' });
    const personId = await customerOf(conversation.id);
    expect(personId).not.toBe(known.id);
    const { rows } = await sql.query('SELECT name, email FROM person WHERE id = $1', [personId]);
    expect(rows).toEqual([{ name, email: null }]);

    // another device of the same unproven visitor, as one who planted it would have
    const { rows: mine } = await sql.query('SELECT id FROM visitor WHERE person_id = $1', [personId]);
    const other = await visitor();
    await sql.query('UPDATE visitor SET person_id = $1 WHERE id = $2', [personId, other.slice(4, 40)]);
    expect(mine).toHaveLength(1);
    // a claim that staff believe and merge shows the visitor no more than he began
    expect(await list(other)).toHaveLength(1);

    await send('POST', '/widget/visitor/email-code/', { access: token, body: {} });
    const code = await mailedCode('carla.chat@example.test');
    const confirm = (digits: string) =>
      send('POST', '/widget/visitor/confirm/', { access: token, body: { code: digits } });
    expect((await confirm(otherCode(code))).status).toBe(401);
    const joined = await confirm(code);
    expect(joined.status, joined.text).toBe(200);
    expect(joined.body).toMatchObject({
      visitor: { email_confirmed: true },
      conversations: [{ id: conversation.id }],
    });
    expect(await customerOf(conversation.id)).toBe(known.id);
    // chats alone are read here
    expect(await list(token)).toHaveLength(1);
    expect((await send('GET', '/widget/conversations/', { access: other })).status).toBe(401);
    const change = await send('PATCH', '/widget/visitor/', {
      access: token,
      body: { email: 'x@example.test' },
    });
    expect([change.status, change.body.error?.code]).toEqual([409, 'email_confirmed']);
  });

  test('shows him nothing else when staff merges him into the customer he claims to be', async () => {
    const token = await visitor();
    const victim = await visitor({ identity: signed('victim', 'victim@example.test') });
    const { conversation: hers } = await begun(victim);
    const { conversation } = await begun(token, { email: 'victim@example.test' });
    const merged = await send('POST', `/customers/${await customerOf(conversation.id)}/merge/`, {
      ...{ access: admin.access, body: { into: await customerOf(hers.id) } },
    });
    expect(merged.status, merged.text).toBe(200);
    // what is believed of a token holds for two seconds
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await list(token)).map(({ id }) => id)).toEqual([conversation.id]);
    expect((await send('GET', `/widget/conversations/${hers.id}/`, { access: token })).status).toBe(404);
    expect((await list(victim)).map(({ id }) => id).sort()).toEqual([conversation.id, hers.id].sort());
  });

  test('makes him somebody else between two tries of one message: it came once, his files are his', async () => {
    const token = await visitor();
    const headers = { 'idempotency-key': newId() };
    const first = await begin(token, {}, headers);
    const file = await upload(token);
    await visit({ identity: signed('tries-twice') }, token);
    const again = await begin(token, {}, headers);
    expect([again.status, again.body.message]).toEqual([201, first.body.message]);
    expect(await list(token)).toHaveLength(1);
    const { id } = (first.body as unknown as Begun).conversation;
    const more = await send('POST', `/widget/conversations/${id}/messages/`, {
      ...{ access: token, body: { body: 'The bill', attachments: [file.body.id] } },
    });
    expect(more.status, more.text).toBe(201);
  });

  test('is believed when the website signs it, from any device', async () => {
    const token = await visitor();
    const { conversation } = await begun(token);
    const identity = signed('u-1', 'Dora@Example.test');
    const known = await visit({ identity }, token);
    expect(known.body).toMatchObject({
      visitor: { is_identified: true, email_confirmed: true, email: 'dora@example.test' },
      conversations: [{ id: conversation.id }],
    });
    const { rows } = await sql.query('SELECT email FROM person WHERE external_id = $1', ['u-1']);
    expect(rows).toEqual([{ email: 'dora@example.test' }]);
    const phone = await visit({ identity });
    expect([phone.status, phone.body.conversations]).toMatchObject([201, [{ id: conversation.id }]]);
    // somebody else signs in at the same browser
    const next = await visit({ identity: signed('u-2') }, token);
    expect([next.status, next.body.conversations]).toEqual([201, []]);
    for (const bad of [
      { ...identity, id: 'u-2' },
      { ...identity, hash: 'x' },
      { id: 'u-1', hash: identity.hash },
      signed('u-9', agent.name),
    ])
      expect((await visit({ identity: bad })).body.error?.code).toBe('identity_refused');
    const { rows: staff } = await sql.query<{ email: string }>('SELECT email FROM person WHERE id = $1', [
      agent.id,
    ]);
    const asAgent = await visit({ identity: signed('u-3', staff[0]!.email) });
    expect(asAgent.body).toMatchObject({ visitor: { is_identified: true, email_confirmed: false } });
  });
});
