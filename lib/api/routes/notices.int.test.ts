import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/clock';
import { keepHouse } from '@/lib/commands/keep-house';
import { queueDigests } from '@/lib/commands/queue-digests';
import { releaseHeld } from '@/lib/commands/release-held';
import { sendDueMails } from '@/lib/commands/send-due-mails';
import { writeNotices } from '@/lib/commands/steps/write-notices';
import { tellMailboxAlarms } from '@/lib/commands/tell-mailbox-alarms';
import { wakeDue } from '@/lib/commands/wake-due';
import { closePool } from '@/lib/db/pool';
import { inTransaction, sql } from '@/lib/db/transaction';
import { startMailOut } from '@/lib/email/start';
import type { EventRow } from '@/lib/events/catalogue';
import { closeQueues } from '@/lib/jobs/queue';
import { listNotices } from '@/lib/queries/list-notices';
import { headlessRealtime } from '@/lib/realtime/attach';
import type { Actor } from '@/lib/rules/permissions';
import type { NoticeDto } from '@/lib/schemas/notice';
import type { TicketDto } from '@/lib/schemas/ticket';
import { addActor, fileTicket } from '@/tests/factories';
import { type Sent, send, signedIn } from '@/tests/identity';
import { Relay } from '@/worker/relay';

/** Followers, mentions, notices and their digest (product 2.15, C12, B14), over the API and a real relay. */
type Person = Actor & { access: string };
async function enter(role: Actor['role'], name: string): Promise<Person> {
  const email = `${name.toLowerCase().replace(' ', '.')}@house.test`;
  const actor = await addActor(role, { name, email });
  const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
  return { ...actor, access: (await signedIn(rows[0] as Parameters<typeof signedIn>[0])).access };
}

let carla: Person;
let ada: Person;
let bo: Person;
let chief: Person;
let relay: Relay;
let screens: ReturnType<typeof headlessRealtime>;
let mailOut: { stop(): Promise<void> };
let ticket: TicketDto;

beforeAll(async () => {
  mailOut = await startMailOut();
  screens = headlessRealtime();
  relay = new Relay(screens);
  [carla, ada, bo, chief] = await Promise.all([
    enter('customer', 'Carla Conti'),
    enter('agent', 'Ada Lovelace'),
    enter('agent', 'Bo Larsen'),
    enter('admin', 'Chief Engineer'),
  ]);
});
afterAll(async () => {
  await relay.stop();
  await screens.close();
  await mailOut.stop();
  await closeQueues();
  await closePool();
});
/** A ticket that Ada holds; what was told so far is forgotten. */
beforeEach(async () => {
  ticket = await fileTicket(carla);
  await sql.query("UPDATE ticket SET assignee_id = $2, status = 'ASSIGNED' WHERE id = $1", [
    ticket.id,
    ada.id,
  ]);
  await settled();
  await sql.query('DELETE FROM notice');
  await sql.query('WITH gone AS (DELETE FROM outbound_mail) DELETE FROM caught_mail');
});

const settled = () =>
  expect
    .poll(
      async () =>
        (await sql.query<{ n: number }>('SELECT count(*)::int AS n FROM event WHERE published_at IS NULL'))
          .rows[0]!.n,
      { timeout: 10_000 },
    )
    .toBe(0);
const ask = (who: Person, method: string, path: string, body?: unknown) =>
  send(method, path, { access: who.access, ...(body === undefined ? {} : { body }) });
const post = (who: Person, body: object) =>
  ask(who, 'POST', `/tickets/${ticket.id}/messages/`, { body: 'Hello', ...body });
const note = (who: Person, mentions: string[], more = {}) =>
  post(who, { is_internal: true, mentions, ...more });
const bell = async (who: Person) => {
  await settled();
  const { body } = await ask(who, 'GET', '/notices/');
  return body as unknown as { results: NoticeDto[]; next: string | null; unread: number };
};
const kinds = async (who: Person) => (await bell(who)).results.map((one) => one.kind);
const fields = ({ status, body }: Sent) => [status, body.error?.fields ?? null];

it('a promise that comes due is told to who made it and to who holds the ticket, once', async () => {
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await ask(chief, 'POST', `/tickets/${ticket.id}/promise/`, { promise: { at } });
  expect([await kinds(chief), await kinds(ada)]).toEqual([[], []]);
  await sql.query('UPDATE ticket SET promise_at = now() WHERE id = $1', [ticket.id]);
  await Promise.all([wakeDue(), wakeDue()]);
  expect([await kinds(chief), await kinds(ada)]).toEqual([['promise_due'], ['promise_due']]);
});

