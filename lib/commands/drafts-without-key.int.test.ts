import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDraftWriter } from '@/tests/draft-writer';
import { addActor, fileTicket } from '@/tests/factories';
import { send, signedIn } from '@/tests/identity';
import { newId } from '../clock';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import { postMessageInput } from '../schemas/post-message';
import type { TicketDto } from '../schemas/ticket';
import { indexTickets } from './index-tickets';
import { postMessage } from './post-message';

/** No key is set: drafts come from the house's own answers, and say so. */
let writer: ReturnType<typeof startDraftWriter>;
let agent: Actor;
let access: string;
let customer: Actor;

beforeAll(async () => {
  agent = await addActor('agent', { name: 'Ada Bauer' });
  customer = await addActor('customer', { name: 'Carla Rossi' });
  const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [agent.id]);
  access = (await signedIn(rows[0] as Parameters<typeof signedIn>[0])).access;
  const add = (code: string, title: string, bodies: Record<string, string>, more: { owner?: string } = {}) =>
    sql.query(
      'INSERT INTO canned_reply (id, short_code, title, bodies, owner_id) VALUES ($1, $2, $3, $4, $5)',
      [...[newId(), code, title, JSON.stringify(bodies), more.owner ?? null]],
    );
  await add('refund', 'Refund of an order', { en: 'We refund your order within five days.' });
  await add('tray', 'Printer error 123', {
    en: 'Hello {{customer.first_name|there}},\n\nerror 123 means that paper is stuck in the printer. Open the tray.',
    de: 'Hallo {{customer.first_name}},\n\nFehler 123 heißt, dass Papier im Drucker steckt.',
  });
  const somebody = await addActor('agent');
  await add(
    'private',
    'Printer error 123 printer',
    { en: 'PRIVATE printer error 123' },
    { owner: somebody.id },
  );
  writer = startDraftWriter();
});
afterAll(async () => {
  await writer.stop();
  await closePool();
});

const ask = (ticket: TicketDto, body: unknown = {}) =>
  send('POST', `/tickets/${ticket.id}/ai-draft/`, { body, access });

test('the canned reply that fits best, filled in, and the tickets that were answered before', async () => {
  const earlier = await fileTicket(await addActor('customer'), {
    subject: 'Printer shows error 123',
    description: 'The printer shows error 123 since this morning.',
  });
  await postMessage(
    agent,
    earlier.id,
    postMessageInput.parse({ body: 'Open the tray of the printer.' }),
    'API',
  );
  await sql.query('UPDATE ticket SET assignee_id = NULL WHERE id = $1', [earlier.id]);
  await indexTickets();
  const ticket = await fileTicket(customer, {
    subject: 'Printer error 123',
    description: 'My printer shows error 123 and I do not know what to do about it.',
  });
  const { status, body, text } = await ask(ticket);
  expect(status, text).toBe(200);
  expect(body).toMatchObject({
    provider: 'none',
    model: null,
    text: 'Hello Carla,\n\nerror 123 means that paper is stuck in the printer. Open the tray.',
    sources: [{ id: 'c1', kind: 'canned_reply', title: 'Printer error 123' }],
    similar: [{ number: earlier.number, reply: 'Open the tray of the printer.' }],
  });
  expect(text).not.toContain('PRIVATE');

  // sent, and told twice: the reply was used once
  const reply = postMessageInput.parse({ body: body.text });
  const { id: message } = await postMessage(agent, ticket.id, reply, 'API');
  const path = `/tickets/${ticket.id}/ai-draft/${body.id}/outcome/`;
  for (let n = 0; n < 2; n++)
    expect((await send('POST', path, { body: { outcome: 'sent', message }, access })).status).toBe(204);
  const { rows } = await sql.query('SELECT short_code, use_count FROM canned_reply ORDER BY short_code');
  expect(rows).toEqual([
    { short_code: 'private', use_count: 0 },
    { short_code: 'refund', use_count: 0 },
    { short_code: 'tray', use_count: 1 },
  ]);
});

test('in the customer’s language, where there is such a text', async () => {
  const ticket = await fileTicket(customer, {
    subject: 'Drucker, Fehler 123',
    description: 'Guten Tag, mein Drucker zeigt seit heute Morgen den Fehler 123 und druckt nichts mehr.',
  });
  expect((await ask(ticket)).body).toMatchObject({
    language: 'de',
    text: expect.stringMatching(/^Hallo Carla/),
  });
  expect((await ask(ticket, { kind: 'suggest' })).body).toMatchObject({ proposals: { language: 'de' } });
});

test('nothing fits: nothing is made up', async () => {
  const ticket = await fileTicket(customer, { subject: 'Xylophone', description: 'Zanzibar quokka?' });
  expect((await ask(ticket)).body).toMatchObject({ status: 'done', text: '', sentences: [], missing: [] });
});

test.each(['refine', 'summary'])('%s needs a model, and says so', async (kind) => {
  const ticket = await fileTicket(customer);
  const more = kind === 'refine' ? { instruction: 'shorter', text: 'Hello' } : {};
  const answer = await ask(ticket, { kind, ...more });
  expect([answer.status, answer.body.error?.code]).toEqual([409, 'ai_not_configured']);
});
