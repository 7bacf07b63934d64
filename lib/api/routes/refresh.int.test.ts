import { beforeEach, expect, test } from 'vitest';
import { forgetLogins } from '@/lib/auth/read-actor';
import { sql } from '@/lib/db/transaction';
import { comparable, makePerson, send, signedIn } from '@/tests/identity';

let person: Awaited<ReturnType<typeof makePerson>>;
let login: Awaited<ReturnType<typeof signedIn>>;
const refresh = (token: unknown) => send('POST', '/auth/token/refresh/', { body: { refresh: token } });
const liveSessions = async () =>
  (await sql.query('SELECT 1 FROM session WHERE person_id = $1 AND revoked_at IS NULL', [person.id]))
    .rowCount;
/** Moves what was used into the past, as if the grace were over. */
const afterGrace = () => sql.query("UPDATE refresh_token SET used_at = used_at - interval '11 s'");

beforeEach(async () => {
  forgetLogins();
  person = await makePerson({ role: 'agent' });
  login = await signedIn(person);
});

test('a refresh token gives its successor and an access token that works', async () => {
  const { status, body } = await refresh(login.refresh);
  expect(status).toBe(200);
  expect(body.refresh).not.toBe(login.refresh);
  expect((await send('GET', '/me/', { access: String(body.access) })).body.id).toBe(person.id);
  expect((await refresh(body.refresh)).status).toBe(200);
});

test('nothing in the database is a token', async () => {
  await refresh(login.refresh);
  const { rows } = await sql.query<{ all: string }>(
    'SELECT concat((SELECT json_agg(r) FROM refresh_token r), (SELECT json_agg(s) FROM session s)) AS all',
  );
  expect(rows[0]!.all).not.toContain(login.refresh.split('.')[1]);
});

test('a spent token within the grace gives the same successor', async () => {
  const first = await refresh(login.refresh);
  const second = await refresh(login.refresh);
  expect(second.status).toBe(200);
  expect(second.body.refresh).toBe(first.body.refresh);
  expect(await liveSessions()).toBe(1);
});

test('a spent token after the grace ends the family: successor and access token too', async () => {
  const { body } = await refresh(login.refresh);
  await afterGrace();
  expect((await refresh(login.refresh)).status).toBe(401);
  expect(await liveSessions()).toBe(0);
  expect((await refresh(body.refresh)).status).toBe(401);
  expect((await send('GET', '/me/', { access: String(body.access) })).status).toBe(401);
  const { rows } = await sql.query(
    "SELECT data FROM event WHERE type = 'session.ended' AND data->>'person_id' = $1",
    [person.id],
  );
  expect(rows).toEqual([{ data: { person_id: person.id, session_id: login.actor.sessionId } }]);
});

test('another login of the person stays when one family dies', async () => {
  const other = await signedIn(person);
  await refresh(login.refresh);
  await afterGrace();
  await refresh(login.refresh);
  expect((await refresh(other.refresh)).status).toBe(200);
});

test('twenty at once: one family alive, one successor for all', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(login.refresh)));
  expect(answers.map((a) => a.status)).toEqual(Array(20).fill(200));
  expect(new Set(answers.map((a) => a.body.refresh)).size).toBe(1);
  expect(await liveSessions()).toBe(1);
  const { rowCount } = await sql.query('SELECT 1 FROM refresh_token WHERE session_id = $1', [
    login.actor.sessionId,
  ]);
  expect(rowCount).toBe(2);
});

test('the chain ends 30 days after signing in, however often it was used', async () => {
  const { body } = await refresh(login.refresh);
  const { rows } = await sql.query<{ same: boolean }>(
    `SELECT bool_and(r.expires_at = s.expires_at AND s.expires_at = s.created_at + interval '30 days') AS same
     FROM refresh_token r JOIN session s ON s.id = r.session_id WHERE s.id = $1`,
    [login.actor.sessionId],
  );
  expect(rows[0]!.same).toBe(true);
  await sql.query("UPDATE session SET expires_at = now() - interval '1 s' WHERE id = $1", [
    login.actor.sessionId,
  ]);
  expect((await refresh(body.refresh)).status).toBe(401);
});

test('of a disabled person, tampered, an access token, made up: one answer; the family of a tampered one lives', async () => {
  const [id, secret] = login.refresh.split('.') as [string, string];
  const changed = secret.startsWith('A') ? `B${secret.slice(1)}` : `A${secret.slice(1)}`;
  const answers = [
    await refresh(`${id}.${changed}`),
    await refresh(`${id.toUpperCase()}.${secret}`),
    await refresh(`${id}.`),
    await refresh(login.access),
    await refresh(`0198f000-0000-7000-8000-000000000000.${secret}`),
  ];
  expect(await liveSessions()).toBe(1);
  await sql.query('UPDATE person SET disabled_at = now() WHERE id = $1', [person.id]);
  answers.push(await refresh(login.refresh));
  expect(new Set(answers.map(comparable)).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 401, body: { error: { code: 'invalid_token' } } });
});

test.each([null, 5, ['x'], {}, 'x'.repeat(401)])('the token %j is 422', async (token) => {
  expect((await refresh(token)).status).toBe(422);
});
