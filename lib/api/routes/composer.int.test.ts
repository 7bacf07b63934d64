import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/clock';
import { deactivatePerson } from '@/lib/commands/deactivate-person';
import { keepHouse } from '@/lib/commands/keep-house';
import { releaseDue } from '@/lib/commands/release-due';
import { releaseHeld } from '@/lib/commands/release-held';
import { sendDueMails } from '@/lib/commands/send-due-mails';
import { writeTicket } from '@/lib/commands/steps/write-ticket';
import { closePool } from '@/lib/db/pool';
import { eventViews } from '@/lib/db/sql/event-views';
import { inTransaction, sql } from '@/lib/db/transaction';
import { startMailOut } from '@/lib/email/start';
import type { EventView } from '@/lib/presenters/event';
import { livePresentation, loadForEvents } from '@/lib/realtime/publish';
import type { Actor } from '@/lib/rules/permissions';
import type { HeldMessageDto, MessageDto } from '@/lib/schemas/message';
import type { MessageDraftDto } from '@/lib/schemas/message-draft';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { addActor, fileTicket } from '@/tests/factories';
import { type Sent, send, signedIn } from '@/tests/identity';

/** The server side of the composer (product 2.14 to 2.16, C9, C10), over the API. */
type Person = Actor & { access: string };
async function enter(role: Actor['role'], email?: string): Promise<Person> {
  const actor = await addActor(role, email ? { email } : {});
  const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
  return { ...actor, access: (await signedIn(rows[0] as Parameters<typeof signedIn>[0])).access };
}

let carla: Person;
let ada: Person;
let bo: Person;
let admin: Person;
let mailOut: { stop(): Promise<void> };
let ticket: TicketDto;

beforeAll(async () => {
  mailOut = await startMailOut();
  [carla, ada, bo, admin] = await Promise.all([
    enter('customer', 'carla@shop.test'),
    enter('agent', 'ada@house.test'),
    enter('agent', 'bo@house.test'),
    enter('admin'),
  ]);
});
afterAll(async () => {
  await mailOut.stop();
  await closePool();
});

/** A ticket that Ada holds. */
async function fresh(): Promise<TicketDto> {
  ticket = await fileTicket(carla);
  await sql.query("UPDATE ticket SET assignee_id = $2, status = 'ASSIGNED' WHERE id = $1", [
    ticket.id,
    ada.id,
  ]);
  return ticket;
}
const ask = (who: Person, method: string, path: string, body?: unknown, headers = {}) =>
  send(method, path, { access: who.access, headers, ...(body === undefined ? {} : { body }) });
const post = (who: Person, body: object, headers = {}) =>
  ask(who, 'POST', `/tickets/${ticket.id}/messages/`, { body: 'Hello', ...body }, headers);
const detail = async (who: Person): Promise<TicketDetailDto> =>
  (await ask(who, 'GET', `/tickets/${ticket.id}/`)).body as unknown as TicketDetailDto;
const code = ({ status, body }: Sent) => [status, body.error?.code ?? null];
const heldAct = (who: Person, id: unknown, act: 'undo' | 'send-now', body: object = {}) =>
  ask(who, 'POST', `/tickets/${ticket.id}/held/${String(id)}/${act}/`, body);
const makeDue = (id: unknown) =>
  sql.query(`UPDATE held_message SET send_at = now() - interval '1 second' WHERE id = $1`, [id]);
/** Forgets the mails so far. */
const noMails = () => sql.query('WITH gone AS (DELETE FROM outbound_mail) DELETE FROM caught_mail');
/** Everything of the ticket that a customer, a mailbox, a report or routing could notice. */
async function noticed() {
  const { rows } = await sql.query(
    `SELECT (SELECT count(*)::int FROM message WHERE ticket_id = t.id) AS messages,
       (SELECT count(*)::int FROM outbound_mail WHERE ticket_id = t.id) AS mails,
       t.last_public_seq, t.version, t.status, t.assignee_id, t.waiting_since, t.first_reply_at, t.public_updated_at,
       t.updated_at, t.last_message_id
     FROM ticket t WHERE t.id = $1`,
    [ticket.id],
  );
  return rows[0]!;
}

