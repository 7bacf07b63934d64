import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealSecret } from '@/lib/auth/sealed-secret';
import { hubSignatureOf } from '@/lib/channels/messenger/webhook-signature';
import { newId } from '@/lib/clock';
import { postMessage } from '@/lib/commands/post-message';
import { takeMessengerWebhook } from '@/lib/commands/take-messenger-webhook';
import { closePool } from '@/lib/db/pool';
import { inTransaction, sql } from '@/lib/db/transaction';
import type { Actor } from '@/lib/rules/permissions';
import { postMessageInput } from '@/lib/schemas/post-message';
import { testEnvironment } from '../environment';
import { addActor, fileTicket } from '../factories';
import { backlog } from '../invariants';
import { startWorker, type TestProcess } from '../processes';
import { type ScriptedSmtp, startScriptedSmtp } from '../scripted-smtp';

/**
 * The worker ends by kill -9 while Facebook has an answer and has not said so, and at the same time in the middle of
 * finding the chats that go on by mail (docs/messenger.md, docs/chat.md).
 */
const PAGE = '4711';
const SECRET = 'appsecret';
let smtp: ScriptedSmtp;
let graph: Server;
let worker: TestProcess;
let admin: Actor;
/** What Facebook was handed, each with the id by which we know it. */
const taken: { psid: string; text: string; metadata: string }[] = [];
/** Facebook has it, and says nothing. */
let isSilent = true;

const start = () =>
  startWorker(testEnvironment({ SMTP_URL: smtp.url, LEASE_SECONDS: '2', SWEEP_SECONDS: '0.5' }));
const say = (ticketId: string, body: string) =>
  postMessage(admin, ticketId, postMessageInput.parse({ body }), 'WEB');

async function playGraph(req: IncomingMessage): Promise<object | null> {
  if (!req.url!.includes('/me/messages')) return { first_name: 'Emma', last_name: 'Hill' };
  const { recipient, message } = JSON.parse(await text(req));
  taken.push({ psid: recipient.id, text: message.text, metadata: message.metadata });
  return isSilent ? null : { message_id: `m_${taken.length}` };
}

