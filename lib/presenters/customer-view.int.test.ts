import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indexTickets } from '@/lib/commands/index-tickets';
import { sendDueMails } from '@/lib/commands/send-due-mails';
import { closePool } from '@/lib/db/pool';
import { sql } from '@/lib/db/transaction';
import { startMailOut } from '@/lib/email/start';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { addActor, fileTicket } from '@/tests/factories';
import { send, signedIn } from '@/tests/identity';
import type { Actor } from '../rules/permissions';
import { routeAccess } from '../rules/route-access';

/**
 * What a customer can get hold of (spec/reliability.md C03): no word of a note on his ticket or about himself, nor of
 * anything else that staff does among itself, and no sign that there is one. Of sockets: `lib/realtime/live.int.test.ts`.
 */
const CANARY = 'canary-7f3a';
type Person = Actor & { access: string };
let carla: Person;
let ada: Person;
let root: Person;
let older: TicketDto;
let newer: TicketDto;
let mailOut: { stop(): Promise<void> };

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
  mailOut = await startMailOut();
  carla = await enter('customer', 'carla@example.test');
  ada = await enter('agent', 'ada-secret@switchboard.test');
  root = await enter('admin', 'root-secret@switchboard.test');
  older = await fileTicket(carla, { subject: 'Older', priority: 'LOW' });
  newer = await fileTicket(carla, { subject: 'Newer', priority: 'HIGH' });
  await as(ada, 'POST', `/tickets/${older.number}/messages/`, { body: 'A public answer.' });
});
afterAll(async () => {
  await mailOut.stop();
  await closePool();
});

