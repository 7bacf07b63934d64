import { expect } from 'vitest';
import { sql } from '@/lib/db/transaction';
import { type Answered, ask } from './ask';
import type { Line, Name, World } from './world';

/** B03, B22 to B26, B40 to B46, B49: addresses, lists and their filters. */
const list = (id: string, query: string, status: number, more: Partial<Line> = {}): Line => ({
  ...{ id, what: `?${query.slice(0, 60)}`, path: `/tickets/?${query}`, status },
  ...(status === 422 ? { code: 'validation_failed' } : {}),
  ...more,
});
const results = ({ body }: Answered) => body.results as { id: string; customer: { id: string } }[];
const nothingFound: Partial<Line> = {
  check: (answer) => expect(answer.body).toEqual({ results: [], next: null }),
};
/** A cursor of the person's own list, after its first row. */
async function cursorOf(world: World, name: Name, path = '/tickets/?limit=1&'): Promise<string> {
  await world.ticket();
  await world.ticket();
  const { body } = await ask(world.web.port, {
    path: `/api${path}`,
    headers: { authorization: `Bearer ${world.people[name].access}` },
  });
  return String(body.next);
}

const REFS: [string, number][] = [
  ...['0', '999999999', '999999999999999', '00000000-0000-0000-0000-000000000000'].map(
    (ref): [string, number] => [ref, 404],
  ),
  ...[
    '-1',
    '1e9',
    '1.5',
    '+1',
    '9007199254740993',
    '99999999999999999999',
    'abc',
    '1;drop',
    '1%00',
    '%00',
  ].map((ref): [string, number] => [ref, 422]),
  ...[
    '%zz',
    '%ff',
    '1%20',
    "1'--",
    '%F0%9F%98%80',
    'null',
    'undefined',
    '[object%20Object]',
    'x'.repeat(10_000),
  ].map((ref): [string, number] => [ref, 422]),
];