it('a low rating is told to who holds the ticket and to admins, another one to nobody', async () => {
  await post(ada, { body: 'Done', status: 'RESOLVED' });
  await ask(carla, 'POST', `/tickets/${ticket.id}/rating/`, { score: 3 });
  expect([await kinds(chief), await kinds(ada), await kinds(bo)]).toEqual([[], [], []]);
  await ask(carla, 'POST', `/tickets/${ticket.id}/rating/`, { score: 2 });
  expect([await kinds(chief), await kinds(ada), await kinds(bo)]).toEqual([
    ['low_rating'],
    ['low_rating'],
    [],
  ]);
});

describe('mentions', () => {
  it('are kept with the note, shown to staff, listed as a view, and told', async () => {
    const { status, body } = await note(ada, [chief.id, chief.id], { body: 'See this, @Chief Engineer' });
    expect(status).toBe(201);
    expect(body.mentions).toEqual([{ id: chief.id, name: 'Chief Engineer' }]);
    expect(await bell(chief)).toMatchObject({
      unread: 1,
      results: [
        {
          kind: 'mention',
          actor: { id: ada.id },
          ticket: { number: ticket.number },
          message: { id: body.id, text: 'See this, @Chief Engineer', is_internal: true },
          read_at: null,
        },
      ],
    });
    const mentioned = async (who: Person) =>
      ((await ask(who, 'GET', '/tickets/?mentioned=me')).body.results as TicketDto[]).map((one) => one.id);
    expect(await mentioned(chief)).toEqual([ticket.id]);
    expect(await mentioned(ada)).toEqual([]);
    expect(await mentioned(carla)).toEqual([]);
    const views = (await ask(chief, 'GET', '/views/')).body.results as { key: string; count: number }[];
    expect(views.find((view) => view.key === 'mentions')?.count).toBe(1);
  });

  it('name colleagues who may see the ticket, in notes alone', async () => {
    expect(fields(await note(ada, [chief.id, bo.id]))).toEqual([
      422,
      { 'mentions.1': ['cannot_see_ticket'] },
    ]);
    expect(fields(await note(ada, [carla.id]))).toEqual([422, { 'mentions.0': ['unknown_person'] }]);
    expect(fields(await post(ada, { mentions: [chief.id] }))).toEqual([422, { mentions: ['not_allowed'] }]);
    expect(fields(await post(carla, { mentions: [chief.id] }))).toEqual([422, { mentions: ['not_allowed'] }]);
    const { body } = await ask(ada, 'GET', `/tickets/${ticket.id}/mentionable/`);
    expect(body.results).toEqual([
      { id: chief.id, name: 'Chief Engineer', can_see: true },
      { id: bo.id, name: 'Bo Larsen', can_see: false },
    ]);
    const found = await ask(ada, 'GET', `/tickets/${ticket.id}/mentionable/?q=lars`);
    expect(found.body.results).toMatchObject([{ id: bo.id }]);
    expect((await ask(ada, 'GET', `/tickets/${ticket.id}/mentionable/?q=arsen`)).body.results).toEqual([]);
  });

  it('of a note that waited are told when it leaves, to who may still see it', async () => {
    await sql.query('UPDATE ticket SET assignee_id = NULL WHERE id = $1', [ticket.id]);
    const { body } = await note(ada, [bo.id, chief.id], { hold_seconds: 60 });
    expect(body.mentions).toHaveLength(2);
    expect(await kinds(bo)).toEqual([]);
    await sql.query(`UPDATE held_message SET send_at = now() - interval '1 second' WHERE id = $1`, [body.id]);
    await sql.query('UPDATE ticket SET assignee_id = $2 WHERE id = $1', [ticket.id, ada.id]);
    await releaseHeld(String(body.id));
    expect(await kinds(chief)).toEqual(['mention']);
    expect(await kinds(bo)).toEqual([]);
    const { rows } = await sql.query('SELECT person_id FROM message_mention WHERE message_id = $1', [
      body.id,
    ]);
    expect(rows).toEqual([{ person_id: chief.id }]);
  });
});

