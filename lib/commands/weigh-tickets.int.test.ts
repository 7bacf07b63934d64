import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addActor, fileTicket } from '@/tests/factories';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { listTickets } from '../queries/list-tickets';
import { previewUrgency } from '../queries/preview-urgency';
import type { Weighed } from '../queries/tickets-to-weigh';
import type { Actor } from '../rules/permissions';
import { USUAL_URGENCY } from '../rules/usual-urgency';
import { listTicketsQuery } from '../schemas/list-tickets';
import { editSettings } from './edit-settings';
import { postMessage } from './post-message';
import { weighTickets } from './weigh-tickets';

let admin: Actor;
let agent: Actor;
let customer: Actor;
beforeAll(async () => {
  [admin, agent, customer] = await Promise.all([addActor('admin'), addActor('agent'), addActor('customer')]);
});
beforeEach(() => sql.query('UPDATE ticket SET waiting_since = NULL'));
afterAll(() => closePool());

const list = async (query: Record<string, string> = {}, who = admin) =>
  (await listTickets(who, listTicketsQuery.parse({ status: 'OPEN,ASSIGNED,IN_PROGRESS', ...query }))).results;
const ofTicket = async (id: string) => (await list({ limit: '100' })).find((one) => one.id === id)!;
async function weigh(): Promise<string[]> {
  const told: Weighed[] = [];
  await weighTickets((tickets) => told.push(...tickets));
  return told.map(({ id }) => id);
}
const ago = (id: string, hours: number) =>
  sql.query(`UPDATE ticket SET waiting_since = now() - make_interval(hours => $2) WHERE id = $1`, [
    id,
    hours,
  ]);

it('weighs new tickets by their words, sorts and filters by it, and tells only what came out differently', async () => {
  const calm = await fileTicket(customer, { subject: 'A question' });
  const fraud = await fileTicket(customer, { subject: 'Hello', description: 'My card was stolen.' });
  expect(await weigh()).toEqual([fraud.id]);
  expect(await weigh()).toEqual([]);
  expect(await ofTicket(fraud.id)).toMatchObject({
    urgency: 3,
    urgency_reasons: [{ code: 'words', points: 8, words: ['stolen'] }],
  });
  expect((await list({ sort: 'urgency' })).map(({ id }) => id).slice(0, 1)).toEqual([fraud.id]);
  expect((await list({ urgency: '2,3' })).map(({ id }) => id)).toEqual([fraud.id]);
  expect((await list({ urgency: '0' })).map(({ id }) => id)).toContain(calm.id);
});

it('is nothing of the customer’s', async () => {
  await expect(list({ sort: 'urgency' }, customer)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(list({ urgency: '3' }, customer)).rejects.toMatchObject({ code: 'validation_failed' });
  expect((await list({}, customer))[0]).not.toHaveProperty('urgency');
});

it('rises with time, by the sweep alone, and with a second message that nobody answered', async () => {
  const ticket = await fileTicket(customer, { priority: 'HIGH' });
  await weigh();
  await ago(ticket.id, 3);
  await postMessage(customer, ticket.id, { body: 'Anybody there?', is_internal: false }, 'WEB');
  await weigh();
  expect(await ofTicket(ticket.id)).toMatchObject({
    urgency: 1,
    urgency_reasons: [{ code: 'again', messages: 2, hours: 3 }, { code: 'priority' }],
  });
  // nothing but the clock moves: what the sweep finds is due by itself
  await sql.query(
    `ALTER TABLE ticket DISABLE TRIGGER ticket_urgency;
     UPDATE ticket SET waiting_since = now() - interval '25 hours', urgency_due = now() WHERE id = '${ticket.id}';
     ALTER TABLE ticket ENABLE TRIGGER ticket_urgency`,
  );
  expect(await weigh()).toEqual([ticket.id]);
  expect((await ofTicket(ticket.id)).urgency).toBe(2);
  const { rows } = await sql.query<{ in_hours: number }>(
    `SELECT round(extract(epoch FROM urgency_due - waiting_since) / 3600)::int AS in_hours FROM ticket WHERE id = $1`,
    [ticket.id],
  );
  expect(rows[0]!.in_hours).toBe(72);
});

it('ends with the answer, at once and without the worker', async () => {
  const ticket = await fileTicket(customer, { description: 'This is fraud' });
  await weigh();
  const posted = await postMessage(agent, ticket.id, { body: 'We look at it.', is_internal: false }, 'WEB');
  expect(posted.ticket).toMatchObject({ urgency: 0, urgency_reasons: [] });
  // words that were answered do not come back with the next message
  await postMessage(customer, ticket.id, { body: 'Thank you', is_internal: false }, 'WEB');
  await weigh();
  expect((await ofTicket(ticket.id)).urgency).toBe(0);
});

it('is worked out anew for all when an admin changes the rules, whose effect he sees before', async () => {
  const ticket = await fileTicket(customer, { description: 'The printer hums' });
  await weigh();
  const rules = { ...USUAL_URGENCY, words: [{ name: 'Noise', points: 6, words: { en: ['hums'] } }] };
  const { results } = await previewUrgency(admin, rules);
  expect(results.find(({ id }) => id === ticket.id)).toMatchObject({ before: 0, after: 2, points: 6 });
  expect((await ofTicket(ticket.id)).urgency).toBe(0);
  await expect(previewUrgency(agent, rules)).rejects.toMatchObject({ code: 'forbidden' });
  await editSettings(admin, { urgency: rules });
  expect(await weigh()).toEqual([ticket.id]);
  expect((await ofTicket(ticket.id)).urgency).toBe(2);
  await editSettings(admin, { urgency: USUAL_URGENCY });
  await weigh();
  expect((await ofTicket(ticket.id)).urgency).toBe(0);
});

it('leaves alone what somebody works on just now, and takes it at the next look', async () => {
  const ticket = await fileTicket(customer, { description: 'My account was hacked' });
  const { pool } = await import('../db/pool');
  const other = await pool().connect();
  await other.query('BEGIN');
  await other.query('SELECT 1 FROM ticket WHERE id = $1 FOR UPDATE', [ticket.id]);
  expect(await weigh()).toEqual([]);
  await other.query('COMMIT');
  other.release();
  expect(await weigh()).toEqual([ticket.id]);
});