export const lists: Line[] = [
  ...REFS.flatMap(([ref, status]) => [
    { id: 'B22', what: `the ticket ${ref.slice(0, 30)}`, path: `/tickets/${ref}/`, status },
    { id: 'B22', what: `the messages of ${ref.slice(0, 30)}`, path: `/tickets/${ref}/messages/`, status },
  ]),
  {
    ...{ id: 'B22', what: 'a UUID in capitals', status: 200 },
    path: async (world) => `/tickets/${(await world.ticket()).id.toUpperCase()}/`,
  },
  ...['abc', '1', '%00', 'x'.repeat(5_000)].map((ref) => ({
    ...{ id: 'B22', what: `the person ${ref.slice(0, 30)}`, path: `/users/${ref}/`, as: 'root' as const },
    ...{ status: 422, fields: ['id'] },
  })),

  ...['0', '-1', '101', '1e9', 'NaN', '1.5', '', '%205', '5%00', '0x10', '+5', '1&limit=2'].map((limit) =>
    list('B23', `limit=${limit}`, 422, { fields: ['limit'] }),
  ),
  list('B23', 'limit[]=1', 422, { fields: ['limit[]'] }),
  list('B23', 'limit=100', 200),
  list('B24', 'page=-1', 422, { fields: ['page'] }),
  ...[
    'garbage',
    '',
    'a.b',
    '..',
    `${'x'.repeat(399)}`,
    'x'.repeat(401),
    '%00',
    'bnVsbA.AAAAAAAAAAAAAAAAAAAAAA',
  ].map((cursor) => list('B24', `cursor=${cursor}`, 422, { fields: ['cursor'] })),
  {
    ...{ id: 'B24', what: 'a cursor of another person', status: 422, fields: ['cursor'], as: 'dora' },
    path: async (world) => `/tickets/?cursor=${await cursorOf(world, 'carla')}`,
  },
  {
    ...{ id: 'B24', what: 'a cursor that was changed', status: 422, fields: ['cursor'] },
    path: async (world) => {
      const [payload, signature] = (await cursorOf(world, 'carla')).split('.');
      const changed = Buffer.from(payload!, 'base64url').toString().replace('newest', 'oldest');
      return `/tickets/?cursor=${Buffer.from(changed).toString('base64url')}.${signature}`;
    },
  },
  {
    ...{ id: 'B24', what: 'a cursor of another list', status: 422, fields: ['cursor'] },
    path: async (world) =>
      `/tickets/${(await world.ticket()).id}/messages/?cursor=${await cursorOf(world, 'carla')}`,
  },
  {
    ...{
      id: 'B24',
      what: 'a cursor of people in a list of tickets',
      status: 422,
      fields: ['cursor'],
      as: 'root',
    },
    path: async (world) => `/tickets/?cursor=${await cursorOf(world, 'root', '/users/?limit=1&')}`,
  },
  {
    ...{ id: 'B24', what: 'the right cursor', status: 200 },
    path: async (world) => `/tickets/?limit=1&cursor=${await cursorOf(world, 'carla')}`,
    check: (answer, { people }) => {
      expect(results(answer)).toHaveLength(1);
      expect(results(answer)[0]!.customer.id).toBe(people.carla.id);
    },
  },

  ...['sort=password', 'sort=createdAt;select', 'sort=', 'sort=newest&sort=oldest', 'sort=__proto__'].map(
    (query) => list('B25', query, 422, { fields: ['sort'] }),
  ),
  ...["status=OPEN'%20OR%201=1", 'status=', 'status=open', `status=${'OPEN,'.repeat(11)}OPEN`].map((query) =>
    list('B25', query, 422, { as: 'ada' }),
  ),
  list('B25', `${'status[]=OPEN&'.repeat(1_000).slice(0, -1)}`, 422, { as: 'ada', fields: ['status[]'] }),
  list('B25', `${'status=OPEN&'.repeat(1_000).slice(0, -1)}`, 422, { as: 'ada', fields: ['status'] }),
  ...[
    'assignee=abc',
    "assignee=me'",
    'language=EN',
    'language=xxx',
    'channel=FAX',
    'priority=5',
    'in=nowhere',
  ].map((query) => list('B25', query, 422, { as: 'ada' })),
  ...['role=admin', 'constructor=x', '__proto__=x', '__proto__[role]=admin', 'customer=x', '%00=x'].map(
    (query) => list('B26', query, 422),
  ),
  { id: 'B26', what: 'a query where none is known', path: '/me/?role=admin', status: 422, fields: ['role'] },
  { id: 'B26', what: 'a broken query', path: '/tickets/?%=%&&==&%ff', status: 422 },

  ...['%00', 'a%00b'].map((q) => list('B03', `q=${q}`, 422, { as: 'ada', fields: ['q'] })),
  ...[
    "'",
    '"',
    '"unclosed',
    '!',
    '&',
    '|',
    '()',
    ':*',
    '<->',
    'a & | b',
    '\\',
    '-',
    '--',
    '\\\\%',
    '$1',
    '?',
  ].map((q) => list('B40', `q=${encodeURIComponent(q)}`, 200, { as: 'root', ...nothingFound })),
  ...['the and', '👍', '日本語', '١٠٠١'].map((q) =>
    list('B41', `q=${encodeURIComponent(q)}`, 200, { as: 'root', ...nothingFound }),
  ),
  ...['%', '_', '%%%%', 'c_rla', 'c%a'].map((q) =>
    list('B42', `q=${encodeURIComponent(q)}`, 200, { as: 'root', ...nothingFound }),
  ),
  list('B42', 'q=%20%20', 422, { as: 'root', fields: ['q'] }),
  ...['a'.repeat(201), 'a+'.repeat(5_000), 'or+'.repeat(1_000)].map((q) =>
    list('B43', `q=${q}`, 422, { as: 'root', fields: ['q'] }),
  ),
  list('B45', 'q=Dora', 200, { as: 'carla', ...nothingFound }),
  {
    ...{ id: 'B45', what: 'the number of another one’s ticket', status: 200, ...nothingFound },
    path: async (world) => `/tickets/?q=${(await world.ticket({ of: 'dora' })).number}`,
  },
  {
    ...{ id: 'B45', what: 'the number of his own', status: 200 },
    path: async (world) => `/tickets/?q=%23${(await world.ticket()).number}`,
    check: (answer) => expect(results(answer)).toHaveLength(1),
  },
  list('B46', `q=${encodeURIComponent("'; SELECT pg_sleep(5)--")}`, 200, { as: 'root', within: 1_000 }),
  list('B46', `topic=${encodeURIComponent("x' OR pg_sleep(5) IS NULL--")}`, 200, {
    as: 'root',
    within: 1_000,
  }),
  ...["'; DROP TABLE person--", '%', '\\'].map((q) => ({
    ...{ id: 'B40', what: `people by ${q}`, path: `/users/?q=${encodeURIComponent(q)}`, as: 'root' as const },
    ...{ status: 200, check: (answer: Answered) => expect(results(answer)).toEqual([]) },
  })),
  ...['role=boss', 'role=', 'limit=1000', 'cursor=x', 'email=x'].map((query) => ({
    ...{
      id: 'B23',
      what: `people with ${query}`,
      path: `/users/?${query}`,
      as: 'root' as const,
      status: 422,
    },
  })),

  ...['-1', '1e20', 'x', '99999999999', '', '1.5', '1&since=2', '%00'].map((since) => ({
    ...{ id: 'B77', what: `events since ${since}`, status: 422, fields: ['since'] },
    path: async (world: World) => `/tickets/${(await world.ticket()).id}/events/?since=${since}`,
  })),
  {
    ...{ id: 'B77', what: 'events from the future', status: 200 },
    path: async (world) => `/tickets/${(await world.ticket()).id}/events/?since=999999999`,
    check: ({ body }) => expect(body).toEqual({ results: [], reload: true }),
  },
  {
    ...{
      id: 'B49',
      what: 'an import with days that do not exist',
      method: 'POST',
      path: '/imports/messages/?route=2',
    },
    ...{ as: 'root', headers: { 'content-type': 'text/csv' }, raw: 'x', status: 422, fields: ['route'] },
    check: async () => {
      expect((await sql.query('SELECT 1 FROM import')).rowCount).toBe(0);
    },
  },
];
