import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/clock';
import { releaseHeld } from '@/lib/commands/release-held';
import { closePool } from '@/lib/db/pool';
import { sql } from '@/lib/db/transaction';
import type { Actor } from '@/lib/rules/permissions';
import type { CannedReplyDto } from '@/lib/schemas/canned-reply';
import type { CreateTicketInput, TicketDto } from '@/lib/schemas/ticket';
import { addActor, fileTicket } from '@/tests/factories';
import { type Sent, send, signedIn } from '@/tests/identity';

/** Canned replies that act: previewed, applied with a message, alone, and later (product 2.23). */
type Person = Actor & { access: string };
async function enter(role: Actor['role'], name: string): Promise<Person> {
  const actor = await addActor(role, { name });
  const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
  return { ...actor, access: (await signedIn(rows[0] as Parameters<typeof signedIn>[0])).access };
}
let carla: Person;
let ada: Person;
let bo: Person;
let admin: Person;
const team = newId();
beforeAll(async () => {
  [carla, ada, bo, admin] = await Promise.all([
    enter('customer', 'Carla Costa'),
    enter('agent', 'Ada Bauer'),
    enter('agent', 'Bo Berg'),
    enter('admin', 'Alex Admin'),
  ]);
  await sql.query("INSERT INTO team (id, name) VALUES ($1, 'Loans')", [team]);
});
afterAll(() => closePool());

const ask = (who: Person, method: string, path: string, body?: unknown) =>
  send(method, path, { access: who.access, ...(body === undefined ? {} : { body }) });
const code = ({ status, body }: Sent) => [status, body.error?.code ?? null];
const fields = ({ status, body }: Sent) => [status, body.error?.fields];
/** A ticket that Ada holds, or nobody. */
async function fresh(held = true, given: Partial<CreateTicketInput> = {}): Promise<TicketDto> {
  const ticket = await fileTicket(carla, given);
  if (held)
    await sql.query("UPDATE ticket SET assignee_id = $2, status = 'ASSIGNED' WHERE id = $1", [
      ticket.id,
      ada.id,
    ]);
  return ticket;
}
let n = 0;
async function macro(given: object): Promise<CannedReplyDto> {
  const made = await ask(admin, 'POST', '/canned-replies/', {
    ...{ short_code: `macro-${++n}`, title: 'Macro', ...given },
  });
  expect(made.status, made.text).toBe(201);
  return made.body as unknown as CannedReplyDto;
}
const stored = async (id: string) => {
  const { rows } = await sql.query(
    `SELECT status, priority, topic, assignee_id, team_id,
       (SELECT count(*)::int FROM message WHERE ticket_id = t.id) AS messages FROM ticket t WHERE id = $1`,
    [id],
  );
  return rows[0]!;
};
const uses = async ({ id }: CannedReplyDto) =>
  (await ask(ada, 'GET', `/canned-replies/${id}/`)).body.use_count;

describe('writing one', () => {
  it('takes a text, actions or both, and neither is refused', async () => {
    expect(await macro({ actions: { status: 'RESOLVED' } })).toMatchObject({
      bodies: {},
      actions: { status: 'RESOLVED' },
    });
    const none = { short_code: 'none', title: 'Nothing' };
    expect(fields(await ask(admin, 'POST', '/canned-replies/', none))).toEqual([
      422,
      { bodies: ['required'] },
    ]);
    const { id } = await macro({ actions: { priority: 'HIGH' } });
    expect(fields(await ask(admin, 'PATCH', `/canned-replies/${id}/`, { actions: {} }))).toEqual([
      422,
      { bodies: ['required'] },
    ]);
  });

  it.each([
    [{ assigned_agent: newId() }, 'actions.assigned_agent'],
    [{ team: newId() }, 'actions.team'],
    [{ status: 'DONE' }, 'actions.status'],
    [{ snooze: { for: 'soon' } }, 'actions.snooze.for'],
    [{ snooze: { until: new Date(Date.now() + 60_000).toISOString() } }, 'actions.snooze'],
    [{ add_tags: ['a,b'] }, 'actions.add_tags.0'],
    [{ delete: true }, 'actions.delete'],
  ])('refuses the actions %j', async (actions, field) => {
    const answer = await ask(admin, 'POST', '/canned-replies/', {
      ...{ short_code: newId(), title: 'X', actions },
    });
    expect([answer.status, Object.keys(answer.body.error?.fields ?? {})]).toEqual([422, [field]]);
  });
});

