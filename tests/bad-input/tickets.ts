import { expect } from 'vitest';
import { sql } from '@/lib/db/transaction';
import type { Line, Name, World } from './world';

/** B27 to B33: what is done to a ticket, and the key of a repeated POST. */
type Given = Parameters<World['ticket']>[0];
const on =
  (given: Given, path: string) =>
  async (world: World): Promise<string> =>
    `/tickets/${(await world.ticket(given)).id}${path}`;
const held: Given = { held: 'ada' };

const setting = (
  what: string,
  as: Name,
  given: Given,
  status: unknown,
  expected: number,
  code?: string,
): Line => ({
  ...{ id: 'B28', what, as, path: on(given, '/set-status/'), json: { status }, status: expected },
  ...(code ? { code } : {}),
});
const assigning = (
  what: string,
  to: (world: World) => unknown,
  status: number,
  more: Partial<Line> = {},
): Line => ({
  ...{ id: 'B29', what, as: 'ada', path: on(held, '/assign/'), status },
  json: (world: World) => ({ assigned_agent: to(world) }),
  ...more,
});
const posting = (id: string, what: string, body: object, status: number, more: Partial<Line> = {}): Line => ({
  ...{ id, what, path: on(held, '/messages/'), json: body, status },
  ...more,
});
const keyed = (what: string, key: string | string[], status: number, more: Partial<Line> = {}): Line => ({
  ...{ id: 'B33', what, path: '/tickets/', json: { subject: 'x', description: 'y' }, status },
  ...{ headers: { 'idempotency-key': key } },
  ...more,
});
const SECRET = 'never-stored-5f1c';
const neverStored: Partial<Line> = {
  async check() {
    const { rowCount } = await sql.query('SELECT 1 FROM message WHERE body LIKE $1', [`%${SECRET}%`]);
    expect(rowCount).toBe(0);
  },
};

export const tickets: Line[] = [
  ...[0, -1, 1.5, '1', null, 1e20].map((version) => ({
    ...{ id: 'B27', what: `the version ${JSON.stringify(version)}`, as: 'ada' as const, method: 'PATCH' },
    ...{ path: on(held, '/'), json: { version, priority: 'HIGH' }, status: 422, fields: ['version'] },
  })),
  {
    ...{ id: 'B27', what: 'an old version', as: 'ada', method: 'PATCH', path: on(held, '/') },
    ...{ json: { version: 99, priority: 'HIGH' }, status: 409, code: 'version_conflict' },
    check: ({ body }) =>
      expect(body.error).toMatchObject({ current: { version: 1, priority: 'MEDIUM', status: 'ASSIGNED' } }),
  },
  {
    ...{
      id: 'B27',
      what: 'no version',
      as: 'ada',
      method: 'PATCH',
      path: on(held, '/'),
      json: { topic: 'x' },
    },
    ...{ status: 422, fields: ['version'] },
  },

  setting('OPEN → CLOSED', 'root', {}, 'CLOSED', 409, 'invalid_transition'),
  setting('OPEN → IN_PROGRESS', 'root', {}, 'IN_PROGRESS', 409, 'assign_first'),
  setting('CLOSED → OPEN', 'root', { status: 'CLOSED' }, 'OPEN', 409, 'invalid_transition'),
  setting('in the queue, not taken', 'ada', {}, 'RESOLVED', 409, 'assign_first'),
  ...['DONE', '', null, 5, ['OPEN'], { set: 'OPEN' }, 'open', 'OPEN\u0000'].map((status) =>
    setting(`the status ${JSON.stringify(status)}`, 'ada', held, status, 422, 'validation_failed'),
  ),
  setting('a customer closes', 'carla', { ...held, status: 'RESOLVED' }, 'CLOSED', 409, 'invalid_transition'),
  setting('a customer starts the work', 'carla', held, 'IN_PROGRESS', 409, 'invalid_transition'),
  setting('a customer reopens what is closed', 'carla', { ...held, status: 'CLOSED' }, 'IN_PROGRESS', 409),
  {
    ...setting('the same again', 'ada', held, 'ASSIGNED', 200),
    async check({ body }) {
      const { rows } = await sql.query('SELECT type FROM event WHERE ticket_id = $1', [body.id]);
      expect(rows).toEqual([{ type: 'ticket.created' }]);
    },
  },

  assigning('a customer', ({ people }) => people.dora.id, 422, { fields: ['assigned_agent'] }),
  assigning('nobody we know', () => '0198f000-0000-7000-8000-000000000000', 422, {
    fields: ['assigned_agent'],
  }),
  ...['ada', '', 5, {}, ['x'], undefined].map((to) =>
    assigning(`to ${JSON.stringify(to) ?? 'nothing'}`, () => to, 422, { fields: ['assigned_agent'] }),
  ),
  assigning('who is offline', ({ people }) => people.bruno.id, 200, {
    check: ({ body }) => expect(body.warnings).toContain('agent_unavailable'),
  }),
  assigning('null', () => null, 200, {
    check: ({ body }) => expect(body).toMatchObject({ assigned_agent: null, status: 'OPEN', warnings: [] }),
  }),

  posting('B30', 'a note of a customer', { body: SECRET, is_internal: true }, 403, neverStored),
  ...['true', 1, null, 'yes', []].map((is_internal) =>
    posting('B31', `is_internal: ${JSON.stringify(is_internal)}`, { body: SECRET, is_internal }, 422, {
      ...{ as: 'ada' },
      fields: ['is_internal'],
      ...neverStored,
    }),
  ),
  posting('B30', 'a status of a customer', { body: SECRET, status: 'CLOSED' }, 422, neverStored),
  posting('B31', 'an empty message', { body: ' \u200b' }, 422, { fields: ['body'] }),
  posting('B31', 'based on what is no id', { body: 'x', based_on: '1' }, 422, { fields: ['based_on'] }),
  posting('B15', 'an author', { body: SECRET, author_id: 'x', created_at: 'x' }, 422, {
    fields: ['author_id', 'created_at'],
    ...neverStored,
  }),
  posting('B32', 'to another one’s', { body: SECRET }, 404, { as: 'dora', ...neverStored }),
  posting('B32', 'to one in the trash', { body: SECRET }, 404, {
    path: on({ ...held, deleted: true }, '/messages/'),
    ...neverStored,
  }),
  posting('B32', 'by staff to a closed one', { body: SECRET }, 409, {
    ...{ as: 'ada', code: 'ticket_closed', path: on({ ...held, status: 'CLOSED' }, '/messages/') },
    ...neverStored,
  }),
  ...['x', 'nobody@example.test', '', 5, null, "' OR 1=1--", 'ada@example.test', '\u0000'].map(
    (customer) => ({
      ...{
        id: 'B29',
        what: `for the customer ${JSON.stringify(customer)}`,
        as: 'ada' as const,
        path: '/tickets/',
      },
      ...{ json: { subject: 'x', description: 'y', customer }, status: 422, fields: ['customer'] },
    }),
  ),

  keyed('an empty key', '', 422, { fields: ['idempotency-key'] }),
  keyed('a key of 256', 'k'.repeat(256), 422, { fields: ['idempotency-key'] }),
  keyed('a key of 255', 'k'.repeat(255), 201),
  keyed('a key with a space', 'a b', 422, { fields: ['idempotency-key'] }),
  keyed('a key with other letters', 'schlüssel', 422, { fields: ['idempotency-key'] }),
  keyed('two keys', ['a', 'b'], 422, { fields: ['idempotency-key'] }),
];