beforeAll(async () => {
  graph = createServer(async (req, res) => {
    const answer = await playGraph(req);
    if (answer) res.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => graph.listen(0, '127.0.0.1', resolve));
  smtp = await startScriptedSmtp();
  admin = await addActor('admin');
  worker = await start();
});
afterAll(async () => {
  await worker?.stop();
  graph.closeAllConnections();
  graph.close();
  await smtp.stop();
  await closePool();
});

/** What Facebook tells of the page. */
async function tell(pageId: string, message: object, from: string, to = PAGE): Promise<void> {
  const messaging = [{ sender: { id: from }, recipient: { id: to }, timestamp: Date.now(), message }];
  const raw = Buffer.from(JSON.stringify({ object: 'page', entry: [{ id: PAGE, messaging }] }));
  await takeMessengerWebhook(pageId, hubSignatureOf(SECRET, raw), raw, (body) =>
    JSON.parse(Buffer.from(body).toString()),
  );
}

/** Somebody of Messenger, with a ticket. */
async function contact(pageId: string, psid: string): Promise<string> {
  await tell(pageId, { mid: `m_of_${psid}`, text: 'Is the blue lamp there?' }, psid);
  const found = () =>
    sql.query<{ ticket_id: string }>(
      'SELECT ticket_id FROM messenger_thread h JOIN messenger_contact c ON c.id = h.contact_id WHERE psid = $1',
      [psid],
    );
  await expect.poll(async () => (await found()).rowCount, { timeout: 15_000 }).toBe(1);
  return (await found()).rows[0]!.ticket_id;
}

/** A chat whose visitor went away; without answers. */
async function leftChat(email: string): Promise<string> {
  const customer = await addActor('customer', { email: null });
  const { id } = await fileTicket(customer, {}, 'CHAT');
  const [widget, visitor] = [newId(), newId()];
  await sql.query("INSERT INTO widget (id, key, name, nonce) VALUES ($1, $2, 'Shop', 'x')", [
    widget,
    `w_${widget}`,
  ]);
  await sql.query(
    `INSERT INTO visitor (id, widget_id, person_id, nonce, email, last_seen_at)
     VALUES ($1, $2, $3, 'x', $4, now() - interval '5 minutes')`,
    [visitor, widget, customer.id, email],
  );
  await sql.query('INSERT INTO chat (ticket_id, widget_id, visitor_id, begun_by) VALUES ($1, $2, $3, $4)', [
    ...[id, widget, visitor, customer.id],
  ]);
  return id;
}

const sends = async () =>
  (await sql.query<{ state: string }>('SELECT state FROM messenger_send ORDER BY seq')).rows.map(
    ({ state }) => state,
  );

test('nothing is lost; what an echo tells of is not sent again, what nothing tells of at most twice, a mail once', async () => {
  const pageId = newId();
  const { port } = graph.address() as AddressInfo;
  await sql.query(
    `INSERT INTO messenger_page (id, page_id, name, access_token, app_secret, graph_url, nonce)
     VALUES ($1, $2, 'Lamps', $3, $4, $5, 'x')`,
    [
      ...[pageId, PAGE, sealSecret('messenger_page.access_token', 'token')],
      ...[sealSecret('messenger_page.app_secret', SECRET), `http://127.0.0.1:${port}`],
    ],
  );
  const echoed = await contact(pageId, '101');
  const untold = await contact(pageId, '102');
  const chat = await leftChat('gone@example.test');
  await expect.poll(backlog, { timeout: 20_000 }).toEqual({ events: 0, mails: 0 });

  // finding what goes on by mail waits, by a trigger, for a lock that our own session holds
  await sql.query(`CREATE FUNCTION hold_mail() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_advisory_xact_lock(4713); RETURN NEW; END $$`);
  await sql.query(`CREATE TRIGGER hold_mail BEFORE INSERT ON outbound_mail FOR EACH ROW
    WHEN (NEW.template = 'chat') EXECUTE FUNCTION hold_mail()`);
  await inTransaction(async (hold) => {
    await hold.query('SELECT pg_advisory_xact_lock(4713)');
    for (const body of ['First', 'Second']) {
      await say(echoed, `${body} to 101`);
      await say(untold, `${body} to 102`);
      await say(chat, `${body} in the chat`);
    }
    await sql.query('UPDATE chat SET mail_due_at = now()');
    const held = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 4713 AND NOT granted`;
    await expect.poll(async () => (await sql.query(held)).rowCount, { timeout: 20_000 }).toBe(1);
    await expect.poll(() => taken.length, { timeout: 20_000 }).toBe(2);
    await worker.kill('SIGKILL');
  });
  await sql.query('DROP FUNCTION hold_mail CASCADE');
  expect(taken.map((one) => one.text).sort()).toEqual(['First to 101', 'First to 102']);
  expect(await sends()).toEqual(['sending', 'sending', 'queued', 'queued']);
  expect(smtp.received.filter(({ recipients }) => recipients[0] === 'gone@example.test')).toEqual([]);

  // Facebook's own word comes while nobody is there to hear it
  const { metadata } = taken.find(({ psid }) => psid === '101')!;
  await tell(pageId, { mid: 'm_echo', is_echo: true, app_id: 1, text: 'First', metadata }, PAGE, '101');
  isSilent = false;
  worker = await start();
  await expect.poll(sends, { timeout: 20_000 }).toEqual(['sent', 'sent', 'sent', 'sent']);
  await expect.poll(backlog, { timeout: 20_000 }).toEqual({ events: 0, mails: 0 });
  const to = (psid: string) => taken.filter((one) => one.psid === psid);
  expect(to('101').map((one) => one.text)).toEqual(['First to 101', 'Second to 101']);
  expect(to('102').map((one) => one.text)).toEqual(['First to 102', 'First to 102', 'Second to 102']);
  expect(new Set(to('102').map((one) => one.metadata)).size).toBe(2);

  const mails = smtp.received.filter(({ recipients }) => recipients[0] === 'gone@example.test');
  expect(mails).toHaveLength(1);
  expect(mails[0]!.raw).toMatch(/First in the chat[\s\S]*Second in the chat/);
  const { rows } = await sql.query('SELECT mail_due_at, mailed_id IS NOT NULL AS is_mailed FROM chat');
  expect(rows).toEqual([{ mail_due_at: null, is_mailed: true }]);
}, 90_000);