/** Every address that a customer may fetch, cursors and all. */
const LISTS = ['newest', 'oldest', 'updated', 'waiting', 'priority'].flatMap((sort) => [
  `/tickets/?sort=${sort}`,
  `/tickets/?sort=${sort}&limit=1`,
]);
const addresses = () => [
  ...LISTS,
  ...[older, newer].flatMap(({ id, number }) => [
    `/tickets/${id}/`,
    `/tickets/${number}/messages/`,
    `/tickets/${number}/events/`,
    `/tickets/${number}/events/?since=1`,
    `/tickets/${number}/queue/`,
    `/conversations/${id}/`,
  ]),
  ...[`/tickets/?q=${CANARY}`, `/tickets/?topic=${CANARY}`, '/messages/', '/topics/', '/conversations/'],
  // the word, and one so near that it would be proposed
  ...[CANARY, CANARY.slice(0, -1)].map((word) => `/tickets/search/?q=${word}`),
  ...['/me/', '/me/sessions/', `/users/${carla.id}/`],
];
const view = async () => {
  await indexTickets();
  const seen: Record<string, string> = {};
  for (const address of addresses()) {
    const { text } = await as(carla, 'GET', address);
    // what a cursor holds can be read by who has it
    const cursors = [...text.matchAll(/"(?:next|messages_next)":"([\w-]+)\./g)].map(([, payload]) =>
      Buffer.from(payload!, 'base64url').toString(),
    );
    seen[address] = [text, ...cursors].join('\n');
  }
  return seen;
};

/** What staff sees of all that. */
const staffView = async () => {
  const paths = [`/tickets/${newer.number}/`, `/tickets/${older.number}/`, `/customers/${carla.id}/`];
  const read = async (path: string) => (await as(ada, 'GET', path)).text;
  return (await Promise.all([...paths, `/tickets/${older.number}/drafts/note/`].map(read))).join();
};

test('no address that a customer may fetch is left out here', () => {
  const asked = addresses().map((address) => address.replace(/\?.*/, '').replace(/[\w-]*\d[\w-]*/, '{}'));
  const open = Object.entries(routeAccess)
    .filter(([key, access]) => key.startsWith('GET ') && access === 'signed_in')
    .map(([key]) => `${key.slice(4).replace(/\{\w+\}/, '{}')}/`);
  // files of notes: the access matrix (lib/rules/access.int.test.ts)
  expect(open.filter((path) => !asked.includes(path))).toEqual(['/attachments/{}/']);
});

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
    ['a note about the person', () => as(ada, 'POST', `/customers/${carla.id}/notes/`, { body: CANARY })],
    [
      'what is known about him, and that he is VIP',
      () =>
        as(ada, 'PATCH', `/customers/${carla.id}/`, {
          facts: [{ label: CANARY, value: CANARY }],
          is_vip: true,
        }),
    ],
    [
      'an organisation',
      async () => {
        const { body } = await as(ada, 'POST', '/organisations/', { name: CANARY });
        await as(ada, 'PATCH', `/customers/${carla.id}/`, { organisation: body.id });
      },
    ],
    ['tags', () => as(ada, 'PATCH', `/tickets/${older.number}/`, { add_tags: [CANARY] })],
    ['a draft', () => as(ada, 'PUT', `/tickets/${older.number}/drafts/note/`, { body: CANARY, revision: 1 })],
    [
      'an answer that has not left',
      () => as(ada, 'POST', `/tickets/${older.number}/messages/`, { body: CANARY, hold_seconds: 60 }),
    ],
    [
      'a promise to itself',
      () =>
        as(ada, 'POST', `/tickets/${older.number}/promise/`, {
          promise: { at: new Date(Date.now() + 86_400_000).toISOString(), act: 'remind' },
        }),
    ],
    ['putting it off', () => as(ada, 'POST', `/tickets/${older.number}/snooze/`, { until: null })],
    [
      'putting off what waits in the queue',
      () => as(root, 'POST', `/tickets/${newer.number}/snooze/`, { until: null }),
    ],
    [
      'how far it has read',
      async () => {
        const { body } = await as(ada, 'GET', `/tickets/${newer.number}/`);
        const message_id = (body as unknown as TicketDetailDto).messages.at(-1)!.id;
        await as(ada, 'PUT', `/tickets/${newer.number}/read/`, { message_id });
      },
    ],
    [
      'a remark of routing',
      () =>
        sql.query('UPDATE ticket SET routing_reason = $2, updated_at = now() WHERE id = $1', [
          newer.id,
          JSON.stringify({ text: `waiting: ${CANARY}` }),
        ]),
    ],
  ];
  let before: Record<string, string>;
  beforeAll(async () => {
    before = await view();
  });
  test.each(acts)('%s changes no byte of what the customer can fetch', async (_name, act) => {
    const staffBefore = await staffView();
    await act();
    // staff does see it: the act was one
    expect(await staffView()).not.toBe(staffBefore);
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

test('what he has read is told to staff, and nothing by it to him', async () => {
  const { messages } = (await as(ada, 'GET', `/tickets/${older.number}/`)).body as unknown as TicketDetailDto;
  const note = messages.find((message) => message.is_internal)!;
  const answer = messages.find((message) => message.body === 'A public answer.')!;
  const deliveryOf = async () => {
    const { body } = await as(ada, 'GET', `/tickets/${older.number}/`);
    const { messages: now } = body as unknown as TicketDetailDto;
    return now.find(({ id }) => id === answer.id)!.delivery!.state;
  };
  const read = (message_id: string) =>
    send('PUT', `/tickets/${older.number}/read/`, { access: carla.access, body: { message_id } });
  expect((await read(note.id)).status).toBe(404);
  expect(await deliveryOf()).not.toBe('read');
  for (let again = 0; again < 2; again++) expect((await read(answer.id)).status).toBe(204);
  expect(await deliveryOf()).toBe('read');
  const { rows } = await sql.query(
    "SELECT data, public_seq FROM event WHERE ticket_id = $1 AND type = 'delivery.changed' AND data->>'state' = 'read'",
    [older.id],
  );
  expect(rows).toEqual([{ data: { message_id: answer.id, state: 'read' }, public_seq: null }]);
});

test('no mail to him has a word of it', async () => {
  await sendDueMails();
  const { results } = (await send('GET', '/mailbox/')).body as { results: { to: string; text: string }[] };
  const his = results.filter(({ to }) => to.includes('carla@example.test'));
  expect(his.map(({ text }) => text).join()).toContain('A public answer.');
  expect(JSON.stringify(his)).not.toContain(CANARY);
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
  expect(all).not.toMatch(/-secret@|argon2|password_hash|google_subject|external_id|routing_reason|spam_at/);
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
      ...['rating', 'messages', 'messages_next'],
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
