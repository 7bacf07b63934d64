import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../clock';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors';
import { getTicket } from '../queries/get-ticket';
import { type Actor, PLAIN_SCOPE } from '../rules/permissions';
import { postMessageInput } from '../schemas/post-message';
import { createTicketInput } from '../schemas/ticket';
import type { Role } from '../schemas/values';
import { assignTicket } from './assign-ticket';
import { changeStatus } from './change-status';
import { createTicket } from './create-ticket';
import { editTicket } from './edit-ticket';
import { keepHouse } from './keep-house';
import { postMessage } from './post-message';
import { markSpam } from './set-aside-ticket';

async function person(
  role: Role,
  more: { available?: boolean; capacity?: number; email?: string | null } = {},
): Promise<Actor> {
  const id = newId();
  const email = more.email === undefined ? `${id}@example.test` : more.email;
  await sql.query(
    `INSERT INTO person (id, name, role, email, is_available, capacity) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, `${role} ${id.slice(-4)}`, role, email, more.available ?? false, more.capacity ?? 4],
  );
  return { id, role, name: `${role} ${id.slice(-4)}`, sessionId: null, scope: PLAIN_SCOPE };
}
const file = (actor: Actor, more: object = {}) =>
  createTicket(
    actor,
    createTicketInput.parse({ subject: 'Printer', description: 'Error 123', ...more }),
    'WEB',
  );
const say = (actor: Actor, ref: string, body: string, more: object = {}) =>
  postMessage(actor, ref, postMessageInput.parse({ body, ...more }), 'WEB');
const mails = async (ticketId: string) =>
  (
    await sql.query<{ line: string }>(
      `SELECT o.template || ' ' || p.role AS line FROM outbound_mail o JOIN person p ON p.id = o.person_id
       WHERE o.ticket_id = $1 ORDER BY o.id`,
      [ticketId],
    )
  ).rows.map((row) => row.line);

let customer: Actor;
let ada: Actor;
let bo: Actor;
let admin: Actor;
beforeAll(async () => {
  [customer, ada, bo, admin] = await Promise.all([
    person('customer'),
    person('agent', { available: true }),
    person('agent', { available: true }),
    person('admin'),
  ]);
});
afterAll(() => closePool());

describe('a conversation', () => {
  it('walks from filed to closed, with the mails of the contract and a log without holes', async () => {
    const { id } = await file(customer);
    await assignTicket(admin, id, { assigned_agent: ada.id });
    const reply = await say(ada, id, 'Could you send a photo?');
    expect(reply.ticket).toMatchObject({ status: 'IN_PROGRESS', waiting_since: null });
    await say(ada, id, 'He is a VIP', { is_internal: true });
    await say(bo, id, 'not mine').catch((error) => expect(error).toBeInstanceOf(NotFound));
    await say(ada, id, 'Waiting for the photo', { status: 'WAITING_ON_CUSTOMER' });
    const answer = await say(customer, id, 'Here it is');
    expect(answer.ticket.status).toBe('IN_PROGRESS');
    expect(answer.ticket.waiting_since).not.toBeNull();
    await changeStatus(ada, id, 'RESOLVED');
    expect(await mails(id)).toEqual([
      'ticket_received customer',
      'assigned agent',
      'reply customer',
      'reply customer',
      'customer_message agent',
      'status customer',
    ]);
    const { rows } = await sql.query<{ seq: number; public_seq: number | null }>(
      'SELECT seq, public_seq FROM event WHERE ticket_id = $1 ORDER BY seq',
      [id],
    );
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1));
    const open = rows.flatMap((row) => row.public_seq ?? []);
    expect(open).toEqual(open.map((_, index) => index + 1));
    expect(open.length).toBe(rows.length - 1);
  });

  it('shows a customer no note, in no place', async () => {
    const { id } = await file(customer);
    await assignTicket(admin, id, { assigned_agent: ada.id });
    const before = await getTicket(customer, id);
    await say(ada, id, 'CANARY-NOTE', { is_internal: true });
    const after = await getTicket(customer, id);
    expect(after).toEqual(before);
    expect(JSON.stringify(await getTicket(ada, id))).toContain('CANARY-NOTE');
  });

  it('lets a public reply take a ticket from the queue, once', async () => {
    const { id } = await file(customer);
    const results = await Promise.allSettled([say(ada, id, 'I am on it'), say(bo, id, 'Me too')]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const { rows } = await sql.query<{ n: number }>(
      'SELECT count(*) AS n FROM message WHERE ticket_id = $1',
      [id],
    );
    expect(rows[0]!.n).toBe(2);
  });

  it('gives the work back to the queue when the assignee may not take the answer', async () => {
    const away = await person('agent');
    const { id } = await file(customer);
    await assignTicket(admin, id, { assigned_agent: away.id });
    await say(away, id, 'Done?', { status: 'WAITING_ON_CUSTOMER' });
    const { ticket } = await say(customer, id, 'No');
    expect(ticket).toMatchObject({ status: 'OPEN', assigned_agent: null });
  });

  it('makes a linked follow-up when a closed ticket is answered, and leaves the closed one as it is', async () => {
    const { id, number } = await file(customer, { topic: 'Printers', languages: ['de'] });
    await changeStatus(customer, id, 'RESOLVED');
    await sql.query(`UPDATE ticket SET resolved_at = now() - interval '8 days' WHERE id = $1`, [id]);
    await keepHouse();
    expect((await getTicket(admin, id)).status).toBe('CLOSED');
    const { ticket } = await say(customer, id, 'It is back');
    expect(ticket).toMatchObject({
      status: 'OPEN',
      follow_up_of: number,
      topic: 'Printers',
      languages: ['de'],
    });
    expect(ticket.id).not.toBe(id);
    expect((await getTicket(admin, id)).status).toBe('CLOSED');
    await expect(say(admin, id, 'late')).rejects.toMatchObject({ code: 'ticket_closed' });
  });

  it('stops a reply that was written without having seen the newest message', async () => {
    const { id } = await file(customer);
    const first = (await getTicket(ada, id)).messages[0]!.id;
    const newer = await say(customer, id, 'Wait, it works now');
    const stopped = await say(ada, id, 'Try again', { based_on: first }).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(Conflict);
    expect(stopped).toMatchObject({ code: 'newer_messages', details: { messages: [{ id: newer.id }] } });
    await expect(say(ada, id, 'Lost', { based_on: newId() })).rejects.toMatchObject({
      fields: { based_on: ['unknown_message'] },
    });
    await say(ada, id, 'Good!', { based_on: newer.id });
  });

  it('says which fields and acts are not a customer’s', async () => {
    const { id } = await file(customer);
    await expect(say(customer, id, 'x', { is_internal: true })).rejects.toThrow(Forbidden);
    await expect(say(customer, id, 'x', { status: 'CLOSED' })).rejects.toThrow(Invalid);
    expect(() => file(customer, { priority: 'URGENT' })).toThrow(Invalid);
    await expect(changeStatus(customer, id, 'CLOSED')).rejects.toMatchObject({ code: 'invalid_transition' });
    await expect(changeStatus(ada, id, 'IN_PROGRESS')).rejects.toMatchObject({ code: 'assign_first' });
  });

  it('mails nobody about spam, and a person without an address not at all', async () => {
    const { id } = await file(customer);
    await assignTicket(admin, id, { assigned_agent: ada.id });
    const before = await mails(id);
    await markSpam(ada, id, { is_spam: true });
    await say(ada, id, 'hm');
    expect(await mails(id)).toEqual(before);
    const nameless = await person('customer', { email: null });
    const other = await file(nameless);
    await say(ada, other.id, 'hello');
    const detail = await getTicket(ada, other.id);
    expect(detail.messages.at(-1)!.delivery).toEqual({ state: 'no_address', detail: null });
    expect(await mails(other.id)).toEqual([]);
  });

  it('takes what somebody blocked writes as spam, until he is not', async () => {
    const sender = await person('customer');
    const running = await file(sender);
    await assignTicket(admin, running.id, { assigned_agent: ada.id });
    const first = await file(sender);
    expect(() => markSpam(sender, first.id, { is_spam: true, block_sender: true })).toThrow(Forbidden);
    await markSpam(ada, first.id, { is_spam: true, block_sender: true });
    const next = await file(sender);
    await say(sender, running.id, 'buy this');
    for (const { id } of [first, next, running])
      expect(await getTicket(admin, id)).toMatchObject({ is_spam: true });
    expect(await mails(next.id)).toEqual([]);
    expect((await mails(running.id)).filter((mail) => mail === 'message agent')).toEqual([]);
    expect(await getTicket(sender, next.id)).toMatchObject({ is_spam: false });
    const onBehalf = await file(admin, { customer: sender.id });
    expect(await getTicket(admin, onBehalf.id)).toMatchObject({ is_spam: false });
    await markSpam(ada, first.id, { is_spam: false, block_sender: false });
    expect(await getTicket(admin, (await file(sender)).id)).toMatchObject({ is_spam: false });
  });

  it('refuses an edit of an old version with the ticket as it is', async () => {
    const { id, version } = await file(customer);
    const edited = await editTicket(admin, id, { version, priority: 'HIGH' });
    expect(edited).toMatchObject({ priority: 'HIGH', version: version + 1 });
    const error = await editTicket(admin, id, { version, subject: 'Other' }).catch(
      (refusal: unknown) => refusal,
    );
    expect(error).toMatchObject({ code: 'version_conflict', details: { current: { priority: 'HIGH' } } });
    expect(await editTicket(admin, id, { version: version + 1, priority: 'HIGH' })).toMatchObject({
      version: version + 1,
    });
  });

  it('gives the saved answer to a repeated key, and refuses it for another request', async () => {
    const input = createTicketInput.parse({ subject: 'Once', description: 'only' });
    const attempt = { key: 'k1', hash: 'h1' };
    const [a, b] = await Promise.all([
      createTicket(customer, input, 'API', attempt),
      createTicket(customer, input, 'API', attempt),
    ]);
    expect(a).toEqual(b);
    await expect(createTicket(customer, input, 'API', { key: 'k1', hash: 'h2' })).rejects.toMatchObject({
      code: 'idempotency_mismatch',
    });
  });
});