describe('the preview', () => {
  const preview = (id: string, ticket: TicketDto, more = '') =>
    ask(ada, 'GET', `/canned-replies/${id}/preview/?ticket=${ticket.number}${more}`);

  it('has the text filled in and what will change, and changes nothing', async () => {
    const ticket = await fresh();
    const { id } = await macro({
      bodies: { en: 'Hello {{customer.first_name|there}}, about {{ticket.subject}}. {{agent.name}}' },
      actions: {
        ...{ status: 'RESOLVED', priority: 'MEDIUM', team, assigned_agent: bo.id },
        ...{ add_tags: ['vip'], remove_tags: ['gone'], snooze: { until: null }, follow: true },
      },
    });
    const { body } = await preview(id, ticket);
    expect(body).toMatchObject({
      language: 'en',
      text: 'Hello Carla, about Printer. Ada Bauer',
      unresolved: [],
      changes: [
        { field: 'status', from: 'ASSIGNED', to: 'RESOLVED' },
        { field: 'assigned_agent', from: 'Ada Bauer', to: 'Bo Berg' },
        { field: 'team', from: null, to: 'Loans' },
        { field: 'add_tags', from: null, to: 'vip' },
        { field: 'snooze', from: null, to: 'reply' },
        { field: 'follow', from: 'no', to: 'yes' },
      ],
    });
    expect(await stored(ticket.id)).toMatchObject({ status: 'ASSIGNED', assignee_id: ada.id });
  });

  it('asks for a language when there is no text in the ticket’s', async () => {
    const ticket = await fresh(true, { languages: ['sw'] });
    const { id } = await macro({ bodies: { en: 'Hello', de: 'Hallo' } });
    expect((await preview(id, ticket)).body).toMatchObject({
      language: null,
      text: null,
      languages: ['en', 'de'],
    });
    expect((await preview(id, ticket, '&language=de')).body).toMatchObject({ language: 'de', text: 'Hallo' });
    expect(fields(await preview(id, ticket, '&language=fr'))).toEqual([422, { language: ['not_there'] }]);
  });

  it('is of a ticket that the agent sees', async () => {
    const ticket = await fresh();
    const { id } = await macro({ bodies: { en: 'Hello' } });
    expect((await ask(bo, 'GET', `/canned-replies/${id}/preview/?ticket=${ticket.id}`)).status).toBe(404);
  });
});

describe('with a message', () => {
  const post = (who: Person, ticket: TicketDto, body: object) =>
    ask(who, 'POST', `/tickets/${ticket.id}/messages/`, { body: 'Hello', ...body });

  it('acts in the same transaction, in an order that lets all of it through, and is counted', async () => {
    const ticket = await fresh(false);
    const reply = await macro({
      bodies: { en: 'Hello' },
      actions: { status: 'WAITING_ON_CUSTOMER', priority: 'HIGH', assigned_agent: bo.id, team },
    });
    const { status, body } = await post(ada, ticket, {
      ...{ actions: reply.actions, canned_reply_id: reply.id },
    });
    expect([status, body.ticket]).toMatchObject([201, { status: 'WAITING_ON_CUSTOMER', priority: 'HIGH' }]);
    expect(await stored(ticket.id)).toMatchObject({ priority: 2, assignee_id: bo.id, team_id: team });
    expect(await uses(reply)).toBe(1);
  });

  it('what is refused by hand is refused, with the same code, and nothing is left of the message', async () => {
    const ticket = await fresh();
    const refused = await post(ada, ticket, { actions: { status: 'OPEN', priority: 'HIGH' } });
    expect(code(refused)).toEqual([409, 'invalid_transition']);
    const note = { is_internal: true, actions: { priority: 'HIGH' } };
    const queued = await fresh(false);
    expect(code(await post(ada, queued, note))).toEqual([403, 'forbidden']);
    expect(await stored(ticket.id)).toMatchObject({ messages: 1, priority: 1, status: 'ASSIGNED' });
    expect(await stored(queued.id)).toMatchObject({ messages: 1 });
    expect(fields(await post(carla, ticket, { actions: { priority: 'HIGH' } }))).toEqual([
      422,
      { actions: ['not_allowed'] },
    ]);
  });

  it('a variable that nobody filled in is named and holds the message back', async () => {
    const ticket = await fresh();
    const reply = await macro({ bodies: { en: 'Write to {{customer.email}}' } });
    const used = { body: 'Write to {{customer.email}}', canned_reply_id: reply.id };
    const refused = await post(ada, ticket, used);
    expect(fields(refused)).toEqual([422, { body: ['unresolved_variable'] }]);
    expect(refused.text).toContain('{{customer.email}}');
    // written by hand, braces are what somebody wants to say
    expect((await post(ada, ticket, { body: 'Type {{customer.email}}' })).status).toBe(201);
    expect(await uses(reply)).toBe(0);
    const unknown = { canned_reply_id: newId() };
    expect(fields(await post(ada, ticket, unknown))).toEqual([
      422,
      { canned_reply_id: ['unknown_canned_reply'] },
    ]);
  });

  it('that waits acts when it leaves, and is refused at once when it could not', async () => {
    const ticket = await fresh();
    const reply = await macro({ bodies: { en: 'x' }, actions: { priority: 'URGENT', status: 'RESOLVED' } });
    const held = { hold_seconds: 60, canned_reply_id: reply.id };
    const impossible = { hold_seconds: 60, actions: { status: 'OPEN' } };
    expect(code(await post(ada, ticket, impossible))).toEqual([409, 'invalid_transition']);
    const { body } = await post(ada, ticket, { ...held, actions: reply.actions });
    expect(await stored(ticket.id)).toMatchObject({ priority: 1, status: 'ASSIGNED', messages: 1 });
    expect(await uses(reply)).toBe(0);
    await sql.query("UPDATE held_message SET send_at = now() - interval '1 second' WHERE id = $1", [body.id]);
    await releaseHeld(String(body.id));
    expect(await stored(ticket.id)).toMatchObject({ priority: 3, status: 'RESOLVED', messages: 2 });
    expect(await uses(reply)).toBe(1);
  });
});

