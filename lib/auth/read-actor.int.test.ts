import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { encode } from 'next-auth/jwt';
import { beforeEach, expect, test } from 'vitest';
import { makePerson, signedIn } from '@/tests/identity';
import { sql } from '../db/transaction';
import { env } from '../env';
import { Unauthenticated } from '../errors';
import { forgetLogins, readActor } from './read-actor';

let person: Awaited<ReturnType<typeof makePerson>>;
let login: Awaited<ReturnType<typeof signedIn>>;
const bearer = (token: string) => readActor({ authorization: `Bearer ${token}` });

beforeEach(async () => {
  forgetLogins();
  person = await makePerson({ role: 'agent', name: 'Ada' });
  login = await signedIn(person);
});

const cookieFor = async (name = 'next-auth.session-token', sub = person.id, sid = login.actor.sessionId) => {
  const token = { sub, sid };
  return `a=b; ${name}=${await encode({ token, secret: env().AUTH_SECRET })}; c=d`;
};

test('a bearer token names the person with the role of his row', async () => {
  const identity = await bearer(login.access);
  expect(identity).toMatchObject({ actor: { ...login.actor, role: 'agent', name: 'Ada' }, via: 'bearer' });
  const minutes = (identity!.expiresAt.getTime() - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(10);
  expect(minutes).toBeLessThanOrEqual(15);
});

test('a cookie names the person until its session ends', async () => {
  const identity = await readActor({ cookie: await cookieFor() });
  expect(identity).toMatchObject({ actor: { id: person.id }, via: 'cookie' });
  expect(identity!.expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
});

test('a long cookie is joined from its parts', async () => {
  const cookie = await cookieFor();
  const value = /session-token=([^;]*)/.exec(cookie)![1]!;
  const name = 'next-auth.session-token';
  const parts = `${name}.1=${value.slice(100)}; ${name}.0=${value.slice(0, 100)}`;
  expect(await readActor({ cookie: parts })).toMatchObject({ actor: { id: person.id } });
});

test.each([
  ['no header', {}],
  ['empty headers', { authorization: '', cookie: '' }],
  ['another scheme', { authorization: 'Basic YTpi' }],
  ['a broken cookie', { cookie: 'next-auth.session-token=%' }],
  ['an empty cookie', { cookie: 'next-auth.session-token=' }],
])('%s: nobody', async (_name, headers) => {
  expect(await readActor(headers)).toBeNull();
});

test('a cookie of the other scheme, of another person or signed by another secret: nobody', async () => {
  const other = await makePerson();
  const token = { sub: person.id, sid: login.actor.sessionId };
  const forged = await encode({ token, secret: 'x'.repeat(64) });
  for (const cookie of [
    await cookieFor('__Secure-next-auth.session-token'),
    await cookieFor('__Host-next-auth.session-token'),
    await cookieFor('xnext-auth.session-token'),
    await cookieFor('next-auth.session-token', other.id),
    `next-auth.session-token=${forged}`,
  ]) {
    expect(await readActor({ cookie })).toBeNull();
  }
});

// spec/reliability.md B20
test.each([
  'Bearer %',
  'Bearer',
  'Bearer ',
  'Bearer a b',
  'bearer x.y.z',
  'Bearer a.b',
  `Bearer ${'a'.repeat(20_000)}`,
  'BEARER',
  'Bearer \u0000',
])('the header %j is refused, a good cookie beside it notwithstanding', async (authorization) => {
  await expect(readActor({ authorization, cookie: await cookieFor() })).rejects.toThrow(Unauthenticated);
});

test('two bearer headers, joined by the server, are refused', async () => {
  const authorization = `Bearer ${login.access}, Bearer ${login.access}`;
  await expect(readActor({ authorization })).rejects.toThrow(Unauthenticated);
});

// spec/reliability.md B21, C11
const key = () => createHmac('sha256', env().AUTH_SECRET).update('access-token').digest();
const token = (change: {
  header?: Record<string, string>;
  claims?: Record<string, unknown>;
  secret?: Uint8Array;
}) => {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    iss: 'switchboard',
    aud: 'switchboard-api',
    sub: person.id,
    sid: login.actor.sessionId,
    iat: now,
    exp: now + 600,
    ...change.claims,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...change.header })
    .sign(change.secret ?? key());
};
const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

