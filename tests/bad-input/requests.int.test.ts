import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '@/lib/db/transaction';
import { PASSWORD } from '@/tests/identity';
import { brokenNumbering } from '@/tests/invariants';
import { type Answered, sendBytes } from './ask';
import { bodies } from './bodies';
import { files, formOf, uploaded } from './files';
import { headers } from './headers';
import { lists } from './lists';
import { people } from './people';
import { search } from './search';
import { tickets } from './tickets';
import { type Line, makeWorld, type Name, sendLine, type World } from './world';

/** The bad-input catalogue (spec/reliability.md §4), line by line, against a real web process. */
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => {
  await world?.web.stop();
});

const groups: Record<string, Line[]> = { bodies, lists, tickets, headers, people, search, files };
describe.each(Object.entries(groups))('%s', (_group, lines) => {
  test.each(lines.map((line) => [line.id, line.what, line] as const))('%s %s', async (_id, _what, line) => {
    const answer = await sendLine(world, line);
    const shown = answer.text.slice(0, 300);
    expect([line.status].flat(), shown).toContain(answer.status);
    if (line.code) expect(answer.body.error?.code, shown).toBe(line.code);
    for (const field of line.fields ?? [])
      expect(Object.keys(answer.body.error?.fields ?? {}), shown).toContain(field);
    if (line.within) expect(answer.milliseconds).toBeLessThan(line.within);
    await line.check?.(answer, world);
  });
});

const post = (as: Name | null, path: string, json: unknown, key?: string): Promise<Answered> =>
  sendLine(world, {
    ...{ id: '', what: '', as, path, json, status: 0, method: 'POST' },
    ...(key ? { headers: { 'idempotency-key': key } } : {}),
  });
const withSubject = async (subject: string) =>
  (await sql.query('SELECT 1 FROM ticket WHERE subject = $1', [subject])).rowCount;
const request = (subject: string) => ({ subject, description: 'x' });

describe('B33 the key of a repeated POST', () => {
  test('the same request again gets the first answer, whole, with or without the slash', async () => {
    const first = await post('carla', '/tickets/', request('again'), 'again');
    expect(first.status).toBe(201);
    for (const path of ['/tickets/', '/tickets']) {
      const repeat = await post('carla', path, request('again'), 'again');
      expect([repeat.status, repeat.body]).toEqual([201, first.body]);
    }
    expect(await withSubject('again')).toBe(1);
  });

  test('ten at once (a double click, B101): one is done, all get its answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post('carla', '/tickets/', request('at once'), 'at-once')),
    );
    for (const { status, body } of answers) expect([status, body]).toEqual([201, answers[0]!.body]);
    expect(await withSubject('at once')).toBe(1);
  });

  test('with another body, path or query it is refused, and nothing is done', async () => {
    await post('ada', '/tickets/', { ...request('first'), customer: 'carla@example.test' }, 'mismatch');
    const { id } = await world.ticket({ held: 'ada' });
    const other = [
      await post('ada', '/tickets/', { ...request('other'), customer: 'carla@example.test' }, 'mismatch'),
      await post('ada', `/tickets/${id}/messages/`, { body: 'other' }, 'mismatch'),
    ];
    for (const answer of other) {
      expect(answer).toMatchObject({ status: 422, body: { error: { code: 'idempotency_mismatch' } } });
    }
    expect(await withSubject('other')).toBe(0);
  });

  test('it is the person’s own: another one may use the same', async () => {
    const [carla, dora] = [
      await post('carla', '/tickets/', request('own key'), 'own'),
      await post('dora', '/tickets/', request('own key'), 'own'),
    ];
    expect([carla.status, dora.status]).toEqual([201, 201]);
    expect(carla.body.id).not.toBe(dora.body.id);
  });

  test('a refusal does not use it up', async () => {
    const { id } = await world.ticket();
    const start = () => post('root', `/tickets/${id}/set-status/`, { status: 'IN_PROGRESS' }, `start-${id}`);
    expect(await start()).toMatchObject({ status: 409, body: { error: { code: 'assign_first' } } });
    await post('root', `/tickets/${id}/assign/`, { assigned_agent: world.people.ada.id });
    expect(await start()).toMatchObject({ status: 200, body: { status: 'IN_PROGRESS' } });
  });

  test('after a day it is as if it had never come', async () => {
    await post('carla', '/tickets/', request('old key'), 'old');
    await sql.query("UPDATE idempotency_key SET created_at = now() - interval '25 hours' WHERE key = 'old'");
    expect((await post('carla', '/tickets/', request('old key'), 'old')).status).toBe(201);
    expect(await withSubject('old key')).toBe(2);
  });

  test('what is kept of a request does not give it away', async () => {
    await post('dora', '/me/password/', { password: PASSWORD, current_password: 'wrong' }, 'password');
    await post('dora', '/me/password/', { password: PASSWORD, current_password: PASSWORD }, 'password-2');
    const { rows } = await sql.query('SELECT * FROM idempotency_key WHERE person_id = $1', [
      world.people.dora.id,
    ]);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  });
});

