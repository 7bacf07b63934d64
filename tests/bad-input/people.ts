import { expect } from 'vitest';
import { sql } from '@/lib/db/transaction';
import { PASSWORD } from '@/tests/identity';
import type { Line, World } from './world';

/** B50 to B59, B98, B99: addresses, passwords, profiles, people. Codes and tokens have files of their own in lib/api/routes. */
const ADDRESSES: unknown[] = [
  ...[
    'a@b',
    '@b.com',
    'a@',
    'a b@c.com',
    'a@b..com',
    'a@-b.com',
    `a@${'b'.repeat(250)}.com`,
    'a@[127.0.0.1]',
  ],
  ...[
    '"e@attacker.com"@victim.com',
    'victim@x.com(evil.com)',
    'foo@victim. com',
    'victim@example.com (a) evil@evil.com',
  ],
  ...['a@b.com,evil@e.com', 'a@b.com;evil@e.com', ['a@b.com', 'evil@e.com'], 'grp: a@b.com;'],
  ...[
    'victim@x.com\r\nBcc: evil@e.com',
    'victim@x.com%0d%0aBcc:e@e.com',
    'victim@x.com\u2028',
    'victim@x.com\r\n',
  ],
  ...['victim＠x.com', 'vıctim@x.com', 'ⓥictim@x.com', 'vіctim@x.com', '', null, 5, { contains: '@' }],
  `${'a'.repeat(50_000)}!`,
];
const noMail: Partial<Line> = {
  async check() {
    const { rows } = await sql.query('SELECT recipient FROM outbound_mail WHERE person_id IS NULL');
    expect(rows).toEqual([]);
  },
};
const id = (address: unknown): string =>
  typeof address !== 'string' || address.length < 9 || address.startsWith('a@') ? 'B50' : 'B51';

const me = (idOf: string, body: object, field: string): Line => ({
  ...{
    id: idOf,
    what: `me: ${JSON.stringify(body).slice(0, 70)}`,
    method: 'PATCH',
    path: '/me/',
    json: body,
  },
  ...{ status: 422, fields: [field] },
});
const making = (body: object, fields: string[], what = JSON.stringify(body).slice(0, 70)): Line => ({
  ...{ id: 'B99', what: `making: ${what}`, as: 'root', path: '/users/', status: 422, fields },
  json: { email: 'new@example.test', name: 'New', role: 'agent', ...body },
});
const changing = (
  who: (world: World) => string,
  body: unknown,
  status: number,
  more: Partial<Line> = {},
): Line => ({
  ...{
    id: 'B99',
    what: `changing: ${JSON.stringify(body)}`,
    as: 'root',
    method: 'PATCH',
    json: body,
    status,
  },
  path: (world) => `/users/${who(world)}/`,
  ...more,
});
const root = ({ people }: World) => people.root.id;
const bruno = ({ people }: World) => people.bruno.id;