describe('format', () => {
  it('Markdown is rendered once and kept with its source', async () => {
    await fresh();
    const { status, body } = await post(ada, { body: '**Hi** <b>you</b>', format: 'markdown' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      body: '**Hi** <b>you</b>',
      format: 'markdown',
      html: '<p><strong>Hi</strong> &lt;b&gt;you&lt;/b&gt;</p>\n',
    });
    expect((await detail(carla)).messages.at(-1)).toMatchObject({ html: body.html, format: 'markdown' });
    const plain = await post(ada, { body: '**Hi**' });
    expect(plain.body).toMatchObject({ format: 'text', html: null });
    expect(code(await post(carla, { format: 'markdown' }))).toEqual([422, 'validation_failed']);
    expect(code(await post(ada, { format: 'html' }))).toEqual([422, 'validation_failed']);
  });

  it('the mail has it formatted, and its source as text', async () => {
    await fresh();
    await noMails();
    await post(ada, { body: 'Do **this**:\n\n- [here](https://a.test/x)', format: 'markdown' });
    await sendDueMails();
    const { rows } = await sql.query<{ raw: string }>(
      "SELECT raw FROM caught_mail WHERE recipient = 'carla@shop.test' ORDER BY id DESC LIMIT 1",
    );
    const raw = rows[0]!.raw.replace(/=\r?\n/g, '').replace(/=3D/g, '=');
    expect(raw).toContain('<strong>this</strong>');
    expect(raw).toMatch(/<a class="m-link" style="[^"]+" href="https:\/\/a\.test\/x"/);
    expect(raw).toContain('Do **this**:');
    expect(raw).toContain('- [here](https://a.test/x)');
  });
});

describe('drafts', () => {
  const put = (who: Person, revision: number, body: string, kind = 'reply') =>
    ask(who, 'PUT', `/tickets/${ticket.id}/drafts/${kind}/`, { body, revision });
  const get = (who: Person, kind = 'reply') => ask(who, 'GET', `/tickets/${ticket.id}/drafts/${kind}/`);

  it('one a person, ticket and kind; an older revision loses against a newer one', async () => {
    await fresh();
    expect((await get(ada)).body).toMatchObject({ body: '', revision: 0, updated_at: null });
    expect((await put(ada, 1, 'Dear C')).status).toBe(200);
    expect((await put(ada, 3, 'Dear Carla')).status).toBe(200);
    // the answer was lost, and the client asks again
    expect((await put(ada, 3, 'Dear Carla')).status).toBe(200);
    for (const [revision, text] of [
      [2, 'Dear Ca'],
      [3, 'From my phone'],
    ] as const) {
      const late = await put(ada, revision, text);
      expect(code(late)).toEqual([409, 'newer_draft']);
      expect(late.body.error).toMatchObject({ draft: { body: 'Dear Carla', revision: 3 } });
    }
    expect((await get(ada, 'note')).body).toMatchObject({ body: '' });
    expect((await get(bo)).status).toBe(404);
    expect((await get(admin)).body).toMatchObject({ body: '' });
  });

  it('is told of in lists and on the ticket, to its author alone', async () => {
    await fresh();
    await put(ada, 1, 'Dear Carla');
    const row = async (who: Person) =>
      ((await ask(who, 'GET', '/tickets/')).body.results as TicketDto[]).find((one) => one.id === ticket.id);
    expect((await row(ada))?.has_draft).toBe(true);
    expect((await row(admin))?.has_draft).toBe(false);
    expect(await row(carla)).not.toHaveProperty('has_draft');
    expect((await detail(ada)).has_draft).toBe(true);
    expect(await detail(carla)).not.toHaveProperty('has_draft');
    const mine = (await ask(ada, 'GET', '/drafts/')).body.results as {
      ticket: { id: string };
      body: string;
    }[];
    expect(mine[0]).toMatchObject({ ticket: { id: ticket.id, subject: 'Printer' }, body: 'Dear Carla' });
    expect((await ask(admin, 'GET', '/drafts/')).body.results).toEqual([]);
    // of a ticket that is a colleague's now, only one's own words
    await sql.query('UPDATE ticket SET assignee_id = $2 WHERE id = $1', [ticket.id, bo.id]);
    const after = (await ask(ada, 'GET', '/drafts/')).body.results as unknown[];
    expect(after[0]).toMatchObject({ ticket: { subject: null, customer: null }, body: 'Dear Carla' });
  });

  it('ends with the message that is made of it, and does not come back with a late save', async () => {
    await fresh();
    await put(ada, 4, 'Dear Carla');
    expect((await post(ada, { body: 'Dear Carla!', draft_revision: 5 })).status).toBe(201);
    const late = await put(ada, 5, 'Dear Carla!');
    expect(late.body.error).toMatchObject({
      code: 'newer_draft',
      draft: { body: '', ended: 'sent', revision: 5 },
    });
    expect((await detail(ada)).has_draft).toBe(false);
    expect((await put(ada, 6, 'One more thing')).status).toBe(200);
    // another window wrote on: sending an older text leaves the newer draft
    expect((await post(ada, { draft_revision: 5 })).status).toBe(201);
    expect((await get(ada)).body).toMatchObject({ body: 'One more thing', ended: null });
  });

  it('is thrown away, by hand or after 30 days', async () => {
    await fresh();
    await put(ada, 2, 'Dear Carla');
    const discard = (query = '') => ask(ada, 'DELETE', `/tickets/${ticket.id}/drafts/reply/${query}`);
    expect(code(await discard('?revision=1'))).toEqual([409, 'newer_draft']);
    expect((await discard('?revision=2')).status).toBe(204);
    expect((await get(ada)).body).toMatchObject({ body: '', ended: 'discarded' });
    await put(ada, 3, 'Again');
    await keepHouse();
    expect((await get(ada)).body).toMatchObject({ body: 'Again' });
    await sql.query(`UPDATE message_draft SET updated_at = now() - interval '31 days' WHERE ticket_id = $1`, [
      ticket.id,
    ]);
    await keepHouse();
    expect((await get(ada)).body).toMatchObject({ body: '', revision: 0 });
  });
});