describe('B100 two at once', () => {
  const statuses = (answers: Answered[]) => answers.map(({ status }) => status).sort();

  test('two edits of one version: one is done, one is told', async () => {
    const { id, version } = await world.ticket({ held: 'ada' });
    const edit = (as: Name, priority: string) =>
      sendLine(world, {
        ...{ id: '', what: '', as, method: 'PATCH', path: `/tickets/${id}/`, status: 0 },
        json: { version, priority },
      });
    expect(statuses(await Promise.all([edit('ada', 'HIGH'), edit('root', 'LOW')]))).toEqual([200, 409]);
  });

  test('closing and reopening what is resolved: one is done, one is told', async () => {
    const { id } = await world.ticket({ held: 'ada', status: 'RESOLVED' });
    const answers = await Promise.all([
      post('ada', `/tickets/${id}/set-status/`, { status: 'CLOSED' }),
      post('root', `/tickets/${id}/set-status/`, { status: 'IN_PROGRESS' }),
    ]);
    expect(statuses(answers)).toEqual([200, 409]);
  });

  test('two replies to the same message: the second author is shown the first', async () => {
    const { id } = await world.ticket({ held: 'ada' });
    const { rows } = await sql.query<{ id: string }>('SELECT id FROM message WHERE ticket_id = $1', [id]);
    const reply = (as: Name) =>
      post(as, `/tickets/${id}/messages/`, { body: `I, ${as}`, based_on: rows[0]!.id });
    const answers = await Promise.all([reply('ada'), reply('root')]);
    expect(statuses(answers)).toEqual([201, 409]);
    const told = answers.find(({ status }) => status === 409)!;
    expect(told.body.error).toMatchObject({ code: 'newer_messages', messages: [{ body: /^I, / }] });
  });

  test('ten replies at once without it: all are kept, numbered without a hole', async () => {
    const { id } = await world.ticket({ held: 'ada' });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        post(n % 2 ? 'ada' : 'carla', `/tickets/${id}/messages/`, { body: `${n}` }),
      ),
    );
    expect(statuses(answers)).toEqual(Array(10).fill(201));
    expect((await sql.query('SELECT 1 FROM message WHERE ticket_id = $1', [id])).rowCount).toBe(11);
  });

  test('the customer writes while it is closed: reopened or followed up, never lost', async () => {
    const { id } = await world.ticket({ held: 'ada', status: 'RESOLVED' });
    const [message, closing] = await Promise.all([
      post('carla', `/tickets/${id}/messages/`, { body: 'Not yet!' }),
      post('ada', `/tickets/${id}/set-status/`, { status: 'CLOSED' }),
    ]);
    expect(message.status).toBe(201);
    const followUp = (message.body.ticket as { id: string }).id !== id;
    // whoever came second saw what the first one did
    expect(closing.status).toBe(followUp ? 200 : 409);
  });

  test('fifty take one ticket: one holds it, and nobody was told twice', async () => {
    const { id } = await world.ticket();
    const take = (as: 'ada' | 'bruno') =>
      post(as, `/tickets/${id}/assign/`, { assigned_agent: world.people[as].id });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => take(n % 2 ? 'ada' : 'bruno')));
    const taken = new Set(
      answers.filter(({ status }) => status === 200).map(({ body }) => body.assigned_agent),
    );
    expect(taken.size).toBe(1);
    expect(new Set(statuses(answers))).toEqual(new Set([200, 404]));
    const { rows } = await sql.query(
      "SELECT 1 FROM event WHERE ticket_id = $1 AND type = 'assignment.changed'",
      [id],
    );
    expect(rows).toHaveLength(1);
  });

  test('after all of it the numbers of every ticket are whole', async () => {
    expect(await brokenNumbering()).toEqual([]);
  });
});

