import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '@/lib/db/transaction';
import { addActor, fileTicket } from '@/tests/factories';
import { type Sent, send, signedIn } from '@/tests/identity';
import type { Actor } from '../rules/permissions';
import type { TicketDto } from '../schemas/ticket';
import type { Role } from '../schemas/values';
import { indexTickets } from './index-tickets';
import { countFacts } from './steps/count-facts';
import { wakeDue } from './wake-due';

type Person = Actor & { access: string };
let [carla, dora, ada, bruno, root] = [] as unknown as [Person, Person, Person, Person, Person];

beforeAll(async () => {
  const enter = async (role: Role, name: string): Promise<Person> => {
    const actor = await addActor(role, { name });
    const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
    return { ...actor, access: (await signedIn(rows[0] as Parameters<typeof signedIn>[0])).access };
  };
  carla = await enter('customer', 'Carla Klein');
  dora = await enter('customer', 'Dora Dunn');
  ada = await enter('agent', 'Ada');
  bruno = await enter('agent', 'Bruno');
  root = await enter('admin', 'Root');
});

const post = (who: Person, path: string, body: unknown = {}) =>
  send('POST', `/tickets/${path}/`, { body, access: who.access });
const say = (who: Person, ticket: TicketDto, body: string, more: object = {}) =>
  post(who, `${ticket.id}/messages`, { body, ...more });
const read = async (who: Person, ref: string | number) =>
  (await send('GET', `/tickets/${ref}/`, { access: who.access })).body as unknown as TicketDto & {
    messages: {
      id: string;
      body: string;
      origin: { number: number } | null;
      removed: { by: string } | null;
    }[];
  };
const ids = async (who: Person, query: string) =>
  (
    (await send('GET', `/tickets/?limit=100${query}`, { access: who.access })).body.results as {
      id: string;
    }[]
  ).map(({ id }) => id);
const code = ({ status, body }: Sent) => `${status} ${body.error?.code ?? ''}`.trim();
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const pass = (ticket: TicketDto) =>
  sql.query(
    `UPDATE ticket SET snoozed_until = snoozed_until - interval '1 day', promise_at = promise_at - interval '1 day'
     WHERE id = $1`,
    [ticket.id],
  );

/** A ticket of Carla's that Ada holds. */
async function held(subject = 'Printer', by = carla): Promise<TicketDto> {
  const ticket = await fileTicket(by, { subject, description: `${subject} is broken` });
  expect((await post(ada, `${ticket.id}/assign`, { assigned_agent: ada.id })).status).toBe(200);
  return read(ada, ticket.id);
}
async function eventsOf(who: Person, ticket: { id: string }) {
  const { body } = await send('GET', `/tickets/${ticket.id}/events/`, { access: who.access });
  return body.results as { seq: number; type: string; data: Record<string, unknown> }[];
}
/** Both sides count without a hole. */
async function expectNumbered(ticket: { id: string }, customer: Person) {
  for (const who of [root, customer]) {
    const numbers = (await eventsOf(who, ticket)).map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect((await read(who, ticket.id)).last_seq).toBe(numbers.length);
  }
}