describe('the reply guard', () => {
  const newest = async () => (await detail(ada)).messages.at(-1)!.id;

  it.each([
    ['a customer’s message', () => post(carla, { body: 'Still broken' })],
    ['a colleague’s reply', () => post(admin, { body: 'Try this' })],
    ['a note', () => post(admin, { body: 'Careful', is_internal: true })],
  ])('stops a reply that has not seen %s, and keeps it as a draft', async (_what, act) => {
    await fresh();
    const based_on = await newest();
    const came = await act();
    const stopped = await post(ada, { body: 'My answer', based_on, draft_revision: 3 });
    expect(code(stopped)).toEqual([409, 'newer_messages']);
    expect(stopped.body.error).toMatchObject({ messages: [{ id: came.body.id }] });
    expect((await ask(ada, 'GET', '/drafts/')).body.results).toContainEqual(
      expect.objectContaining({
        ticket: expect.objectContaining({ id: ticket.id }),
        body: 'My answer',
        attention: 'newer_messages',
      }),
    );
    // read, and sent all the same
    const again = await post(ada, { body: 'My answer', based_on: await newest(), draft_revision: 4 });
    expect(again.status).toBe(201);
    expect((await detail(ada)).has_draft).toBe(false);
  });

  it('lets through what has seen all, one’s own messages, and programs that do not ask', async () => {
    await fresh();
    const based_on = await newest();
    expect((await post(ada, { based_on })).status).toBe(201);
    expect((await post(ada, { based_on })).status).toBe(201);
    await post(carla, {});
    expect((await post(ada, {})).status).toBe(201);
    expect((await detail(ada)).has_draft).toBe(false);
  });

  it('does not write over a draft that the stopped text did not come from', async () => {
    await fresh();
    const based_on = await newest();
    await post(carla, {});
    await ask(ada, 'PUT', `/tickets/${ticket.id}/drafts/reply/`, { body: 'By hand', revision: 7 });
    for (const draft_revision of [undefined, 6])
      expect(code(await post(ada, { body: 'By a script', based_on, draft_revision }))[1]).toBe(
        'newer_messages',
      );
    expect((await ask(ada, 'GET', `/tickets/${ticket.id}/drafts/reply/`)).body).toMatchObject({
      ...{ body: 'By hand', revision: 7, attention: null },
    });
  });
});