describe('followers', () => {
  it('hear of what others do from then on, until they stop or see it no more', async () => {
    const follow = (who: Person, on: boolean) =>
      ask(who, 'POST', `/tickets/${ticket.id}/follow/`, { follow: on });
    await follow(chief, true);
    expect((await follow(chief, true)).body).toEqual({
      results: [{ id: chief.id, name: 'Chief Engineer' }],
      is_following: true,
    });
    expect((await follow(bo, true)).status).toBe(404);
    await post(carla, {});
    await ask(ada, 'POST', `/tickets/${ticket.id}/set-status/`, { status: 'IN_PROGRESS' });
    await post(chief, { is_internal: true });
    const { results } = await bell(chief);
    expect(results.map((one) => one.kind)).toEqual(['followed', 'followed']);
    expect(results[0]).toMatchObject({ change: { status: 'IN_PROGRESS', assignee: null }, message: null });
    expect(results[1]).toMatchObject({ change: null, actor: { id: carla.id }, message: { text: 'Hello' } });
    expect((await follow(chief, false)).body).toEqual({ results: [], is_following: false });
    await post(carla, {});
    expect(await kinds(chief)).toHaveLength(2);
    // nothing is told of a ticket that one sees no more, not even what was told before
    await sql.query('INSERT INTO ticket_follower (ticket_id, person_id) VALUES ($1, $2)', [ticket.id, bo.id]);
    await sql.query(
      `INSERT INTO notice (id, person_id, event_id, ticket_id, kind)
       SELECT make_uuid_v7(), $2, id, ticket_id, 'followed' FROM event WHERE ticket_id = $1 AND seq = 1`,
      [ticket.id, bo.id],
    );
    await post(carla, {});
    expect(await bell(bo)).toEqual({ results: [], next: null, unread: 0 });
  });
});

describe('notices', () => {
  it('come once a person and event, whoever tells it again', async () => {
    await post(carla, { body: 'Still broken' });
    expect(await kinds(ada)).toEqual(['customer_message']);
    const { rows } = await sql.query<EventRow>('SELECT * FROM event WHERE ticket_id = $1', [ticket.id]);
    await inTransaction((tx) => writeNotices(tx, rows));
    expect(await kinds(ada)).toEqual(['customer_message']);
    expect((await bell(ada)).unread).toBe(1);
    await post(ada, {});
    expect(await kinds(ada)).toEqual(['customer_message']);
  });

  it('are read one by one, by ticket, or all up to one; never those of others', async () => {
    for (let i = 0; i < 23; i++) await post(carla, { body: `Hello ${i}` });
    const first = await bell(ada);
    expect(first).toMatchObject({ unread: 23 });
    expect(first.results).toHaveLength(20);
    const rest = await ask(ada, 'GET', `/notices/?cursor=${first.next}`);
    expect(rest.body.results).toHaveLength(3);
    const read = async (who: Person, which: object) =>
      (await ask(who, 'POST', '/notices/read/', which)).body.unread;
    expect(await read(chief, { ticket: ticket.id })).toBe(0);
    expect(await read(ada, { ids: [first.results[0]!.id] })).toBe(22);
    expect(await read(ada, { until: first.results[20 - 1]!.id })).toBe(18);
    expect(await read(ada, { ticket: ticket.id })).toBe(0);
    expect((await ask(ada, 'POST', '/notices/read/', {})).status).toBe(422);
  });

  it('are told as each chooses, and kept for 90 days', async () => {
    const { body } = await ask(ada, 'PATCH', '/me/notices/', { customer_message: { in_app: false } });
    expect(body).toMatchObject({
      customer_message: { in_app: false, desktop: true, sound: false, email: false },
      mention: { in_app: true, email: true },
    });
    await post(carla, {});
    expect(await kinds(ada)).toEqual([]);
    await ask(ada, 'PATCH', '/me/notices/', { customer_message: { in_app: true } });
    await post(carla, {});
    expect(await kinds(ada)).toEqual(['customer_message']);
    expect((await ask(ada, 'PATCH', '/me/notices/', { weather: { in_app: true } })).status).toBe(422);
    await sql.query(`UPDATE notice SET created_at = now() - interval '91 days'`);
    await keepHouse();
    expect(await kinds(ada)).toEqual([]);
  });
});

