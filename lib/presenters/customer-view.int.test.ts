import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '@/lib/db/transaction';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { addActor, fileTicket } from '@/tests/factories';
import { send, signedIn } from '@/tests/identity';
import type { Actor } from '../rules/permissions';

/**
 * What a customer can get hold of (spec/reliability.md C03): no word of a note, and no sign that there is one.
 */
const CANARY = 'canary-7f3a';
type Person = Actor & { access: string };
let carla: Person;
let ada: Person;
let older: TicketDto;
let newer: TicketDto;

async function enter(role: Actor['role'], email: string): Promise<Person> {
  const actor = await addActor(role, { email, available: role !== 'customer' });
  const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
  return { ...actor, access: (await signedIn(rows[0] as Parameters<typeof signedIn>[0])).access };
}
const as = async (person: Person, method: string, path: string, body?: unknown) => {
  const answer = await send(method, path, { access: person.access, ...(body ? { body } : {}) });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer;
};

beforeAll(async () => {
  carla = await enter('customer', 'carla@example.test');
  ada = await enter('agent', 'ada-secret@switchboard.test');
  older = await fileTicket(carla, { subject: 'Older', priority: 'LOW' });
  newer = await fileTicket(carla, { subject: 'Newer', priority: 'HIGH' });
  await as(ada, 'POST', `/tickets/${older.number}/messages/`, { body: 'A public answer.' });
});

/** Every address that a customer may fetch, cursors and all. */
const LISTS = ['newest', 'oldest', 'updated', 'waiting', 'priority'].flatMap((sort) => [
  `/tickets/?sort=${sort}`,
  `/tickets/?sort=${sort}&limit=1`,
]);
const view = async () => {
  const addresses = [
    ...LISTS,
    ...[older, newer].flatMap(({ id, number }) => [
      `/tickets/${id}/`,
      `/tickets/${number}/messages/`,
      `/tickets/${number}/events/`,
      `/tickets/${number}/events/?since=1`,
    ]),
    ...[`/tickets/?q=${CANARY}`, `/tickets/?topic=${CANARY}`, '/me/', '/me/sessions/', `/users/${carla.id}/`],
  ];
  const seen: Record<string, string> = {};
  for (const address of addresses) {
    const { text } = await as(carla, 'GET', address);
    // what a cursor holds can be read by who has it
    const cursors = [...text.matchAll(/"(?:next|messages_next)":"([\w-]+)\./g)].map(([, payload]) =>
      Buffer.from(payload!, 'base64url').toString(),
    );
    seen[address] = [text, ...cursors].join('\n');
  }
  return seen;
};

describe('what staff does among itself', () => {
  const acts: [string, () => Promise<unknown>][] = [
    [
      'a note on the older ticket',
      () => as(ada, 'POST', `/tickets/${older.number}/messages/`, { body: CANARY, is_internal: true }),
    ],
    [
      'a note on the other one, which nobody holds',
      () => as(ada, 'POST', `/tickets/${newer.number}/messages/`, { body: CANARY, is_internal: true }),
    ],
    ['marking it as spam', () => as(ada, 'POST', `/tickets/${newer.number}/spam/`, { is_spam: true })],
    ['taking that back', () => as(ada, 'POST', `/tickets/${newer.number}/spam/`, { is_spam: false })],
    [
      'a remark of routing',
      () =>
        sql.query('UPDATE ticket SET routing_reason = $2, updated_at = now() WHERE id = $1', [
          newer.id,
          JSON.stringify({ text: `waiting: ${CANARY}` }),
        ]),
    ],
  ];
  test.each(acts)('%s changes no byte of what the customer can fetch', async (_name, act) => {
    const before = await view();
    const staffBefore = (await as(ada, 'GET', `/tickets/${newer.number}/`)).text;
    const olderBefore = (await as(ada, 'GET', `/tickets/${older.number}/`)).text;
    await act();
    const staffAfter = (await as(ada, 'GET', `/tickets/${newer.number}/`)).text;
    const olderAfter = (await as(ada, 'GET', `/tickets/${older.number}/`)).text;
    // staff does see it: the act was one
    expect(staffBefore + olderBefore).not.toBe(staffAfter + olderAfter);
    expect(await view()).toEqual(before);
  });
});

test('after all that, staff reads the canary and the customer does not, whatever he does', async () => {
  const detail = (await as(ada, 'GET', `/tickets/${older.number}/`)).body as unknown as TicketDetailDto;
  expect(detail.preview).toMatchObject({ text: CANARY, is_internal: true });
  expect(Object.values(await view()).join()).not.toContain(CANARY);
  const first = detail.messages[0]!.id;
  const answers = [
    await as(carla, 'POST', `/tickets/${older.number}/messages/`, { body: 'Thanks' }),
    await as(carla, 'POST', `/tickets/${older.number}/set-status/`, { status: 'RESOLVED' }),
    await as(carla, 'POST', `/tickets/${newer.number}/messages/`, { body: 'And?' }),
    // what came since his first message: the public answer, not the note
    await send('POST', `/tickets/${older.number}/messages/`, {
      access: carla.access,
      body: { body: 'x', based_on: first },
    }),
  ];
  expect(answers.at(-1)).toMatchObject({ status: 409, body: { error: { code: 'newer_messages' } } });
  expect(answers.at(-1)!.text).toContain('A public answer.');
  for (const { text, headers } of answers) {
    expect(text).not.toContain(CANARY);
    expect(JSON.stringify([...headers])).not.toContain(CANARY);
  }
});

test('the numbers of his events have no hole where the notes are', async () => {
  for (const ticket of [older, newer]) {
    const { body } = await as(carla, 'GET', `/tickets/${ticket.number}/events/`);
    const seqs = (body.results as { seq: number; type: string }[]).map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    const { body: detail } = await as(carla, 'GET', `/tickets/${ticket.number}/`);
    expect(detail.last_seq).toBe(seqs.length);
  }
});

test('he is told what the contract names, no address of staff, no secret, no reason', async () => {
  const all = JSON.stringify(await view());
  expect(all).not.toMatch(
    /ada-secret|argon2|password_hash|google_subject|external_id|routing_reason|spam_at/,
  );
  const { body } = await as(carla, 'GET', `/tickets/${older.number}/`);
  expect(Object.keys(body).sort()).toEqual(
    [
      ...['id', 'number', 'subject', 'description', 'status', 'priority', 'channel', 'topic', 'languages'],
      ...[
        'customer',
        'assigned_agent',
        'assigned_agent_name',
        'team',
        'team_name',
        'routing',
        'waiting_since',
      ],
      ...[
        'version',
        'last_seq',
        'created_at',
        'updated_at',
        'preview',
        'follow_up_of',
        'merged_into',
        'is_spam',
        'is_deleted',
      ],
      ...['messages', 'messages_next'],
    ].sort(),
  );
  expect(body.routing).toEqual({ text: null, code: null, params: {} });
  const { messages } = body as unknown as TicketDetailDto;
  for (const message of messages) {
    expect(message.is_internal).toBe(false);
    expect(message.delivery).toBeNull();
    expect(Object.keys(message.author).sort()).toEqual(['id', 'name', 'role']);
  }
});