describe('held messages', () => {
  const hold = async (more: object = {}) => {
    const { status, body } = await post(ada, { body: 'Wait', hold_seconds: 10, ...more });
    expect(status).toBe(201);
    return body as unknown as MessageDto & { held: HeldMessageDto };
  };

  it('nothing happens before it leaves, and staff alone sees that it waits', async () => {
    ticket = await fileTicket(carla);
    const before = await noticed();
    const { id, held } = await hold({ status: 'RESOLVED', format: 'markdown' });
    expect(await noticed()).toEqual(before);
    expect(held).toMatchObject({
      id,
      state: 'held',
      status: 'RESOLVED',
      send_if: 'unseen',
      html: '<p>Wait</p>\n',
    });
    expect((await detail(ada)).held).toEqual([held]);
    expect((await detail(admin)).held).toHaveLength(1);
    expect(await detail(carla)).not.toHaveProperty('held');
    expect(await releaseHeld(id)).toBe('early');
    const { rows } = await sql.query<EventView>(eventViews(`e.ticket_id = $1 AND e.type = 'message.held'`), [
      ticket.id,
    ]);
    const told = await loadForEvents(rows);
    expect(rows[0]!.public_seq).toBeNull();
    expect(livePresentation(rows[0]!, told.tickets.get(ticket.id)!, told, 'staff').data).toMatchObject({
      held_id: id,
      held,
    });
    const events = (who: Person) => ask(who, 'GET', `/tickets/${ticket.id}/events/?since=0`);
    expect((await events(carla)).text).not.toContain('held');
    expect((await events(ada)).text).toContain('message.held');
    expect((await detail(carla)).messages).toHaveLength(1);

    await makeDue(id);
    await Promise.all([releaseHeld(id), releaseHeld(id), releaseDue()]);
    const after = await noticed();
    expect(after).toMatchObject({
      messages: 2,
      mails: Number(before.mails) + 1,
      status: 'RESOLVED',
      assignee_id: ada.id,
    });
    expect((await detail(ada)).held).toEqual([]);
    expect((await detail(carla)).messages.at(-1)).toMatchObject({ id, body: 'Wait', author: { id: ada.id } });
    expect(code(await heldAct(ada, id, 'undo'))).toEqual([409, 'already_sent']);
    expect(code(await heldAct(ada, id, 'send-now'))).toEqual([409, 'already_sent']);
  });

  it('taken back it is a draft again, before what was begun since', async () => {
    await fresh();
    await ask(ada, 'PUT', `/tickets/${ticket.id}/drafts/reply/`, { body: 'Wait', revision: 1 });
    const { id } = await hold({ draft_revision: 1 });
    expect((await detail(ada)).has_draft).toBe(false);
    await ask(ada, 'PUT', `/tickets/${ticket.id}/drafts/reply/`, { body: 'Also', revision: 2 });
    const before = await noticed();
    const undone = await heldAct(ada, id, 'undo');
    expect(undone.body).toMatchObject({ body: 'Wait\n\nAlso', revision: 3, ended: null });
    expect(code(await heldAct(ada, id, 'undo'))).toEqual([409, 'already_undone']);
    await makeDue(id);
    await releaseDue();
    expect(await releaseHeld(id)).toBe('over');
    expect(await noticed()).toEqual(before);
    expect((await detail(ada)).held).toEqual([]);
  });

  it('undo gives back what it would have done, who is named and the copies, and the draft keeps them', async () => {
    const reply = await ask(admin, 'POST', '/canned-replies/', {
      ...{ short_code: 'refund', title: 'Refund', bodies: { en: 'x' }, actions: { add_tags: ['refund'] } },
    });
    const actions = { add_tags: ['refund'], snooze: { for: '3d' } };
    const { id } = await hold({ canned_reply_id: reply.body.id, actions, cc: [] });
    const macro = { canned_reply_id: reply.body.id, title: 'Refund', actions };
    const { body } = await heldAct(ada, id, 'undo');
    expect(body).toMatchObject({ cc: [], macro });
    expect((body as unknown as MessageDraftDto).macro!.changes).toEqual([
      { field: 'add_tags', from: null, to: 'refund' },
      { field: 'snooze', from: null, to: expect.stringMatching(/Z$/) },
    ]);
    const read = await ask(ada, 'GET', `/tickets/${ticket.id}/drafts/reply/`);
    expect(read.body).toMatchObject({ cc: [], macro, revision: body.revision });

    const note = { is_internal: true, mentions: [admin.id] };
    const held = await hold({ ...note, body: `Look, @${admin.name}` });
    const back = (await heldAct(ada, held.id, 'undo')).body;
    expect(back).toMatchObject({ cc: null, macro: null, mentions: [{ id: admin.id, name: admin.name }] });
  });

  it('undo and leaving at the same moment: one of them', async () => {
    for (let round = 0; round < 5; round++) {
      await fresh();
      const { id } = await hold();
      await makeDue(id);
      const [undone] = await Promise.all([heldAct(ada, id, 'undo'), releaseHeld(id)]);
      const { messages } = await noticed();
      expect([200, 409]).toContain(undone.status);
      expect(messages).toBe(undone.status === 200 ? 1 : 2);
    }
  });

  it('is its author’s: others see it, admins may take it back, nobody else may send it', async () => {
    await fresh();
    const { id } = await hold();
    await sql.query(`UPDATE ticket SET assignee_id = NULL, status = 'OPEN' WHERE id = $1`, [ticket.id]);
    expect((await heldAct(bo, id, 'undo')).status).toBe(403);
    expect((await heldAct(admin, id, 'send-now')).status).toBe(403);
    expect((await heldAct(carla, id, 'undo')).status).toBe(403);
    const other = ticket;
    await fresh();
    expect((await heldAct(ada, id, 'undo')).status).toBe(404);
    ticket = other;
    expect((await heldAct(admin, id, 'undo')).status).toBe(200);
    expect((await ask(ada, 'GET', `/tickets/${ticket.id}/drafts/reply/`)).body).toMatchObject({
      body: 'Wait',
    });
    expect((await ask(admin, 'GET', `/tickets/${ticket.id}/drafts/reply/`)).body).toMatchObject({ body: '' });
  });

  it('sent now it leaves at once', async () => {
    await fresh();
    const { id } = await hold({
      hold_seconds: undefined,
      send_at: new Date(Date.now() + 86_400_000).toISOString(),
    });
    const sent = await heldAct(ada, id, 'send-now');
    expect(sent).toMatchObject({ status: 200, body: { id, held: null, ticket: { status: 'IN_PROGRESS' } } });
    expect((await noticed()).messages).toBe(2);
  });

  it('somebody wrote while it waited: stopped, kept, and sent by who has read it', async () => {
    await fresh();
    const { id } = await hold();
    const came = await post(carla, { body: 'It works now' });
    await makeDue(id);
    await releaseDue();
    expect((await noticed()).messages).toBe(2);
    expect((await detail(ada)).held).toMatchObject([{ id, state: 'stopped', stop_reason: 'newer_messages' }]);
    expect((await ask(ada, 'GET', '/drafts/')).body.results).toContainEqual(
      expect.objectContaining({
        body: 'Wait',
        attention: 'newer_messages',
        held: expect.objectContaining({ id }),
      }),
    );
    expect(code(await heldAct(ada, id, 'send-now'))).toEqual([409, 'newer_messages']);
    expect((await heldAct(ada, id, 'send-now', { based_on: came.body.id })).status).toBe(200);
    expect((await detail(ada)).held).toEqual([]);
  });

  it.each([
    ['no_reply', 'customer', 'stopped'],
    ['no_reply', 'note', 'sent'],
    ['always', 'customer', 'sent'],
  ])('to be sent later, %s, after a message of the %s: %s', async (send_if, by, state) => {
    await fresh();
    const send_at = new Date(Date.now() + 3_600_000).toISOString();
    const { id, held } = await hold({ hold_seconds: undefined, send_at, send_if });
    expect(held).toMatchObject({ send_at, send_if });
    await (by === 'customer' ? post(carla, {}) : post(admin, { is_internal: true }));
    await makeDue(id);
    await releaseHeld(id);
    const { rows } = await sql.query('SELECT state FROM held_message WHERE id = $1', [id]);
    expect(rows[0]).toEqual({ state });
  });

  it.each([
    ['ticket_closed', () => sql.query("UPDATE ticket SET status = 'CLOSED' WHERE id = $1", [ticket.id])],
    ['ticket_deleted', () => ask(admin, 'DELETE', `/tickets/${ticket.id}/`)],
    ['not_allowed', () => sql.query('UPDATE ticket SET assignee_id = $2 WHERE id = $1', [ticket.id, bo.id])],
    [
      'invalid_transition',
      () => sql.query("UPDATE ticket SET status = 'RESOLVED' WHERE id = $1", [ticket.id]),
    ],
  ])('what made it impossible meanwhile stops it: %s', async (reason, act) => {
    await fresh();
    const send_at = new Date(Date.now() + 3_600_000).toISOString();
    const { id } = await hold({ hold_seconds: undefined, send_at, status: 'WAITING_ON_CUSTOMER' });
    await act();
    await makeDue(id);
    const before = await noticed();
    await releaseHeld(id);
    expect(await noticed()).toEqual(before);
    const { rows } = await sql.query('SELECT state, stop_reason FROM held_message WHERE id = $1', [id]);
    expect(rows[0]).toEqual({ state: 'stopped', stop_reason: reason });
  });

  it('an author who was deactivated sends nothing', async () => {
    const leaver = await enter('agent');
    ticket = await fileTicket(carla);
    const { body } = await post(leaver, { hold_seconds: 5 });
    await deactivatePerson(admin, leaver.id);
    await makeDue(body.id);
    await releaseDue();
    expect((await detail(admin)).held).toMatchObject([{ state: 'stopped', stop_reason: 'author_gone' }]);
    expect((await noticed()).messages).toBe(1);
  });

  it('a repeat with the same key is the same held message', async () => {
    await fresh();
    const headers = { 'idempotency-key': newId() };
    const [first, second] = [
      await post(ada, { hold_seconds: 9 }, headers),
      await post(ada, { hold_seconds: 9 }, headers),
    ];
    expect(second.text).toBe(first.text);
    expect((await detail(ada)).held).toHaveLength(1);
    expect((await detail(ada)).held![0]!.client_id).toBe(headers['idempotency-key']);
  });

  it('a repeat that comes when the time is past is no new request', async () => {
    await fresh();
    const headers = { 'idempotency-key': newId() };
    const body = { send_at: new Date(Date.now() + 400).toISOString() };
    const first = await post(ada, body, headers);
    expect(first.status).toBe(201);
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect((await post(ada, body, headers)).text).toBe(first.text);
    expect((await post(ada, body)).status).toBe(422);
  });

  it('a note may wait as well, and is no less internal when it leaves', async () => {
    await fresh();
    const { id } = await hold({ is_internal: true });
    await post(carla, {});
    await makeDue(id);
    await releaseDue();
    expect((await detail(ada)).messages.at(-1)).toMatchObject({ id, is_internal: true });
    expect((await detail(carla)).messages.map((one) => one.id)).not.toContain(id);
  });

  it.each([
    [{ hold_seconds: 61 }, 'hold_seconds'],
    [{ hold_seconds: 5, send_at: new Date(Date.now() + 60_000).toISOString() }, 'send_at'],
    [{ send_at: '2020-01-01T00:00:00Z' }, 'send_at'],
    [{ send_at: new Date(Date.now() + 400 * 86_400_000).toISOString() }, 'send_at'],
    [{ send_if: 'no_reply' }, 'send_if'],
  ])('%j is refused', async (input, field) => {
    await fresh();
    const refused = await post(ada, input);
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.body.error?.fields ?? {})).toEqual([field]);
    expect(await detail(ada)).toMatchObject({ held: [] });
  });

  it('customers hold nothing, and what could not leave now is not held', async () => {
    await fresh();
    expect((await post(carla, { hold_seconds: 5 })).status).toBe(422);
    expect((await post(carla, { cc: [] })).status).toBe(422);
    await sql.query("UPDATE ticket SET status = 'CLOSED' WHERE id = $1", [ticket.id]);
    expect(code(await post(ada, { hold_seconds: 5 }))).toEqual([409, 'ticket_closed']);
  });
});