describe('snooze', () => {
  test('leaves the working views until its time, which any sweep brings about once', async () => {
    const ticket = await held();
    const until = inHours(5);
    const asleep = await post(ada, `${ticket.id}/snooze`, { until });
    expect(asleep.body.snooze).toEqual({ until });
    expect(await ids(ada, '&snoozed=no')).not.toContain(ticket.id);
    expect(await ids(ada, '&snoozed=yes')).toContain(ticket.id);
    await wakeDue();
    expect((await read(ada, ticket.id)).snooze).not.toBeNull();
    await pass(ticket);
    await Promise.all([wakeDue(), wakeDue()]);
    expect(await read(ada, ticket.id)).toMatchObject({ snooze: null, woken_from: null });
    const told = (await eventsOf(ada, ticket)).filter(({ type }) => type === 'snooze.changed');
    expect(told.map(({ data }) => data.woken_by ?? 'asleep')).toEqual(['asleep', 'time']);
    // to the customer nothing happened
    expect((await read(carla, ticket.id)).snooze).toBeUndefined();
    expect((await eventsOf(carla, ticket)).map(({ type }) => type)).not.toContain('snooze.changed');
    expect((await send('GET', '/tickets/?snoozed=yes', { access: carla.access })).status).toBe(403);
    await expectNumbered(ticket, carla);
  });

  test('an answer wakes it and leaves the time behind; thanks lets it sleep', async () => {
    const ticket = await held();
    const until = inHours(30);
    await post(ada, `${ticket.id}/snooze`, { until });
    await say(carla, ticket, 'Thanks a lot, Ada!');
    expect(await read(ada, ticket.id)).toMatchObject({ snooze: { until }, thanked_at: expect.any(String) });
    await say(carla, ticket, 'Thanks, but it is broken again');
    expect(await read(ada, ticket.id)).toMatchObject({ snooze: null, woken_from: until });
    expect((await post(ada, `${ticket.id}/snooze`, { until })).body.snooze).toEqual({ until });
    const untilReply = await post(ada, `${ticket.id}/snooze`, { until: null });
    expect(untilReply.body.snooze).toEqual({ until: null });
    expect((await post(ada, `${ticket.id}/unsnooze`)).body).toMatchObject({ snooze: null, woken_from: null });
  });

  test('thanks leaves a solved ticket solved, a doubt opens it', async () => {
    const ticket = await held();
    await post(ada, `${ticket.id}/set-status`, { status: 'RESOLVED' });
    await say(carla, ticket, 'Perfect, thank you!');
    expect(await read(ada, ticket.id)).toMatchObject({ status: 'RESOLVED', waiting_since: null });
    await say(carla, ticket, 'Thanks! And the other printer?');
    expect((await read(ada, ticket.id)).status).not.toBe('RESOLVED');
  });

  test('is refused to who does not hold it, for solved work, and for times that are none', async () => {
    const ticket = await held();
    expect(code(await post(carla, `${ticket.id}/snooze`, { until: null }))).toBe('403 forbidden');
    expect(code(await post(bruno, `${ticket.id}/snooze`, { until: null }))).toBe('404 not_found');
    expect((await post(ada, `${ticket.id}/snooze`, { until: inHours(-1) })).status).toBe(422);
    expect((await post(ada, `${ticket.id}/snooze`, { until: inHours(24 * 400) })).status).toBe(422);
    await post(ada, `${ticket.id}/snooze`, { until: null });
    await post(ada, `${ticket.id}/set-status`, { status: 'RESOLVED' });
    expect((await read(ada, ticket.id)).snooze).toBeNull();
    expect(code(await post(ada, `${ticket.id}/snooze`, { until: null }))).toBe('409 not_open');
  });
});

