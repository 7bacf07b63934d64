import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@/lib/clock';
import { sql } from '@/lib/db/transaction';
import type { Actor } from '@/lib/rules/permissions';
import type { BulkDto, BulkUndoneDto } from '@/lib/schemas/bulk';
import type { EventDto } from '@/lib/schemas/event';
import type { FollowersDto } from '@/lib/schemas/notice';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import type { Role } from '@/lib/schemas/values';
import type { ViewDto } from '@/lib/schemas/view';
import type { WorkDto } from '@/lib/schemas/work';
import { fileTicket } from '@/tests/factories';
import { makePerson, send, signedIn } from '@/tests/identity';

/** Tags, filters, what was read, saved views and bulk acts, as a program meets them. */
let admin: Actor & { access: string };
let ada: Actor & { access: string };
let bo: Actor & { access: string };
let customer: Actor & { access: string };

beforeAll(async () => {
  [admin, ada, bo, customer] = await Promise.all([
    person('admin'),
    person('agent'),
    person('agent'),
    person('customer'),
  ]);
});

async function person(role: Role): Promise<Actor & { access: string }> {
  const { actor, access } = await signedIn(await makePerson({ role }));
  return { ...actor, access };
}

async function call<T>(who: { access: string }, method: string, path: string, body?: unknown) {
  const answer = await send(method, path, { access: who.access, body });
  return { status: answer.status, body: answer.body as T };
}
const list = async (who: { access: string }, query: string) =>
  (await call<{ results: TicketDto[] }>(who, 'GET', `/tickets/?${query}`)).body.results;
const ids = (tickets: readonly TicketDto[]) => tickets.map(({ id }) => id).sort();
/** A ticket that Ada holds. */
async function held(by = ada): Promise<TicketDto> {
  const ticket = await fileTicket(customer);
  return (await call<TicketDto>(admin, 'POST', `/tickets/${ticket.id}/assign/`, { assigned_agent: by.id }))
    .body;
}

describe('tags', () => {
  test('what two people add at the same time is both there, tidied and suggested', async () => {
    const { id } = await held();
    const word = newId();
    await Promise.all([
      call(ada, 'PATCH', `/tickets/${id}/`, { add_tags: [`#${word.toUpperCase()} `, 'loans'] }),
      call(admin, 'PATCH', `/tickets/${id}/`, { add_tags: ['vip'] }),
    ]);
    const { body } = await call<TicketDto>(ada, 'PATCH', `/tickets/${id}/`, { remove_tags: ['loans'] });
    expect(body.tags).toEqual([word, 'vip'].sort());
    expect(
      (await call<{ results: string[] }>(bo, 'GET', `/tags/?q=${word.slice(0, 9)}`)).body.results,
    ).toContain(word);
    expect(ids(await list(ada, `tag=${word}`))).toEqual([id]);
  });

  test('the customer is told neither them nor that they changed', async () => {
    const { id, version } = await held();
    const before = (await call<TicketDetailDto>(customer, 'GET', `/tickets/${id}/`)).body;
    const tagged = (await call<TicketDto>(ada, 'PATCH', `/tickets/${id}/`, { tags: ['secret'] })).body;
    expect(tagged.version).toBe(version);
    const after = (await call<TicketDetailDto>(customer, 'GET', `/tickets/${id}/`)).body;
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).not.toContain('secret');
    const history = await call(customer, 'GET', `/tickets/${id}/events/`);
    expect(JSON.stringify(history.body)).not.toMatch(/secret|tags/);
    expect((await call(customer, 'GET', '/tickets/?tag=secret')).status).toBe(403);
  });

  test.each([[['a,b']], [[' ']], [['x'.repeat(41)]], [Array.from({ length: 21 }, (_, n) => `t${n}`)]])(
    'refuses %j',
    async (tags) => {
      const { id } = await held();
      expect((await call(ada, 'PATCH', `/tickets/${id}/`, { tags })).status).toBe(422);
    },
  );
});