test('a token made by hand with everything right holds, so the refusals below mean what they say', async () => {
  expect(await bearer(await token({}))).toMatchObject({ actor: { id: person.id } });
});

test.each([
  ['another audience', () => token({ claims: { aud: 'other' } })],
  ['another issuer', () => token({ claims: { iss: 'other' } })],
  ['expired', () => token({ claims: { iat: ago(700), exp: ago(100) } })],
  ['exp as text', () => token({ claims: { exp: String(ago(-600)) } })],
  ['exp 1e20', () => token({ claims: { exp: 1e20 } })],
  ['no exp', () => token({ claims: { exp: undefined } })],
  ['valid for a year', () => token({ claims: { exp: ago(-31_536_000) } })],
  ['issued in the future', () => token({ claims: { iat: ago(-3_600), exp: ago(-4_000) } })],
  ['another type', () => token({ header: { typ: 'JWT' } })],
  ['HS512', () => token({ header: { alg: 'HS512' } })],
  ['another key', () => token({ secret: Buffer.alloc(32, 1) })],
  ['AUTH_SECRET itself as key', () => token({ secret: Buffer.from(env().AUTH_SECRET) })],
  ['sub no id', () => token({ claims: { sub: 'admin' } })],
  ['sub of nobody', () => token({ claims: { sub: '0198f000-0000-7000-8000-000000000000' } })],
  ['session of nobody', () => token({ claims: { sid: '0198f000-0000-7000-8000-000000000000' } })],
  ['a refresh token', async () => login.refresh],
  [
    'alg none',
    async () => {
      const [, payload] = (await token({})).split('.');
      return `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${payload}.AA`;
    },
  ],
  ['a changed signature', async () => `${(await token({})).slice(0, -4)}AAAA`],
])('%s is refused', async (_name, make) => {
  await expect(bearer(await make())).rejects.toThrow(Unauthenticated);
});

test('a role in the token is not believed', async () => {
  expect(await bearer(await token({ claims: { role: 'admin' } }))).toMatchObject({
    actor: { role: 'agent' },
  });
});

const GONE = ['Unauthenticated', null];
test('what is done to people elsewhere is seen within 5 s, by token and by cookie', async () => {
  const changes: [statement: string, outcome: unknown[]][] = [
    ['UPDATE session SET revoked_at = now() WHERE person_id = $1', GONE],
    ['UPDATE session SET expires_at = now() WHERE person_id = $1', GONE],
    ['UPDATE person SET disabled_at = now() WHERE id = $1', GONE],
    ['WITH e AS (DELETE FROM session WHERE person_id = $1) DELETE FROM person WHERE id = $1', GONE],
    ["UPDATE person SET role = 'customer' WHERE id = $1", ['customer', 'customer']],
  ];
  const people = await Promise.all(
    changes.map(async () => {
      const one = await makePerson({ role: 'agent' });
      const { access, actor } = await signedIn(one);
      return { id: one.id, access, cookie: await cookieFor(undefined, one.id, actor.sessionId) };
    }),
  );
  const seen = () =>
    Promise.all(
      people.map(async ({ access, cookie }) => [
        await bearer(access).then(
          (identity) => identity?.actor.role,
          (error: Error) => error.name,
        ),
        (await readActor({ cookie }))?.actor.role ?? null,
      ]),
    );
  expect(await seen()).toEqual(changes.map(() => ['agent', 'agent']));
  await Promise.all(changes.map(([statement], n) => sql.query(statement, [people[n]!.id])));
  await expect.poll(seen, { timeout: 5_000, interval: 200 }).toEqual(changes.map(([, outcome]) => outcome));
});