describe('digest', () => {
  const later = () => sql.query(`UPDATE notice SET created_at = created_at - interval '11 minutes'`);
  const digests = async () => {
    await queueDigests();
    await sendDueMails();
    const { rows } = await sql.query<{ recipient: string; subject: string; raw: string }>(
      `SELECT c.recipient, c.subject, c.raw FROM caught_mail c WHERE c.subject LIKE '%unread%' ORDER BY c.id`,
    );
    return rows.map((row) => ({ ...row, raw: row.raw.replace(/=\r?\n/g, '') }));
  };

  it('mails once what stayed unread for ten minutes, and nothing that a mail told already', async () => {
    await ask(ada, 'PATCH', '/me/notices/', { customer_message: { email: true } });
    await note(ada, [chief.id], { body: 'One @Chief Engineer' });
    await post(carla, { body: 'Told by its own mail' });
    await settled();
    expect(await digests()).toEqual([]);
    await later();
    await note(ada, [chief.id], { body: 'Two @Chief Engineer' });
    await settled();
    const mails = await digests();
    expect(mails.map((mail) => [mail.recipient, mail.subject])).toEqual([
      ['chief.engineer@house.test', '2 unread notices at Switchboard'],
    ]);
    expect(mails[0]!.raw).toContain('One @Chief Engineer');
    expect(mails[0]!.raw).toContain('Two @Chief Engineer');
    expect(mails[0]!.raw).toContain(`/desk/all/${ticket.number}`);
    expect(mails[0]!.raw).toContain('Auto-Submitted: auto-generated');
    await later();
    expect(await digests()).toHaveLength(1);
  });

  it('leaves out what was read before it left, and is not sent for nothing', async () => {
    await note(ada, [chief.id]);
    await settled();
    await later();
    await queueDigests();
    await ask(chief, 'POST', '/notices/read/', { ticket: ticket.id });
    expect(await digests()).toEqual([]);
    const { rows } = await sql.query(`SELECT state, error FROM outbound_mail WHERE template = 'digest'`);
    expect(rows).toEqual([{ state: 'failed', error: 'All of it was read before it was sent.' }]);
  });
});

describe('a mailbox that cannot be fetched', () => {
  it('is told to all admins once, and once more when it is fetched again; to nobody else', async () => {
    const id = newId();
    await sql.query("INSERT INTO mailbox (id, address, nonce) VALUES ($1, 'help@house.test', 'x')", [id]);
    await sql.query(
      `INSERT INTO mailbox_imap (mailbox_id, host, port, security, username, password, folder, then_do, version, fetched_at)
       VALUES ($1, 'mail.house.test', 993, 'tls', 'help', 'x', 'INBOX', 'leave', $1, now() - interval '14 minutes')`,
      [id],
    );
    const look = async (minutes: number) => {
      await sql.query('UPDATE mailbox_imap SET fetched_at = now() - make_interval(mins => $1)', [minutes]);
      await Promise.all([tellMailboxAlarms(), tellMailboxAlarms()]);
      await tellMailboxAlarms();
    };
    await look(14);
    expect(await kinds(chief)).toEqual([]);
    await look(16);
    expect(await kinds(chief)).toEqual(['mailbox_down']);
    await look(0);
    const { results, unread } = await bell(chief);
    expect(results).toMatchObject([
      { kind: 'mailbox_up', mailbox: 'help@house.test', ticket: null, actor: null },
      { kind: 'mailbox_down', mailbox: 'help@house.test', read_at: null },
    ]);
    expect(unread).toBe(2);
    expect(await kinds(ada)).toEqual([]);

    // fewer minutes, where an admin said so; switched off it is no news
    await sql.query('UPDATE mailbox SET quiet_minutes = 5');
    await look(6);
    await sql.query('UPDATE mailbox SET is_active = false');
    await look(6);
    expect(await kinds(chief)).toEqual(['mailbox_down', 'mailbox_up', 'mailbox_down']);

    // what stayed unread is mailed, and says where to look
    await sql.query("UPDATE notice SET created_at = now() - interval '11 minutes'");
    await queueDigests();
    await sendDueMails();
    const { rows } = await sql.query<{ raw: string }>('SELECT raw FROM caught_mail WHERE recipient = $1', [
      'chief.engineer@house.test',
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.raw.replace(/=\r?\n/g, '')).toMatch(/cannot be fetched[\s\S]*help@house\.test/);
    expect(rows[0]!.raw.replace(/=\r?\n/g, '')).toContain('/admin/channels/email');
    // who is no admin any more sees nothing of it
    expect(await listNotices({ ...chief, role: 'agent' }, undefined)).toMatchObject({
      results: [],
      unread: 0,
    });
  });
});