describe('alone', () => {
  const apply = (who: Person, ticket: TicketDto, reply: CannedReplyDto) =>
    ask(who, 'POST', `/tickets/${ticket.id}/apply-macro/`, { canned_reply_id: reply.id });

  it('takes a ticket first and does the rest as its holder', async () => {
    const ticket = await fresh(false);
    const reply = await macro({ actions: { assigned_agent: 'me', priority: 'LOW', status: 'IN_PROGRESS' } });
    expect((await apply(ada, ticket, reply)).body).toMatchObject({
      assigned_agent: ada.id,
      priority: 'LOW',
      status: 'IN_PROGRESS',
    });
    expect(await stored(ticket.id)).toMatchObject({ messages: 1 });
    expect(await uses(reply)).toBe(1);
  });

  it('tags, puts to sleep and follows, before the ticket goes to somebody else', async () => {
    const ticket = await fresh();
    const actions = { add_tags: ['vip'], remove_tags: ['gone'], snooze: { for: '3d' }, follow: true };
    const reply = await macro({ actions: { ...actions, status: 'IN_PROGRESS', assigned_agent: bo.id } });
    await ask(ada, 'PATCH', `/tickets/${ticket.id}/`, { tags: ['gone', 'kept'] });
    expect((await apply(ada, ticket, reply)).status).toBe(200);
    const { body } = await ask(bo, 'GET', `/tickets/${ticket.id}/`);
    expect(body).toMatchObject({ assigned_agent: bo.id, status: 'IN_PROGRESS', tags: ['kept', 'vip'] });
    const { until } = body.snooze as unknown as { until: string };
    expect(Math.round((Date.parse(until) - Date.now()) / 3_600_000)).toBe(72);
    expect((await ask(bo, 'GET', `/tickets/${ticket.id}/followers/`)).body.results).toEqual([
      { id: ada.id, name: ada.name },
    ]);
    const solved = await macro({ actions: { status: 'RESOLVED', snooze: { until: null } } });
    expect(code(await apply(bo, ticket, solved))).toEqual([409, 'not_open']);
  });

  it('is all or nothing, by the rules of hand', async () => {
    const ticket = await fresh(false);
    const reply = await macro({ actions: { assigned_agent: 'me', priority: 'LOW', status: 'CLOSED' } });
    expect(code(await apply(ada, ticket, reply))).toEqual([409, 'invalid_transition']);
    expect(await stored(ticket.id)).toMatchObject({ assignee_id: null, priority: 1, status: 'OPEN' });
    const waits = await macro({ actions: { status: 'RESOLVED' } });
    expect(code(await apply(ada, ticket, waits))).toEqual([409, 'assign_first']);
    const text = await macro({ bodies: { en: 'Only words' } });
    expect(fields(await apply(ada, ticket, text))).toEqual([422, { canned_reply_id: ['no_actions'] }]);
  });
});