test('the history tells staff what a priority and a topic were, the customer only that they changed', async () => {
  const { id, version } = await held();
  const edit = { version, priority: 'HIGH', topic: 'Parcels', subject: 'Another name' };
  expect((await call(ada, 'PATCH', `/tickets/${id}/`, edit)).status).toBe(200);
  const told = async (who: typeof ada) =>
    (await call<{ results: EventDto[] }>(who, 'GET', `/tickets/${id}/events/`)).body.results
      .filter(({ type }) => type === 'ticket.updated')
      .map(({ data }) => data);
  const fields = ['subject', 'priority', 'topic'];
  expect(await told(ada)).toEqual([{ fields, priority: ['MEDIUM', 'HIGH'], topic: [null, 'Parcels'] }]);
  expect(await told(customer)).toEqual([{ fields }]);
});

test('filters take several values, and a time that a customer waits', async () => {
  const [one, two] = [await held(), await held(bo)];
  const free = await fileTicket(customer, { languages: ['de'] });
  const mine = ids(await list(admin, `assignee=${ada.id},${bo.id}&limit=100`));
  expect(mine).toEqual(expect.arrayContaining([one.id, two.id]));
  expect(mine).not.toContain(free.id);
  expect(ids(await list(admin, `assignee=${bo.id},none&limit=100`))).toEqual(
    expect.arrayContaining([two.id, free.id]),
  );
  expect(ids(await list(admin, 'language=de,fr&limit=100'))).toContain(free.id);
  expect(ids(await list(admin, 'waiting_over=1h&limit=100'))).not.toContain(free.id);
  expect((await call(admin, 'GET', '/tickets/?waiting_over=soon')).status).toBe(422);
});

test('a ticket is unread until its newest message was seen, for each person by himself', async () => {
  const { id } = await held();
  const unread = async (who: typeof ada) =>
    (await list(who, 'limit=100')).find((one) => one.id === id)?.is_unread;
  const { messages } = (await call<TicketDetailDto>(ada, 'GET', `/tickets/${id}/`)).body;
  expect(await unread(ada)).toBe(true);
  await call(ada, 'PUT', `/tickets/${id}/read/`, { message_id: messages.at(-1)!.id });
  expect([await unread(ada), await unread(admin)]).toEqual([false, true]);
  await call(customer, 'POST', `/tickets/${id}/messages/`, { body: 'And?' });
  expect(await unread(ada)).toBe(true);
  const again = (await call<TicketDetailDto>(ada, 'GET', `/tickets/${id}/`)).body;
  expect(again.read_up_to).toBe(messages.at(-1)!.id);
  await call(ada, 'PUT', `/tickets/${id}/read/`, { message_id: again.messages.at(-1)!.id });
  // an older mark that comes late takes nothing back
  await call(ada, 'PUT', `/tickets/${id}/read/`, { message_id: messages.at(-1)!.id });
  expect(await unread(ada)).toBe(false);
  expect((await call(ada, 'DELETE', `/tickets/${id}/read/`)).status).toBe(204);
  expect(await unread(ada)).toBe(true);
});

test('the day of an agent: what asks for him first, what he could take, what he did', async () => {
  const cleo = await person('agent');
  const work = async () => (await call<WorkDto>(cleo, 'GET', '/me/work/')).body;
  const why = async (...tickets: TicketDto[]) => {
    const { todo } = await work();
    return tickets.map(({ id }) => todo.find((one) => one.id === id)?.why ?? null);
  };
  const [waits, urgent, sleeps, done] = [
    await held(cleo),
    await held(cleo),
    await held(cleo),
    await held(cleo),
  ];
  await sql.query('UPDATE ticket SET urgency = 3 WHERE id = $1', [urgent.id]);
  await sql.query(
    `UPDATE ticket SET snoozed_until = date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + interval '23:59:59' WHERE id = $1`,
    [sleeps.id],
  );
  // a note that names him, on what a colleague holds, and what nobody but those who speak Basque could take
  const other = await held(bo);
  await fileTicket(customer, { languages: ['eu'] });
  await sql.query(
    `INSERT INTO notice (id, person_id, event_id, ticket_id, kind)
     SELECT make_uuid_v7(), $2, id, ticket_id, 'mention' FROM event WHERE ticket_id = $1 AND seq = 1`,
    [other.id, cleo.id],
  );
  expect(await why(waits, urgent, sleeps, done, other)).toEqual([
    'waiting',
    'waiting',
    'wakes',
    'waiting',
    null,
  ]);
  expect((await work()).todo.map(({ id }) => id)).toEqual([urgent.id, waits.id, done.id, sleeps.id]);

  const before = await work();
  await call(cleo, 'POST', `/tickets/${done.id}/messages/`, { body: 'Done.', status: 'RESOLVED' });
  const free = await fileTicket(customer);
  const after = await work();
  expect(await why(done)).toEqual([null]);
  expect([before.today, after.today]).toEqual([
    { replies: 0, solved: 0 },
    { replies: 1, solved: 1 },
  ]);
  expect(after.free.count).toBe(before.free.count + 1);
  await sql.query("UPDATE ticket SET languages = '{eu}' WHERE id = $1", [free.id]);
  expect((await work()).free.count).toBe(before.free.count);
});