export const people: Line[] = [
  ...ADDRESSES.map(
    (email): Line => ({
      ...{
        id: id(email),
        what: `a code for ${JSON.stringify(email).slice(0, 60)}`,
        as: null,
        json: { email },
      },
      ...{ path: '/auth/request-otp/', status: 422, fields: ['email'], within: 500, ...noMail },
    }),
  ),
  ...[
    '1234567',
    'x'.repeat(129),
    'abcdefgh\u0000',
    '          ',
    'PassWord1',
    12345678,
    { not: '' },
    null,
  ].map(
    (password): Line => ({
      ...{ id: 'B55', what: `the password ${JSON.stringify(password).slice(0, 30)}`, as: null, within: 300 },
      ...{ path: '/auth/register/', status: 422, fields: ['password'] },
      json: { email: 'new@example.test', name: 'X', verification_token: 'x', password },
    }),
  ),
  {
    ...{ id: 'B55', what: 'a password of 10 MB', as: null, path: '/auth/register/', status: 413 },
    raw: JSON.stringify({ email: 'new@example.test', password: 'x'.repeat(1e7) }),
  },
  ...[
    '',
    ' ',
    '%20',
    'null',
    '\u0000',
    '0198f000-0000-7000-8000-000000000000.',
    null,
    ['x'],
    { not: '' },
  ].map(
    (verification_token): Line => ({
      ...{
        id: 'B58',
        what: `the token ${JSON.stringify(verification_token)}`,
        as: null,
        path: '/auth/token/',
      },
      ...{ json: { verification_token }, status: typeof verification_token === 'string' ? 401 : 422 },
    }),
  ),
  ...[
    { email: { contains: '@' }, password: { not: '' } },
    { email: 'carla@example.test', password: ['x'] },
    { email: 'carla@example.test' },
    {},
    { email: 'carla@example.test', password: PASSWORD, role: 'admin' },
    { email: 'carla@example.test', username: 'root@example.test', password: PASSWORD },
  ].map(
    (json): Line => ({
      ...{ id: 'B59', what: `signing in with ${JSON.stringify(json)}`, as: null, path: '/auth/token/', json },
      ...{ status: 422, code: 'validation_failed' },
    }),
  ),
  {
    ...{ id: 'B63', what: 'an expired access token beside a good refresh token', as: null, status: 200 },
    ...{ path: '/auth/token/refresh/', headers: { authorization: 'Bearer a.b.c' } },
    json: (world: World) => ({ refresh: world.people.bruno.refresh }),
    check: ({ body }, world) => {
      world.people.bruno.access = String(body.access);
    },
  },

  me('B98', { name: 'x'.repeat(10_000) }, 'name'),
  me('B98', { name: '\u202e\u200b' }, 'name'),
  me('B98', { name: 'a\r\nBcc: b' }, 'name'),
  me('B98', { time_zone: '../../etc/passwd' }, 'time_zone'),
  me('B98', { time_zone: 'x'.repeat(100) }, 'time_zone'),
  me('B98', { locale: '__proto__' }, 'locale'),
  me('B98', { locale: 'xx' }, 'locale'),
  me('B98', { languages: ['en', '<script>'] }, 'languages.1'),
  me('B98', { role: 'admin' }, 'role'),
  me('B98', { email: 'root@example.test' }, 'email'),
  me('B98', { is_active: true }, 'is_active'),
  me('B98', { avatar: 'http://169.254.169.254/' }, 'avatar'),
  {
    ...{ id: 'B98', what: 'a name with direction marks', method: 'PATCH', path: '/me/', status: 200 },
    json: { name: 'Car\u202ela\u200b' },
    check: ({ body }) => expect(body.name).toBe('Carla'),
  },
  {
    ...{
      id: 'B99',
      what: 'a customer makes himself an admin',
      method: 'PATCH',
      status: 422,
      fields: ['role'],
    },
    ...{ path: (world) => `/users/${world.people.carla.id}/`, json: { role: 'admin' } },
  },

  ...[-1, 1e9, 1.5, null, '4', 1001].map((capacity) => making({ capacity }, ['capacity'])),
  making({ capacity_total: -1 }, ['capacity_total']),
  making({ role: 'boss' }, ['role']),
  making({ role: ['admin'] }, ['role']),
  making({ email: 'ADA@Example.TEST' }, ['email'], 'an address that is taken, in other letters'),
  making({ password: 'new@example.test' }, ['password'], 'a password that is the address'),
  making({ is_active: false, id: 'x' }, ['is_active', 'id']),
  changing(root, { role: 'agent' }, 409, { code: 'last_admin' }),
  changing(root, { is_active: false }, 409, { code: 'last_admin' }),
  changing(bruno, { capacity: -1 }, 422),
  changing(bruno, { email: 'ada@example.test' }, 422, { fields: ['email'] }),
  changing(bruno, { password: 'x' }, 422, { fields: ['password'] }),
  changing(bruno, [], 422),
  changing(() => '0198f000-0000-7000-8000-000000000000', { name: 'x' }, 404),
  {
    ...{ id: 'B99', what: 'deleting the last admin', as: 'root', method: 'DELETE', status: 409 },
    path: (world) => `/users/${root(world)}/`,
  },
  ...[{ capacity: 1.5 }, { capacity_calls: -1 }, { is_available: 'yes' }, { capacity: 5 }].map(
    (json): Line => ({
      ...{ id: 'B99', what: `availability ${JSON.stringify(json)}`, as: 'ada', method: 'PATCH', status: 422 },
      ...{ path: '/me/availability/', json },
    }),
  ),
];
