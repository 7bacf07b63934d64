import { createECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '@/lib/clock';
import { noteConnections } from '@/lib/commands/note-connections';
import { sendPushes } from '@/lib/commands/send-pushes';
import { writeNotices } from '@/lib/commands/steps/write-notices';
import { closePool } from '@/lib/db/pool';
import { inTransaction, sql } from '@/lib/db/transaction';
import type { EventRow } from '@/lib/events/catalogue';
import type { TicketDto } from '@/lib/schemas/ticket';
import { addActor, fileTicket } from '@/tests/factories';
import { makePerson, send, signedIn } from '@/tests/identity';

/** Web push (product H8) up to the wire: a server that stands for the browsers' push services. */
let ticket: TicketDto;
let ada: Awaited<ReturnType<typeof signedIn>>;
let answers: Record<string, number>;
const got: IncomingMessage[] = [];
const service = createServer((request, response) => {
  got.push(request);
  request.resume();
  response.writeHead(answers[request.url!] ?? 201).end();
});
/** A web process that is alive has a window of hers. */
async function openWindow(): Promise<void> {
  await sql.query(`INSERT INTO heartbeat (process, kind) VALUES ('web-here', 'web') ON CONFLICT DO NOTHING`);
  await noteConnections('web-here', [ada.actor.id]);
}

beforeAll(async () => {
  await new Promise<void>((ready) => service.listen(0, '127.0.0.1', ready));
  ada = await signedIn(await makePerson({ role: 'agent' }));
  await sql.query('UPDATE person SET is_available = true WHERE id = $1', [ada.actor.id]);
});
afterAll(async () => {
  service.close();
  await closePool();
});
beforeEach(async () => {
  await sql.query('DELETE FROM push_subscription');
  got.length = 0;
  answers = {};
  ticket = await fileTicket(await addActor('customer'));
});

const browserKeys = () => ({
  p256dh: createECDH('prime256v1').generateKeys('base64url'),
  auth: randomBytes(16).toString('base64url'),
});
const put = (endpoint: string, access = ada.access) =>
  send('PUT', '/me/push/', { access, body: { endpoint, keys: browserKeys() } });
/** As the API would keep it, at our own server: the API takes addresses of known services alone. */
async function browser(path: string): Promise<void> {
  const endpoint = `https://fcm.googleapis.com/${newId()}`;
  expect((await put(endpoint)).status).toBe(204);
  const { port } = service.address() as AddressInfo;
  await sql.query('UPDATE push_subscription SET endpoint = $2 WHERE endpoint = $1', [
    endpoint,
    `http://127.0.0.1:${port}${path}`,
  ]);
}
/** The ticket becomes Ada's: of that she is told. */
async function tell(): Promise<void> {
  const { rows } = await sql.query<EventRow>(
    `WITH t AS (UPDATE ticket SET assignee_id = $2, status = 'ASSIGNED', last_seq = last_seq + 1 WHERE id = $1 RETURNING last_seq)
     INSERT INTO event (id, ticket_id, type, seq, data)
     SELECT make_uuid_v7(), $1, 'assignment.changed', last_seq, jsonb_build_object('from', null, 'to', $2::text) FROM t RETURNING *`,
    [ticket.id, ada.actor.id],
  );
  await inTransaction((tx) => writeNotices(tx, rows));
}
const paths = () => got.map(({ url }) => url).sort();

test('a notice comes once to each browser, encrypted and signed', async () => {
  await browser('/laptop');
  await browser('/phone');
  await tell();
  expect(await Promise.all([sendPushes(), sendPushes()])).toContain(2);
  expect(await sendPushes()).toBe(0);
  expect(paths()).toEqual(['/laptop', '/phone']);
  for (const { headers } of got)
    expect(headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      authorization: expect.stringMatching(/^vapid t=/),
    });
});

test.each([
  ['while a window of the desk is open', openWindow],
  ['what was read meanwhile', () => sql.query('UPDATE notice SET read_at = now()')],
  ['what is old by now', () => sql.query("UPDATE notice SET created_at = now() - interval '11 minutes'")],
])('nothing: %s, also later', async (_name, before) => {
  await browser('/laptop');
  await tell();
  await before();
  expect(await sendPushes()).toBe(0);
  await noteConnections('web-here', []);
  expect(await sendPushes()).toBe(0);
  expect(got).toEqual([]);
});

test('a kind that was switched off, and who is away, hear nothing', async () => {
  await browser('/laptop');
  const choose = (push: boolean) =>
    send('PATCH', '/me/notices/', { access: ada.access, body: { assigned: { push } } });
  expect((await choose(false)).body).toMatchObject({ assigned: { in_app: true, push: false } });
  await tell();
  expect(await sendPushes()).toBe(0);
  await choose(true);
  await sql.query('UPDATE person SET is_available = false WHERE id = $1', [ada.actor.id]);
  await tell();
  expect(await sendPushes()).toBe(0);
  await sql.query('UPDATE person SET is_available = true WHERE id = $1', [ada.actor.id]);
});

test('a browser that is gone is asked no more; one whose service stumbles is', async () => {
  await browser('/gone');
  await browser('/busy');
  answers = { '/gone': 410, '/busy': 503 };
  for (let n = 0; n < 2; n++) {
    await tell();
    expect(await sendPushes()).toBe(0);
  }
  expect(paths()).toEqual(['/busy', '/busy', '/gone']);
});

test('it ends with the login, and at a word; nothing but a push service is taken', async () => {
  const login = await signedIn(await makePerson({ role: 'agent' }));
  const endpoint = `https://fcm.googleapis.com/${newId()}`;
  const known = async () => (await sql.query('SELECT 1 FROM push_subscription')).rowCount;
  expect((await put('https://127.0.0.1/', login.access)).status).toBe(422);
  expect((await put(endpoint, login.access)).status).toBe(204);
  // whoever signs in there next has it
  expect((await put(endpoint)).status).toBe(204);
  const end = (access: string) =>
    send('DELETE', `/me/push/?endpoint=${encodeURIComponent(endpoint)}`, { access });
  expect((await end(login.access)).status).toBe(204);
  expect(await known()).toBe(1);
  expect((await end(ada.access)).status).toBe(204);
  expect(await known()).toBe(0);

  await browser('/laptop');
  await sql.query('UPDATE session SET revoked_at = now() WHERE id = $1', [ada.actor.sessionId]);
  await tell();
  expect(await sendPushes()).toBe(0);
});