describe('saved views', () => {
  const own = async (who: typeof ada) =>
    (await call<{ results: ViewDto[] }>(who, 'GET', '/views/')).body.results.filter(
      ({ owner }) => owner !== 'desk',
    );

  test('count what their reader sees, and are seen by whom they are for', async () => {
    const tag = newId();
    const [hers] = [await held(), await held(bo)].map(({ id }) => id);
    for (const { id } of await list(admin, 'limit=2&sort=newest'))
      await call(admin, 'PATCH', `/tickets/${id}/`, { add_tags: [tag] });
    const view = { name: 'Tagged', filter: { tag: [tag] }, sort: 'newest' };
    const all = (await call<ViewDto>(admin, 'POST', '/views/', { ...view, owner: 'all' })).body;
    const personal = (
      await call<ViewDto>(ada, 'POST', '/views/', { ...view, filter: { assignee: ['me'], tag: [tag] } })
    ).body;
    expect((await own(admin)).find(({ key }) => key === all.key)).toMatchObject({ count: 2, capped: false });
    expect((await own(ada)).map(({ key, count }) => [key, count])).toEqual([
      [all.key, 1],
      [personal.key, 1],
    ]);
    expect((await own(bo)).map(({ key }) => key)).toEqual([all.key]);
    expect(ids(await list(ada, `tag=${tag}`))).toEqual([hers]);
    expect((await call(ada, 'PATCH', `/views/${all.key}/`, { name: 'x' })).status).toBe(403);
    await call(admin, 'DELETE', `/views/${all.key}/`);
    expect((await own(bo)).map(({ key }) => key)).toEqual([]);
  });

  test('stand in the order they are put into', async () => {
    const make = async (name: string) =>
      (await call<ViewDto>(bo, 'POST', '/views/', { name, filter: {}, sort: 'newest' })).body.key;
    const keys = [await make('a'), await make('b'), await make('c')] as const;
    expect((await call(bo, 'PUT', '/views/order/', { keys: [keys[2], keys[0]] })).status).toBe(204);
    expect((await own(bo)).map(({ name }) => name)).toEqual(['c', 'b', 'a']);
    expect((await call(ada, 'PUT', '/views/order/', { keys })).status).toBe(404);
  });

  test.each([[{ tag: 'a' }], [{ colour: ['red'] }], [{ status: [] }], [{ waiting_over: 'soon' }]])(
    'refuse the filter %j',
    async (filter) => {
      expect((await call(ada, 'POST', '/views/', { name: 'x', filter, sort: 'newest' })).status).toBe(422);
    },
  );
});

