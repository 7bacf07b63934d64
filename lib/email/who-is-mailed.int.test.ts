import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addPerson } from '@/tests/mail-ledger';
import { api } from '../api/app';
import { assignTicket } from '../commands/assign-ticket';
import { changeStatus } from '../commands/change-status';
import { createTicket } from '../commands/create-ticket';
import { postMessage } from '../commands/post-message';
import { requestCode } from '../commands/request-code';
import { sendDueMails } from '../commands/send-due-mails';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { type Actor, PLAIN_SCOPE } from '../rules/permissions';
import { postMessageInput } from '../schemas/post-message';
import { createTicketInput } from '../schemas/ticket';
import type { Role } from '../schemas/values';
import { startMailOut } from './start';

/**
 * The contract's table "Who is mailed", from the act to the mailbox: real commands, the real catch-all, read back over
 * the API.
 */
let mailOut: { stop(): Promise<void> };
let carla: Actor;
let ada: Actor;
let bruno: Actor;

async function person(role: Role, name: string): Promise<Actor> {
  const id = await addPerson(role, name, `${name.toLowerCase()}@example.test`);
  return { id, role, name, sessionId: null, scope: PLAIN_SCOPE };
}

beforeAll(async () => {
  mailOut = await startMailOut();
  carla = await person('customer', 'Carla');
  ada = await person('agent', 'Ada');
  bruno = await person('admin', 'Bruno');
  // else the customer's answer would go back to the queue
  await sql.query('UPDATE person SET is_available = true WHERE id = $1', [ada.id]);
});
beforeEach(() => sql.query('DELETE FROM caught_mail'));
afterAll(async () => {
  await mailOut.stop();
  await closePool();
});

/** What arrived since the last time, in order of address; empties the mailbox. */
async function arrived(): Promise<{ to: string; text: string }[]> {
  await sendDueMails();
  const answer = await api.request('/api/mailbox');
  expect(answer.status).toBe(200);
  const { results } = (await answer.json()) as { results: { to: string; text: string }[] };
  await sql.query('DELETE FROM caught_mail');
  return results.sort((a, b) => a.to.localeCompare(b.to));
}
const reply = (actor: Actor, ticketId: string, input: object) =>
  postMessage(actor, ticketId, postMessageInput.parse(input), 'WEB');

it('follows the whole life of a ticket', async () => {
  const ticket = await createTicket(
    carla,
    createTicketInput.parse({ subject: 'Printer', description: 'It says E-50.' }),
    'WEB',
  );
  let mails = await arrived();
  expect(mails.map((mail) => mail.to)).toEqual(['carla@example.test']);
  expect(mails[0]!.text).toContain('We got your request');

  await assignTicket(bruno, ticket.id, { assigned_agent: ada.id });
  mails = await arrived();
  expect(mails.map((mail) => mail.to)).toEqual(['ada@example.test']);
  expect(mails[0]!.text).toContain('Bruno assigned it to you.');

  await reply(ada, ticket.id, { body: 'Press OK.', status: 'WAITING_ON_CUSTOMER' });
  mails = await arrived();
  expect(mails.map((mail) => mail.to)).toEqual(['carla@example.test']);
  for (const part of ['Press OK.', 'Waiting for you', `/requests/${ticket.number}`])
    expect(mails[0]!.text).toContain(part);

  await reply(bruno, ticket.id, { body: 'Part is on order.', is_internal: true });
  mails = await arrived();
  expect(mails.map((mail) => mail.to)).toEqual(['ada@example.test']);
  expect(mails[0]!.text).toContain('Internal note');

  await reply(carla, ticket.id, { body: 'It still says E-50.' });
  mails = await arrived();
  expect(mails.map((mail) => mail.to)).toEqual(['ada@example.test']);
  expect(mails[0]!.text).toContain('It still says E-50.');

  await reply(bruno, ticket.id, { body: 'I come by.' });
  mails = await arrived();
  expect(mails.map((mail) => mail.to)).toEqual(['ada@example.test', 'carla@example.test']);
  expect(mails[0]!.text).toContain('Bruno answered the customer');
  expect(mails[1]!.text).toContain('Bruno answered you');

  await changeStatus(ada, ticket.id, 'RESOLVED');
  mails = await arrived();
  expect(mails.map((mail) => mail.to)).toEqual(['carla@example.test']);
  expect(mails[0]!.text).toContain('Your request is solved');

  const { rows } = await sql.query<{ state: string; n: number }>(
    `SELECT data ->> 'state' AS state, count(*)::int AS n FROM event
     WHERE type = 'delivery.changed' AND ticket_id = $1 GROUP BY 1`,
    [ticket.id],
  );
  expect(rows).toEqual([{ state: 'sent', n: 2 }]);
});

it('a code can be read out of the mailbox by a script', async () => {
  await requestCode('new@example.test', {
    ip: '203.0.113.7',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    acceptLanguage: 'de-DE,de;q=0.9',
  });
  await sendDueMails();
  const answer = await api.request('/api/mailbox/?to=new@example.test');
  const { results } = (await answer.json()) as { results: { id: string; text: string }[] };
  expect(results[0]!.text).toMatch(/^\d{6}$/m);
  expect(results[0]!.text).toContain('Firefox, Linux · 203.0.113.7');
  const one = await api.request(`/api/mailbox/${results[0]!.id}`);
  expect(await one.json()).toMatchObject({ to: 'new@example.test', subject: 'Ihr Code für Switchboard' });
});

it.each([
  ['/api/mailbox?to=%00', 422],
  ['/api/mailbox?to=a&x=1', 422],
  [`/api/mailbox?to=${'a'.repeat(330)}`, 422],
  ['/api/mailbox/%00', 422],
  ['/api/mailbox/not-an-id', 422],
  ['/api/mailbox/00000000-0000-0000-0000-000000000000', 404],
  ["/api/mailbox?to=' OR 1=1 --", 200],
])('GET %.50s answers %d', async (path, status) => {
  expect((await api.request(encodeURI(path).replaceAll('%25', '%'))).status).toBe(status);
});