describe('a follow-up promise', () => {
  test('comes with a reply, and dies with the answer', async () => {
    const ticket = await held();
    await say(ada, ticket, 'Try this', { promise: { at: inHours(2), act: 'resolve' } });
    expect((await read(ada, ticket.id)).promise).toMatchObject({ act: 'resolve', is_due: false });
    expect((await read(carla, ticket.id)).promise).toBeUndefined();
    await say(carla, ticket, 'It did not help');
    expect((await read(ada, ticket.id)).promise).toBeNull();
    expect((await say(carla, ticket, 'x', { promise: { at: inHours(2) } })).status).toBe(422);
  });

  test('reminds, until somebody answers or puts it away', async () => {
    const ticket = await held();
    await post(ada, `${ticket.id}/promise`, { promise: { at: inHours(2) } });
    await post(ada, `${ticket.id}/snooze`, { until: null });
    await pass(ticket);
    await wakeDue();
    await wakeDue();
    expect(await read(ada, ticket.id)).toMatchObject({ snooze: null, promise: { is_due: true } });
    await say(ada, ticket, 'Did it help?');
    expect((await read(ada, ticket.id)).promise).toBeNull();
    await expectNumbered(ticket, carla);
  });

  test('solves, as if who promised had done it then', async () => {
    const ticket = await held();
    await post(ada, `${ticket.id}/promise`, { promise: { at: inHours(2), act: 'resolve' } });
    await pass(ticket);
    await wakeDue();
    expect(await read(ada, ticket.id)).toMatchObject({ status: 'RESOLVED', promise: null });
    const { rows } = await sql.query(
      "SELECT 1 FROM outbound_mail WHERE ticket_id = $1 AND template = 'status'",
      [ticket.id],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('merge', () => {
  test('moves all that was said, and unmerge gives it back', async () => {
    const [one, two] = [await held('Scanner'), await held('Copier')];
    await send('PATCH', `/tickets/${one.id}/`, {
      body: { version: one.version, priority: 'HIGH' },
      access: ada.access,
    });
    await say(ada, one, 'A note on it', { is_internal: true });
    const edit = (ticket: TicketDto, tags: string[]) =>
      send('PATCH', `/tickets/${ticket.id}/`, { body: { tags }, access: ada.access });
    const followers = async (ticket: TicketDto) =>
      (
        (await send('GET', `/tickets/${ticket.id}/followers/`, { access: ada.access })).body.results as {
          name: string;
        }[]
      ).map(({ name }) => name);
    await Promise.all([edit(one, ['both', 'old']), edit(two, ['both', 'own'])]);
    await post(root, `${one.id}/follow`, { follow: true });
    const merged = await post(ada, `${one.id}/merge`, { into: String(two.number) });
    expect(code(merged)).toBe('200');
    expect(merged.body).toMatchObject({ id: two.id, priority: 'HIGH', tags: ['both', 'old', 'own'] });
    expect(await followers(two)).toEqual(['Root']);
    await edit(two, ['both', 'old', 'own', 'since']);
    const survivor = await read(ada, two.id);
    expect(survivor.messages.map(({ body, origin }) => [body, origin?.number ?? null])).toEqual([
      ['Scanner is broken', one.number],
      ['Copier is broken', null],
      ['A note on it', one.number],
    ]);
    // the customer reads it as one conversation, without the note and without where it came from
    expect((await read(carla, two.id)).messages.map(({ origin }) => origin)).toEqual([null, null]);
    // the source is read, leads on, and stands in no list
    expect(await read(ada, one.id)).toMatchObject({
      status: 'CLOSED',
      assigned_agent: null,
      merged_into: { id: two.id, number: two.number },
    });
    expect((await read(carla, one.id)).merged_into).toEqual({ id: two.id, number: two.number });
    for (const who of [ada, root, carla]) expect(await ids(who, '')).not.toContain(one.id);
    await indexTickets();
    const found = await send('GET', '/tickets/search/?q=scanner', { access: ada.access });
    expect((found.body.results as { ticket: TicketDto }[]).map((hit) => hit.ticket.id)).toEqual([two.id]);
    expect(await isCounted(one)).toBe(false);
    expect(await isCounted(two)).toBe(true);

    // B32 for the team; the customer's answer follows the chain
    const refused = await say(ada, one, 'Hello');
    expect(code(refused)).toBe('409 merged');
    expect(refused.body.error).toMatchObject({ merged_into: { number: two.number } });
    const answer = await say(carla, one, 'Any news?');
    expect(answer.status).toBe(201);
    expect((answer.body.ticket as { id: string }).id).toBe(two.id);
    for (const ticket of [one, two]) await expectNumbered(ticket, carla);

    expect(code(await post(ada, `${one.id}/unmerge`))).toBe('200');
    expect(await read(ada, one.id)).toMatchObject({
      ...{ status: 'ASSIGNED', assigned_agent: ada.id, merged_into: null, priority: 'HIGH' },
    });
    expect((await read(ada, one.id)).messages.map(({ body }) => body)).toEqual([
      'Scanner is broken',
      'A note on it',
    ]);
    // what was written since stays
    expect((await read(ada, two.id)).messages.map(({ body }) => body)).toEqual([
      'Copier is broken',
      'Any news?',
    ]);
    expect(await read(ada, two.id)).toMatchObject({ priority: 'MEDIUM', tags: ['both', 'own', 'since'] });
    expect((await read(ada, one.id)).tags).toEqual(['both', 'old']);
    expect([await followers(one), await followers(two)]).toEqual([['Root'], []]);
    expect(await isCounted(one)).toBe(true);
    expect(code(await post(ada, `${one.id}/unmerge`))).toBe('409 not_merged');
    for (const ticket of [one, two]) await expectNumbered(ticket, carla);
  });

  test('of two customers asks by name, and shows neither what is not his', async () => {
    const [hers, other] = [await held('Scanner'), await held('Copier', dora)];
    const asked = await post(ada, `${hers.id}/merge`, { into: other.id });
    expect(code(asked)).toBe('409 different_customers');
    expect(asked.body.error).toMatchObject({
      source_customer: { name: 'Carla Klein' },
      target_customer: { name: 'Dora Dunn' },
    });
    expect((await read(ada, hers.id)).merged_into).toBeNull();
    expect((await post(ada, `${hers.id}/merge`, { into: other.id, confirm_customers: true })).status).toBe(
      200,
    );
    expect((await read(dora, other.id)).messages).toHaveLength(2);
    await say(dora, other, 'My secret');
    // Carla keeps what was hers, is told of nobody, and her answer begins anew
    expect((await read(carla, hers.id)).messages.map(({ body }) => body)).toEqual(['Scanner is broken']);
    expect((await read(carla, hers.id)).merged_into).toBeNull();
    expect(await ids(carla, '')).toContain(hers.id);
    expect((await send('GET', `/tickets/${other.id}/`, { access: carla.access })).status).toBe(404);
    const answer = await say(carla, hers, 'Still broken');
    expect((answer.body.ticket as TicketDto).follow_up_of).toBe(hers.number);
    expect(JSON.stringify(await eventsOf(carla, hers))).not.toContain(String(other.number));
    await expectNumbered(hers, carla);
    await expectNumbered(other, dora);
  });

  test('follows a chain, and undoes its links one by one', async () => {
    const [a, b, c] = [await held('A'), await held('B'), await held('C')];
    await post(ada, `${a.id}/merge`, { into: b.id });
    await post(ada, `${b.id}/merge`, { into: c.id });
    const answer = await say(carla, a, 'To the end');
    expect((answer.body.ticket as { id: string }).id).toBe(c.id);
    await post(ada, `${a.id}/unmerge`);
    expect((await read(ada, a.id)).messages.map(({ body }) => body)).toEqual(['A is broken']);
    await post(ada, `${b.id}/unmerge`);
    expect((await read(ada, b.id)).messages.map(({ body }) => body)).toEqual(['B is broken']);
    expect((await read(ada, c.id)).messages.map(({ body }) => body)).toEqual(['C is broken', 'To the end']);
  });

  test('refuses itself, circles, what is merged, closed, late or not his', async () => {
    const [a, b, c] = [await held('A'), await held('B'), await held('C')];
    const merge = (who: Person, from: TicketDto, into: TicketDto) =>
      post(who, `${from.id}/merge`, { into: into.id }).then(code);
    expect(await merge(ada, a, a)).toBe('422 validation_failed');
    expect(await merge(carla, a, b)).toBe('403 forbidden');
    expect(await merge(bruno, a, b)).toBe('404 not_found');
    expect(await merge(ada, a, b)).toBe('200');
    expect(await merge(ada, b, a)).toBe('409 target_merged');
    expect(await merge(ada, a, c)).toBe('409 already_merged');
    await sql.query("UPDATE ticket SET status = 'CLOSED' WHERE id = $1", [c.id]);
    expect(await merge(ada, b, c)).toBe('409 ticket_closed');
    await sql.query("UPDATE ticket_merge SET created_at = now() - interval '31 days' WHERE source_id = $1", [
      a.id,
    ]);
    expect(code(await post(ada, `${a.id}/unmerge`))).toBe('409 too_late');
  });

  test('B100: two merges of one pair at once, and a reply meanwhile: one wins, nothing is lost', async () => {
    const [a, b] = [await held('A'), await held('B')];
    const [there, back, reply] = await Promise.all([
      post(ada, `${a.id}/merge`, { into: b.id }),
      post(root, `${b.id}/merge`, { into: a.id }),
      say(carla, a, 'Meanwhile'),
    ]);
    expect([there, back].map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(reply.status).toBe(201);
    const survivor = (there.status === 200 ? b : a).id;
    expect((await read(ada, survivor)).messages.map(({ body }) => body).sort()).toEqual([
      ...['A is broken', 'B is broken', 'Meanwhile'],
    ]);
  });

  async function isCounted({ id }: TicketDto): Promise<boolean> {
    const closed = { everOpens: false, between: () => 0, dayOf: () => '2026-11-21', openWithin: () => [] };
    const { inTransaction } = await import('@/lib/db/transaction');
    await inTransaction((tx) => countFacts(tx, [id], { key: 'x', calendar: closed as never }));
    const { rows } = await sql.query<{ created_day: unknown }>(
      'SELECT created_day FROM ticket_fact WHERE ticket_id = $1',
      [id],
    );
    return rows[0]!.created_day !== null;
  }
});

describe('split', () => {
  test('moves messages into a ticket of the same customer; both name each other', async () => {
    const ticket = await held('Two things');
    const second = String((await say(carla, ticket, 'And an invoice. Please.')).body.id);
    const note = String((await say(ada, ticket, 'Ask finance', { is_internal: true })).body.id);
    const made = await post(ada, `${ticket.id}/split`, { messages: [second, note] });
    expect(made.status).toBe(201);
    const part = await read(ada, String(made.body.id));
    expect(part).toMatchObject({
      ...{ subject: 'And an invoice.', split_from: ticket.number, assigned_agent: ada.id },
      ...{
        customer: { id: carla.id },
        description: 'And an invoice. Please.',
        waiting_since: expect.any(String),
      },
    });
    expect(part.messages.map(({ id }) => id)).toEqual([second, note]);
    expect((await read(ada, ticket.id)).messages.map(({ body }) => body)).toEqual(['Two things is broken']);
    expect((await eventsOf(ada, ticket)).at(-1)).toMatchObject({
      type: 'ticket.split',
      data: { other: part.number },
    });
    expect((await read(carla, part.id)).messages.map(({ id }) => id)).toEqual([second]);
    for (const one of [ticket, part]) await expectNumbered(one, carla);
  });

  test('copies, also what began it; a note alone begins nothing', async () => {
    const ticket = await held('Two things');
    const first = (await read(ada, ticket.id)).messages[0]!.id;
    const note = String((await say(ada, ticket, 'Ask finance', { is_internal: true })).body.id);
    const rules = async (body: object) =>
      (await post(ada, `${ticket.id}/split`, body)).body.error?.fields?.messages?.[0];
    expect(await rules({ messages: [first] })).toBe('first_message');
    expect(await rules({ messages: [note] })).toBe('needs_public');
    expect(await rules({ messages: [ticket.id] })).toBe('unknown_message');
    const made = await post(ada, `${ticket.id}/split`, { messages: [first], mode: 'copy', subject: 'Again' });
    const part = await read(ada, String(made.body.id));
    expect(part).toMatchObject({ subject: 'Again', description: 'Two things is broken' });
    expect(part.messages[0]).toMatchObject({ origin: { number: ticket.number } });
    expect((await read(ada, ticket.id)).messages.map(({ id }) => id)).toEqual([first, note]);
  });
});

describe('a message’s text', () => {
  test('is taken out everywhere by its author or an admin, and by nobody else', async () => {
    const ticket = await held();
    const secret = String((await say(carla, ticket, 'My card is zanzibar4242')).body.id);
    const own = String((await say(ada, ticket, 'Your card is zanzibar4242')).body.id);
    await indexTickets();
    const finds = async () =>
      ((await send('GET', '/tickets/search/?q=zanzibar4242', { access: root.access })).body.results as [])
        .length;
    expect(await finds()).toBe(1);
    expect(code(await post(ada, `${ticket.id}/messages/${secret}/redact`))).toBe('403 forbidden');
    expect(code(await post(bruno, `${ticket.id}/messages/${own}/redact`))).toBe('404 not_found');
    expect(code(await post(ada, `${ticket.id}/messages/${own}/redact`))).toBe('200');
    const removed = await post(root, `${ticket.id}/messages/${secret}/redact`);
    expect(removed.body).toMatchObject({ body: '', html: null, removed: { by: 'Root' } });
    await indexTickets();
    expect(await finds()).toBe(0);
    const seen = await read(carla, ticket.id);
    expect(seen.messages.map(({ body }) => body)).toEqual(['Printer is broken', '', '']);
    expect(seen.messages[1]!.removed).toMatchObject({ by: null });
    const left = await sql.query<{ n: number }>(
      `SELECT (SELECT count(*)::int FROM outbound_mail WHERE message_id IN ($1, $2) AND state = 'queued')
            + (SELECT count(*)::int FROM idempotency_key WHERE answer::text LIKE '%zanzibar4242%')
            + (SELECT count(*)::int FROM event WHERE data::text LIKE '%zanzibar4242%') AS n`,
      [secret, own],
    );
    expect(left.rows[0]!.n).toBe(0);
    await expectNumbered(ticket, carla);
  });

  test('of a note is edited by its author; what a customer read stays', async () => {
    const ticket = await held();
    const note = String((await say(ada, ticket, 'Ask finanse', { is_internal: true })).body.id);
    const reply = String((await say(ada, ticket, 'Hello')).body.id);
    const edit = (who: Person, id: string) =>
      send('PATCH', `/tickets/${ticket.id}/messages/${id}/`, {
        body: { body: 'Ask finance' },
        access: who.access,
      });
    expect(code(await edit(root, note))).toBe('403 forbidden');
    expect(code(await edit(ada, reply))).toBe('403 forbidden');
    expect((await edit(ada, note)).body).toMatchObject({
      body: 'Ask finance',
      edited_at: expect.any(String),
    });
    expect((await eventsOf(carla, ticket)).map(({ type }) => type)).not.toContain('message.edited');
    await expectNumbered(ticket, carla);
  });
});