describe('acting on many', () => {
  const bulk = (who: typeof ada, body: unknown, key?: string) =>
    send('POST', '/tickets/bulk/', {
      access: who.access,
      body,
      headers: key ? { 'idempotency-key': key } : {},
    });

  test('each by its own rules: what is refused is named, the rest is done, once, and taken back', async () => {
    const [one, two, foreign] = [await held(), await held(), await held(bo)];
    const free = await fileTicket(customer);
    const input = {
      ticket_ids: [one.id, two.id, foreign.id, free.id],
      actions: { status: 'RESOLVED', priority: 'HIGH', add_tags: ['done'] },
    };
    const key = newId();
    const answer = (await bulk(ada, input, key)).body as BulkDto;
    expect(answer.updated).toBe(2);
    expect(answer.failed).toEqual(
      expect.arrayContaining([
        { id: foreign.id, number: null, code: 'not_found' },
        { id: free.id, number: free.number, code: 'forbidden' },
      ]),
    );
    expect((await bulk(ada, input, key)).body).toEqual(answer);
    const changed = (await call<TicketDto>(ada, 'GET', `/tickets/${one.id}/`)).body;
    expect(changed).toMatchObject({ status: 'RESOLVED', priority: 'HIGH', tags: ['done'] });

    // somebody goes on with the second one: it stays as he made it
    await call(admin, 'PATCH', `/tickets/${two.id}/`, { add_tags: ['later'] });
    const undone = (await call<BulkUndoneDto>(ada, 'POST', `/tickets/bulk/${answer.undo}/undo/`, {})).body;
    expect(undone).toEqual({
      reverted: 1,
      failed: [{ id: two.id, number: two.number, code: 'changed_since' }],
    });
    const back = (await call<TicketDto>(ada, 'GET', `/tickets/${one.id}/`)).body;
    expect(back).toMatchObject({
      ...{ status: one.status, priority: one.priority, tags: [] },
      ...{ waiting_since: one.waiting_since, assigned_agent: ada.id },
    });
    expect((await call(bo, 'POST', `/tickets/bulk/${answer.undo}/undo/`, {})).status).toBe(404);
  });

  test('team, sleep and following go with it, what they end as well, and all of it comes back', async () => {
    const { id } = await held();
    const team = newId();
    await sql.query('INSERT INTO team (id, name) VALUES ($1, $2)', [team, team]);
    const at = new Date(Date.now() + 86_400_000).toISOString();
    await call(ada, 'POST', `/tickets/${id}/snooze/`, { until: at });
    await call(ada, 'POST', `/tickets/${id}/promise/`, { promise: { at, act: 'resolve' } });
    const before = (await call<TicketDto>(ada, 'GET', `/tickets/${id}/`)).body;
    const run = async (actions: object) => (await bulk(ada, { ticket_ids: [id], actions })).body as BulkDto;
    const solved = await run({ status: 'RESOLVED', team, follow: true });
    expect(solved).toMatchObject({ updated: 1, failed: [] });
    const now = (await call<TicketDto>(ada, 'GET', `/tickets/${id}/`)).body;
    expect(now).toMatchObject({ team, snooze: null, promise: null });
    expect((await run({ snooze: { until: null } })).failed).toMatchObject([{ code: 'not_open' }]);
    const undone = (await call<BulkUndoneDto>(ada, 'POST', `/tickets/bulk/${solved.undo}/undo/`, {})).body;
    expect(undone).toEqual({ reverted: 1, failed: [] });
    const { status, team: was, snooze, promise } = before;
    const back = (await call<TicketDto>(ada, 'GET', `/tickets/${id}/`)).body;
    expect(back).toMatchObject({ status, team: was, snooze, promise });
    const followers = (await call<FollowersDto>(ada, 'GET', `/tickets/${id}/followers/`)).body;
    expect(followers.is_following).toBe(false);
  });

  test('all that match a filter, among what the person sees', async () => {
    const tag = newId();
    const mine = await held();
    for (const { id } of [mine, await held(bo)])
      await call(admin, 'PATCH', `/tickets/${id}/`, { tags: [tag] });
    await sql.query('UPDATE person SET is_available = false WHERE id = $1', [bo.id]);
    const answer = (await bulk(ada, { filter: { tag: [tag] }, actions: { assigned_agent: bo.id } }))
      .body as BulkDto;
    expect(answer).toMatchObject({ updated: 1, failed: [] });
    expect(answer.warnings).toContain('agent_unavailable');
    const moved = (await call<TicketDto>(bo, 'GET', `/tickets/${mine.id}/`)).body;
    expect(moved.assigned_agent).toBe(bo.id);
    await call(ada, 'POST', `/tickets/bulk/${answer.undo}/undo/`, {});
    expect((await call<TicketDto>(ada, 'GET', `/tickets/${mine.id}/`)).body.assigned_agent).toBe(ada.id);
  });

  test.each([
    [{ actions: { priority: 'LOW' } }],
    [{ ticket_ids: [], actions: { priority: 'LOW' } }],
    [{ ticket_ids: [newId()], filter: {}, actions: { priority: 'LOW' } }],
    [{ ticket_ids: [newId()], actions: {} }],
    [{ ticket_ids: Array.from({ length: 501 }, newId), actions: { priority: 'LOW' } }],
  ])('refuses %#', async (body) => {
    expect((await bulk(ada, body)).status).toBe(422);
  });
});