describe('recipients', () => {
  const recipients = (query = '') => ask(ada, 'GET', `/tickets/${ticket.id}/recipients/${query}`);

  it('says who will get it and how', async () => {
    await fresh();
    expect((await recipients()).body).toEqual({
      customer: { id: carla.id, name: carla.name, by: 'mail', address: 'carla@shop.test' },
      cc: [],
    });
    const { cc } = (await recipients('?cc=Boss@shop.test,bo@house.test,x@evil.test')).body;
    expect(cc).toEqual([
      { address: 'boss@shop.test', name: null, kind: 'outsider', is_new: true, is_new_domain: false },
      { address: 'bo@house.test', name: bo.name, kind: 'staff', is_new: false, is_new_domain: false },
      { address: 'x@evil.test', name: null, kind: 'outsider', is_new: true, is_new_domain: true },
    ]);
    expect((await recipients('?cc=nonsense')).status).toBe(422);
    await sql.query('UPDATE ticket SET spam_at = now() WHERE id = $1', [ticket.id]);
    expect((await recipients()).body.customer).toMatchObject({ by: 'portal', address: null });
  });

  it('a new outsider needs a click; then the list stands', async () => {
    await fresh();
    const cc = ['boss@shop.test', 'bo@house.test'];
    const refused = await post(ada, { cc });
    expect(code(refused)).toEqual([409, 'new_recipients']);
    expect(refused.body.error).toMatchObject({ recipients: [{ address: 'boss@shop.test', is_new: true }] });
    expect((await noticed()).messages).toBe(1);
    expect((await recipients()).body.cc).toEqual([]);

    const sent = await post(ada, { cc, confirmed_recipients: ['boss@shop.test'] });
    expect(sent.body.cc).toEqual(cc);
    expect((await recipients()).body.cc).toMatchObject([
      { address: 'bo@house.test', is_new: false },
      { address: 'boss@shop.test', is_new: false },
    ]);
    // carried over, changed without a click, emptied
    expect((await post(ada, {})).body.cc).toEqual(['bo@house.test', 'boss@shop.test']);
    expect((await post(ada, { cc: [] })).body.cc).toEqual([]);
    expect((await post(ada, {})).body.cc).toEqual([]);
    expect((await post(ada, { cc: ['boss@shop.test'] })).status).toBe(201);
    // who is in copy is staff's to know
    expect((await detail(carla)).messages.map((one) => one.cc)).toEqual(Array(6).fill([]));
    expect((await ask(carla, 'GET', `/tickets/${ticket.id}/recipients/`)).status).toBe(403);
  });

  it('suggests who was on it, who answered it, and his colleagues; not ours, not himself', async () => {
    await fresh();
    const suggested = async (q = '', who = ada) => {
      const path = `/tickets/${ticket.id}/recipient-suggestions/?q=${encodeURIComponent(q)}`;
      const { status, body } = await ask(who, 'GET', path);
      return status === 200 ? (body.results as { address: string }[]).map((one) => one.address) : status;
    };
    expect(await suggested()).toEqual([]);
    const organisation = newId();
    await sql.query("INSERT INTO organisation (id, name) VALUES ($1, 'Shop')", [organisation]);
    const [zoe, , gone, stranger] = await Promise.all([
      addActor('customer', { name: 'Zoe 100%', email: 'zoe@shop.test' }),
      addActor('customer', { name: 'Elsewhere', email: 'else@where.test' }),
      addActor('customer', { name: 'Gone', email: 'gone@shop.test' }),
      addActor('customer', { name: 'Stranger', email: 'stranger@far.test' }),
    ]);
    await sql.query('UPDATE person SET organisation_id = $1 WHERE id = ANY($2::uuid[])', [
      ...[organisation, [carla.id, zoe.id, gone.id]],
    ]);
    await sql.query('UPDATE person SET disabled_at = now() WHERE id = $1', [gone.id]);
    const cc = ['boss@shop.test', 'bo@house.test'];
    await post(ada, { cc, confirmed_recipients: ['boss@shop.test'] });
    await post(ada, { cc: [] });
    const apart = { other_id: newId(), other_number: 1 };
    await inTransaction((tx) =>
      writeTicket(tx, ticket.id, {}, [{ type: 'ticket.answered_apart', data: apart, actorId: stranger.id }]),
    );
    expect(await suggested()).toEqual(['boss@shop.test', 'stranger@far.test', 'zoe@shop.test']);
    expect(await suggested('SHOP')).toEqual(['boss@shop.test', 'zoe@shop.test']);
    expect(await suggested('0%')).toEqual(['zoe@shop.test']);
    expect(await suggested('where')).toEqual([]);
    expect(await suggested('', carla)).toBe(403);
    await sql.query('UPDATE person SET organisation_id = NULL WHERE id = $1', [carla.id]);
  });

  it('one mail each, one a person, and no link for who is not of the house', async () => {
    await fresh();
    await noMails();
    const outsiders = ['lawyer@firm.test', 'carla@shop.test'];
    const cc = [...outsiders, 'bo@house.test', 'ada@house.test'];
    await post(ada, { body: 'See **this**', format: 'markdown', cc, confirmed_recipients: outsiders });
    await sendDueMails();
    const { rows } = await sql.query<{ recipient: string; raw: string }>(
      `SELECT recipient, raw FROM caught_mail ORDER BY recipient`,
    );
    expect(rows.map((row) => row.recipient)).toEqual([
      'bo@house.test',
      'carla@shop.test',
      'lawyer@firm.test',
    ]);
    const raw = (to: string) => rows.find((row) => row.recipient === to)!.raw.replace(/=\r?\n/g, '');
    expect(raw('lawyer@firm.test')).toContain('<strong>this</strong>');
    expect(raw('lawyer@firm.test')).toMatch(new RegExp(`Subject: Printer \\[#${ticket.number}\\]`));
    expect(raw('lawyer@firm.test')).not.toMatch(/requests\/|desk\/|carla@|bo@/);
    expect(raw('bo@house.test')).toContain(`/desk/all/${ticket.number}`);
    expect(raw('bo@house.test')).not.toMatch(/lawyer@|carla@/);
  });

  it('a held reply asks before it waits, and brings its copies when it leaves', async () => {
    await fresh();
    const cc = ['boss@shop.test'];
    expect(code(await post(ada, { hold_seconds: 5, cc }))).toEqual([409, 'new_recipients']);
    const { body } = await post(ada, { hold_seconds: 5, cc, confirmed_recipients: cc });
    expect((await recipients()).body.cc).toEqual([]);
    await makeDue(body.id);
    await releaseDue();
    expect((await detail(ada)).messages.at(-1)?.cc).toEqual(cc);
    const { rows } = await sql.query('SELECT template FROM outbound_mail WHERE message_id = $1 ORDER BY 1', [
      body.id,
    ]);
    expect(rows).toEqual([{ template: 'copy' }, { template: 'reply' }]);
  });

  it.each([
    [['not an address'], 'cc'],
    [['a@b.test\r\nBcc: c@d.test'], 'cc'],
    [Array.from({ length: 21 }, (_, n) => `p${n}@b.test`), 'cc'],
  ])('%j is refused', async (cc) => {
    await fresh();
    expect((await post(ada, { cc })).status).toBe(422);
  });

  it('a note has no recipients', async () => {
    await fresh();
    expect((await post(ada, { is_internal: true, cc: ['bo@house.test'] })).status).toBe(422);
  });
});