describe('files', () => {
  test('a line that breaks in the middle leaves nothing', async () => {
    const form = formOf({ bytes: Buffer.alloc(2 ** 20) });
    const head =
      `POST /api/attachments/ HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${world.people.carla.access}\r\n` +
      `content-type: multipart/form-data; boundary=the-boundary\r\ncontent-length: ${form.length}\r\n\r\n`;
    await sendBytes(world.web.port, Buffer.concat([Buffer.from(head), form.subarray(0, 2 ** 19)]), 400);
    await expect.poll(unfinished).toBe(0);
  });

  test('what was already there need not be sent again', async () => {
    const id = await uploaded(world, 'carla');
    const line = { id: '', what: '', path: `/attachments/${id}/`, status: 304 };
    const { headers, text } = await sendLine(world, line);
    expect(text).toBe('hello');
    const again = await sendLine(world, { ...line, headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.text]).toEqual([304, '']);
    const part = { range: 'bytes=1-2', 'if-range': '"another"' };
    expect(await sendLine(world, { ...line, headers: part })).toMatchObject({ status: 200, text: 'hello' });
    expect(await sendLine(world, { ...line, method: 'HEAD' })).toMatchObject({
      ...{ status: 200, text: '' },
      headers: { 'content-length': '5' },
    });
  });

  test('after all of it every row has its file, and every file its row or its end', async () => {
    const found = await readdir(path.join(process.env.DATA_DIR!, 'files'), { recursive: true });
    const keys = found.map((name) => path.basename(name)).filter((name) => name.length === 40);
    const keysOf = async (table: string) =>
      (await sql.query<{ storage_key: string }>(`SELECT storage_key FROM ${table}`)).rows.map(
        ({ storage_key }) => storage_key,
      );
    const [kept, dropped] = [await keysOf('attachment'), await keysOf('dropped_file')];
    expect(keys.filter((key) => !dropped.includes(key)).sort()).toEqual(kept.sort());
    expect(keys.length).toBeGreaterThan(20);
    expect(await unfinished()).toBe(0);
  });

  const unfinished = async () =>
    (await sql.query('SELECT 1 FROM attachment WHERE stored_at IS NULL')).rowCount ?? 0;
});

describe('too many', () => {
  const signIn = (email: string, forwarded: string) =>
    sendLine(world, {
      ...{ id: '', what: '', as: null, path: '/auth/token/', status: 0 },
      headers: { 'x-forwarded-for': forwarded, 'x-real-ip': forwarded, forwarded: `for=${forwarded}` },
      json: { email, password: 'wrong password' },
    });

  test('B60 an account that is there and one that is not: the same bytes', async () => {
    const [known, unknown] = [
      await signIn('carla@example.test', '1.1.1.1'),
      await signIn('nobody@example.test', '1.1.1.1'),
    ];
    const same = ({ status, text }: Answered) => `${status} ${text.replace(/"requestId":"[^"]*"/, '')}`;
    expect(same(known)).toBe(same(unknown));
    expect(known.status).toBe(401);
  });

  test('B38 guessing from ever new X-Forwarded-For is one guesser', async () => {
    const answers = [];
    for (let n = 1; n <= 6; n++) answers.push(await signIn('root@example.test', `10.0.0.${n}`));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    const wait = Number(answers.at(-1)!.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(300);
    expect(answers.at(-1)!.body.error?.code).toBe('rate_limited');
  });

  test('B57 the fourth code in a quarter of an hour is not mailed', async () => {
    const ask = () => post(null, '/auth/request-otp/', { email: 'bombed@example.test' });
    const answers = [await ask(), await ask(), await ask(), await ask()];
    expect(answers.slice(0, 3).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([200, 429]).toContain(answers[3]!.status);
    const { rowCount } = await sql.query(
      "SELECT 1 FROM outbound_mail WHERE recipient = 'bombed@example.test'",
    );
    expect(rowCount).toBe(3);
  });

  test('B56 a code is dead after five wrong tries, over the wire too', async () => {
    const email = 'bombed@example.test';
    const answers = [];
    for (const otp of ['000000', '000001', '000002', '000003', '000004', '000005'])
      answers.push(await post(null, '/auth/verify-otp/', { email, otp }));
    for (const answer of answers) expect([401, 429]).toContain(answer.status);
    const { rows } = await sql.query('SELECT max(attempts) AS most FROM email_code WHERE email = $1', [
      email,
    ]);
    expect(rows).toEqual([{ most: 5 }]);
  });
});

test('after the whole catalogue it is the same process, and its log holds no failure and no secret', async () => {
  expect(world.web.alive).toBe(true);
  const logs = world.web.logs();
  expect(logs).not.toContain('unexpected error');
  expect(logs).not.toMatch(/unhandled|uncaught/i);
  for (const secret of [
    PASSWORD,
    process.env.AUTH_SECRET!,
    world.people.carla.access,
    world.people.dora.refresh,
  ])
    expect(logs).not.toContain(secret);
});
