import { serve } from '@hono/node-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { api } from '@/lib/api/app';
import { hubSignatureOf } from '@/lib/channels/messenger/webhook-signature';
import { inTransaction, sql, type Tx } from '@/lib/db/transaction';
import { echoOfPage, LAB_PEOPLE, tellHouse, vendorPage, vendorSecrets } from '@/lib/lab/messenger-vendor';
import type { Actor } from '@/lib/rules/permissions';
import type { LabTalkDto } from '@/lib/schemas/lab-messenger';
import type { MessageDto } from '@/lib/schemas/message';
import { addActor } from '@/tests/factories';
import { type Sent, send, signedIn } from '@/tests/identity';
import { withoutFileStore } from '@/tests/store-away';
import { readMessenger } from './read-messenger';
import { sendMessenger } from './send-messenger';
import { ClaimLost } from './steps/claim-lost';
import { claimEvent, settleEvent } from './steps/messenger-event';
import { claimSend } from './steps/messenger-send';
import { knowOwn, placeReceipt } from './steps/place-messenger';

/** The lab's Facebook is the demo's; it and the house speak over a real line. */
const port = await vi.hoisted(async () => {
  const { freePort } = await import('@/scripts/lib/embedded-postgres.mjs');
  const free = await freePort();
  process.env.DEMO = '1';
  process.env.APP_URL = `http://localhost:${free}`;
  return free;
});

let server: ReturnType<typeof serve>;
let admin: { actor: Actor; access: string };
let page: string;
const [emma, jonas, amelie, giulia, layla] = LAB_PEOPLE.map(({ psid }) => psid) as [
  string,
  string,
  string,
  string,
  string,
];

const as = (method: string, path: string, body?: unknown): Promise<Sent> =>
  send(method, path, { access: admin.access, ...(body === undefined ? {} : { body }) });
const phone = async (psid: string, what: string, body?: object) => {
  const answer = await send(
    what === '' ? 'PATCH' : 'POST',
    `/lab/messenger/people/${psid}/${what && `${what}/`}`,
    {
      ...(body ? { body } : {}),
    },
  );
  expect(answer.status, answer.text).toBeLessThan(300);
};
const talk = async (psid: string) =>
  (await send('GET', `/lab/messenger/people/${psid}/`)).body as unknown as LabTalkDto;
/** He writes, and the worker reads it. */
async function says(psid: string, text: string): Promise<void> {
  await phone(psid, 'messages', { text });
  await readMessenger();
}
const ticketsOf = async (psid: string) =>
  (
    await sql.query<{
      id: string;
      number: number;
      status: string;
      languages: string[];
      follow_up_of: string | null;
    }>(
      `SELECT t.* FROM ticket t JOIN messenger_thread h ON h.ticket_id = t.id
       JOIN messenger_contact c ON c.id = h.contact_id WHERE c.psid = $1 ORDER BY t.created_at, t.id`,
      [psid],
    )
  ).rows;
const messagesOf = async (number: number) =>
  (await as('GET', `/tickets/${number}/`)).body.messages as unknown as MessageDto[];
const reply = (number: number, body: string, more: object = {}) =>
  as('POST', `/tickets/${number}/messages/`, { body, ...more });
const eventsOf = async (kind: string) =>
  (
    await sql.query<{ state: string; reason: string | null }>(
      'SELECT state, reason FROM messenger_event WHERE kind = $1 ORDER BY seq DESC',
      [kind],
    )
  ).rows;
/** Answers leave, echoes and receipts come back. */
async function goRound(): Promise<void> {
  await sendMessenger();
  // the lab's Facebook tells of it a moment later
  await new Promise((resolve) => setTimeout(resolve, 60));
  await readMessenger();
}

/** Files of the lab's Facebook that do not come as they should: one when it is told to, one breaks off. */
let onAsked = () => {};
let lateFile: Promise<void>;
const FILES: Record<string, () => Promise<Response>> = {
  '/late.pdf': async () => {
    onAsked();
    await lateFile;
    return new Response('%PDF-1.4 late');
  },
  '/broken.pdf': async () =>
    new Response(
      new ReadableStream({
        start: (body) => body.enqueue(Buffer.from('%PDF')),
        pull: (body) => body.error(new Error('cut')),
      }),
    ),
};

beforeAll(async () => {
  server = serve({
    fetch: (request, context) =>
      (FILES[new URL(request.url).pathname] ?? (() => api.fetch(request, context)))(),
    port,
  });
  const actor = await addActor('admin', { languages: ['de', 'en'] });
  const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
  admin = await signedIn(rows[0] as Parameters<typeof signedIn>[0]);
  await says(emma, 'Hi, is the blue lamp still in stock?');
  const found = await sql.query<{ id: string }>('SELECT id FROM messenger_page');
  page = found.rows[0]!.id;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(async () => {
  await sql.query(`UPDATE messenger_send SET next_attempt_at = now() WHERE state = 'deferred'`);
});

describe('what comes', () => {
  test('a first message is a ticket of somebody who is known by name and language, and has no address', async () => {
    await says(jonas, 'Hallo, wo bleibt denn meine Bestellung?');
    const [ticket] = await ticketsOf(jonas);
    const { body } = await as('GET', `/tickets/${ticket!.number}/`);
    expect(body).toMatchObject({
      ...{ channel: 'MESSENGER', status: 'OPEN', languages: ['de'], customer: { name: 'Jonas Weber' } },
      ...{ subject: 'Hallo, wo bleibt denn meine Bestellung?' },
    });
    await says(jonas, 'Nummer 4711');
    expect(await ticketsOf(jonas)).toHaveLength(1);
    expect((await messagesOf(ticket!.number)).map((one) => one.body)).toEqual([
      'Hallo, wo bleibt denn meine Bestellung?',
      'Nummer 4711',
    ]);
    const { rowCount } = await sql.query(`SELECT 1 FROM outbound_mail WHERE ticket_id = $1`, [ticket!.id]);
    expect(rowCount).toBe(0);
  });

  test('a picture is fetched from where it lies, and kept as our own', async () => {
    await phone(emma, 'messages', { picture: true });
    await readMessenger();
    const [ticket] = await ticketsOf(emma);
    const last = (await messagesOf(ticket!.number)).at(-1)!;
    expect(last.attachments).toMatchObject([{ media_type: 'image/png' }]);
  });

  test('an address that is not gone to is named, and holds up nothing', async () => {
    const vendor = (await vendorPage(sql))!;
    const at = { sender: { id: emma }, recipient: { id: vendor.page_id }, timestamp: Date.now() };
    const attachments = ['http://169.254.169.254/meta', 'https://127.0.0.1/x.png', 'file:///etc/passwd'].map(
      (url) => ({
        ...{ type: 'image', payload: { url } },
      }),
    );
    await tellHouse(vendor, [{ ...at, message: { mid: 'm_ssrf', text: 'Look', attachments } }]);
    await readMessenger();
    const [ticket] = await ticketsOf(emma);
    expect((await messagesOf(ticket!.number)).at(-1)).toMatchObject({
      ...{ body: 'Look\n📎 meta\n📎 x.png\n📎 passwd', attachments: [] },
    });
  });

  test('thanks leave a solved ticket alone, anything else opens it; after it was closed a follow-up begins', async () => {
    await says(amelie, 'Bonjour, avez-vous encore la lampe bleue en stock ?');
    const [ticket] = await ticketsOf(amelie);
    await reply(ticket!.number, 'Oui.', { status: 'RESOLVED' });
    await says(amelie, 'Merci beaucoup !');
    expect((await ticketsOf(amelie))[0]).toMatchObject({ status: 'RESOLVED' });
    await says(amelie, 'Et la verte ?');
    expect((await ticketsOf(amelie))[0]).toMatchObject({ status: 'OPEN' });
    await sql.query(`UPDATE ticket SET status = 'CLOSED', closed_at = now() WHERE id = $1`, [ticket!.id]);
    await says(amelie, 'Une autre question');
    const [, next] = await ticketsOf(amelie);
    expect(next).toMatchObject({ follow_up_of: ticket!.id, status: 'OPEN' });
    // long after, it is another matter
    await sql.query(
      `UPDATE ticket SET status = 'CLOSED', closed_at = now() - interval '15 days' WHERE customer_id =
      (SELECT person_id FROM messenger_contact WHERE psid = $1)`,
      [amelie],
    );
    await says(amelie, 'Bonjour, où est mon nouveau colis ?');
    expect((await ticketsOf(amelie))[2]).toMatchObject({ follow_up_of: null, status: 'OPEN' });
  });

  test('what was typed in the page’s inbox is a message of ours; echoes of our own are not', async () => {
    const vendor = (await vendorPage(sql))!;
    const told = { mid: 'm_inbox', at: new Date(), text: 'I look into it', metadata: null };
    await tellHouse(vendor, [echoOfPage(vendor, emma, told)]);
    await readMessenger();
    const [ticket] = await ticketsOf(emma);
    expect((await messagesOf(ticket!.number)).at(-1)).toMatchObject({
      ...{ body: 'I look into it', author: { name: 'Lamps & More (Facebook)', role: 'agent' } },
      delivery: { state: 'sent', via: 'messenger' },
    });
    await tellHouse(vendor, [echoOfPage(vendor, '4711', { ...told, mid: 'm_nobody' })]);
    await readMessenger();
    expect((await eventsOf('echo'))[0]).toEqual({ state: 'ignored', reason: 'no_ticket' });
  });

  test('edits change what stands there; reactions, buttons and what we do not know do as they should', async () => {
    const vendor = (await vendorPage(sql))!;
    const at = () => ({ sender: { id: emma }, recipient: { id: vendor.page_id }, timestamp: Date.now() });
    await tellHouse(vendor, [
      { ...at(), message: { mid: 'm_edited', text: 'Befor' } },
      { ...at(), message_edit: { mid: 'm_edited', text: 'Before', num_edit: 1 } },
      { ...at(), message: { mid: 'm_edited', is_deleted: true } },
      { ...at(), reaction: { mid: 'm_x', action: 'react', emoji: '❤' } },
      { ...at(), message: { text: '\u200b', mid: 'm_empty' } },
      { ...at(), optin: { ref: 'x' } },
      { ...at(), postback: { title: 'Talk to somebody', payload: 'HUMAN' } },
    ]);
    await readMessenger();
    const [ticket] = await ticketsOf(emma);
    const [edited, pressed] = (await messagesOf(ticket!.number)).slice(-2);
    expect(edited).toMatchObject({ body: 'Before', edited_at: expect.any(String) });
    expect(pressed).toMatchObject({ body: 'Talk to somebody' });
    const { rows } = await sql.query(
      `SELECT kind, state, reason FROM messenger_event WHERE state = 'ignored' AND reason IN ('unsent', 'empty', 'unknown_kind')
       ORDER BY seq`,
    );
    expect(rows).toEqual([
      { kind: 'message', state: 'ignored', reason: 'unsent' },
      { kind: 'message', state: 'ignored', reason: 'empty' },
      { kind: 'other', state: 'ignored', reason: 'unknown_kind' },
    ]);
  });
});

describe('nothing is lost, and nothing is there twice', () => {
  test('the same webhook five times at once, and again later, is one message', async () => {
    const vendor = (await vendorPage(sql))!;
    const at = { sender: { id: giulia }, recipient: { id: vendor.page_id }, timestamp: Date.now() };
    const once = [{ ...at, message: { mid: 'm_once', text: 'Salve, la lampada blu è ancora disponibile?' } }];
    await Promise.all(Array.from({ length: 5 }, () => tellHouse(vendor, once)));
    await Promise.all([readMessenger(), readMessenger(), readMessenger()]);
    await tellHouse(vendor, once);
    await readMessenger();
    const [ticket, ...others] = await ticketsOf(giulia);
    expect(others).toEqual([]);
    expect(await messagesOf(ticket!.number)).toHaveLength(1);
  });

  test('50 messages of five people in one webhook, read by four at once: each in order', async () => {
    const vendor = (await vendorPage(sql))!;
    const people = ['901', '902', '903', '904', '905'];
    const began = Date.now() - 1_000;
    const batch = Array.from({ length: 50 }, (_, n) => ({
      ...{ sender: { id: people[n % 5] }, recipient: { id: vendor.page_id }, timestamp: began + n },
      message: { mid: `m_batch_${n}`, text: `Message ${n}` },
    }));
    expect(await tellHouse(vendor, batch)).toBe(200);
    await Promise.all(Array.from({ length: 4 }, () => readMessenger()));
    await readMessenger();
    for (const [place, psid] of people.entries()) {
      const [ticket, ...others] = await ticketsOf(psid);
      expect(others).toEqual([]);
      expect((await messagesOf(ticket!.number)).map(({ body }) => body)).toEqual(
        Array.from({ length: 10 }, (_, n) => `Message ${place + n * 5}`),
      );
    }
  });

  test('a worker that died while it read: its lease ends, one message is there, and it comes too late itself', async () => {
    await phone(giulia, 'messages', { text: 'E quando arriva?' });
    const dead = (await claimEvent())!;
    expect(await readMessenger()).toBe(0);
    await sql.query(`UPDATE messenger_event SET lease_until = now() - interval '1 second' WHERE id = $1`, [
      dead.id,
    ]);
    expect(await readMessenger()).toBe(1);
    await expect(settleEvent(sql as never, dead, { state: 'done' })).rejects.toThrow(ClaimLost);
    const [ticket] = await ticketsOf(giulia);
    expect((await messagesOf(ticket!.number)).filter(({ body }) => body === 'E quando arriva?')).toHaveLength(
      1,
    );
  });

  test('while files cannot be kept a picture waits, however often it is looked at, and is read then', async () => {
    const before = (await eventsOf('message')).length;
    await phone(giulia, 'messages', { picture: true });
    const isDue = () => sql.query(`UPDATE messenger_event SET lease_until = NULL WHERE state = 'received'`);
    await withoutFileStore(async () => {
      for (let looks = 0; looks < 8; looks++) {
        await isDue();
        await readMessenger();
      }
    });
    const waiting = await eventsOf('message');
    expect(waiting).toHaveLength(before + 1);
    expect(waiting[0]).toMatchObject({ state: 'received' });
    await isDue();
    await readMessenger();
    expect((await eventsOf('message'))[0]).toMatchObject({ state: 'done' });
  });

  /** A message with files that lie where the page's Facebook answers. */
  const sendsFiles = async (psid: string, message: { mid: string; text?: string }, ...names: string[]) => {
    const vendor = (await vendorPage(sql))!;
    const at = { sender: { id: psid }, recipient: { id: vendor.page_id }, timestamp: Date.now() };
    const attachments = names.map((name) => ({
      ...{ type: 'file', payload: { url: `http://localhost:${port}/${name}` } },
    }));
    await tellHouse(vendor, [{ ...at, message: { ...message, attachments } }]);
  };
  const eventOf = async (mid: string) =>
    (
      await sql.query<{ id: string; state: string; lease_until: Date }>(
        'SELECT id, state, lease_until FROM messenger_event WHERE key = $1',
        [mid],
      )
    ).rows[0]!;

  test('a file may come slowly: nobody else takes its message meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let come = () => {};
    lateFile = new Promise((resolve) => (come = resolve));
    const isAsked = new Promise<void>((resolve) => (onAsked = resolve));
    try {
      await sendsFiles(giulia, { mid: 'm_late' }, 'late.pdf');
      const reading = readMessenger();
      await isAsked;
      await sql.query(
        `UPDATE messenger_event SET lease_until = now() - interval '1 minute' WHERE key = 'm_late'`,
      );
      vi.advanceTimersByTime(10_000);
      await vi.waitFor(async () =>
        expect((await eventOf('m_late')).lease_until.getTime()).toBeGreaterThan(Date.now()),
      );
      come();
      await reading;
    } finally {
      come();
      vi.useRealTimers();
    }
    const [ticket] = await ticketsOf(giulia);
    expect((await messagesOf(ticket!.number)).at(-1)!.attachments).toMatchObject([{ name: 'late.pdf' }]);
  });

  test('the words are not lost with files that cannot be had: the last try goes without them', async () => {
    await sendsFiles(giulia, { mid: 'm_broken', text: 'Ecco la fattura' }, 'broken.pdf');
    await sql.query(`UPDATE messenger_event SET attempts = 5 WHERE key = 'm_broken'`);
    await readMessenger();
    const [ticket] = await ticketsOf(giulia);
    expect((await messagesOf(ticket!.number)).at(-1)).toMatchObject({
      ...{ body: 'Ecco la fattura\n📎 broken.pdf', attachments: [] },
    });
  });

  test('what failed is read again when an admin wants it, once, and the log tells of it', async () => {
    await sendsFiles(giulia, { mid: 'm_failed', text: 'Mi sentite?' });
    // workers were lost while they read it
    await sql.query(`UPDATE messenger_event SET attempts = 6 WHERE key = 'm_failed'`);
    await readMessenger();
    const { id, state } = await eventOf('m_failed');
    expect(state).toBe('failed');
    expect(await as('POST', `/messenger-events/${id}/reprocess/`)).toMatchObject({
      status: 202,
      body: { id },
    });
    await readMessenger();
    expect(await eventOf('m_failed')).toMatchObject({ state: 'done' });
    const [ticket] = await ticketsOf(giulia);
    const said = (await messagesOf(ticket!.number)).filter(({ body }) => body === 'Mi sentite?');
    expect(said).toHaveLength(1);
    const again = await as('POST', `/messenger-events/${id}/reprocess/`);
    expect([again.status, again.body.error!.code]).toEqual([409, 'not_recoverable']);
    const { rows } = await sql.query(`SELECT data FROM event WHERE type = 'messenger_event.reread'`);
    expect(rows).toEqual([{ data: { messenger_event_id: id, name: 'Lamps & More' } }]);
  });

  test('a worker that died after Facebook had it: the echo ends it, and it is not sent again', async () => {
    const [ticket] = await ticketsOf(giulia);
    await goRound();
    await reply(ticket!.number, 'Arriva domani.');
    const dead = (await claimSend())!;
    const vendor = (await vendorPage(sql))!;
    const told = { mid: 'm_dead', at: new Date(), text: 'Arriva domani.', metadata: dead.id };
    await tellHouse(vendor, [echoOfPage(vendor, giulia, told)]);
    await readMessenger();
    await sql.query(`UPDATE messenger_send SET lease_until = now() - interval '1 second' WHERE id = $1`, [
      dead.id,
    ]);
    expect(await sendMessenger()).toBe(0);
    expect((await messagesOf(ticket!.number)).at(-1)!.delivery).toMatchObject({ state: 'sent' });
  });

  test('a worker that died before: it is sent when its lease is over, once', async () => {
    const [ticket] = await ticketsOf(giulia);
    await reply(ticket!.number, 'A presto.');
    const dead = (await claimSend())!;
    await sql.query(`UPDATE messenger_send SET lease_until = now() - interval '1 second' WHERE id = $1`, [
      dead.id,
    ]);
    await goRound();
    await goRound();
    const there = (await talk(giulia)).messages.filter(({ text }) => text === 'A presto.');
    expect(there).toHaveLength(1);
  });
});

describe('what leaves', () => {
  test('an echo and a receipt are looked up, not searched for among all that ever left', async () => {
    const plans: string[] = [];
    const { rows } = await sql.query<{ id: string }>('SELECT id FROM messenger_send LIMIT 1');
    await inTransaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      const seen: Tx = {
        ...tx,
        async query(text, values) {
          const isAsked = /(FROM|UPDATE) messenger_send/.test(text);
          if (isAsked) plans.push(JSON.stringify((await tx.query(`EXPLAIN ${text}`, values)).rows));
          return tx.query(text, values);
        },
      };
      const at = { page_id: page, happened_at: new Date() };
      expect(await knowOwn(seen, at, { mid: '', metadata: rows[0]!.id })).toBe(true);
      expect(await knowOwn(seen, at, { mid: 'm_x', metadata: 'no id of ours' })).toBe(false);
      const claimed = { ...at, kind: 'delivery', psid: emma } as Parameters<typeof placeReceipt>[1];
      await placeReceipt(seen, claimed, { mids: [], until: new Date() });
    });
    expect(plans.length).toBeGreaterThan(4);
    for (const plan of plans) expect(plan).not.toContain('Seq Scan on messenger_send');
    expect(plans.filter((plan) => plan.includes('messenger_send_undelivered'))).toHaveLength(2);
  });

  test('an answer with marks and a file arrives in order, is delivered, and is read', async () => {
    await says(layla, 'مرحبا، هل المصباح الأزرق ما زال متوفرا؟');
    const [ticket] = await ticketsOf(layla);
    const form = new FormData();
    form.set('file', new Blob(['%PDF-1.4 x'], { type: 'application/pdf' }), 'offer.pdf');
    const upload = await fetch(`http://localhost:${port}/api/attachments/`, {
      ...{ method: 'POST', body: form, headers: { authorization: `Bearer ${admin.access}` } },
    });
    const { id } = (await upload.json()) as { id: string };
    await reply(ticket!.number, '**Yes**, see [the offer](https://a.test/x).', {
      format: 'markdown',
      attachments: [id],
    });
    const last = async () => (await messagesOf(ticket!.number)).at(-1)!.delivery;
    expect(await last()).toEqual({ state: 'queued', detail: null, via: 'messenger' });
    await goRound();
    const { messages } = await talk(layla);
    expect(messages.slice(-2)).toMatchObject([
      { by_page: true, text: 'Yes, see the offer (https://a.test/x).' },
      { by_page: true, text: null, file: { name: 'offer.pdf' } },
    ]);
    expect(await last()).toMatchObject({ state: 'delivered' });
    await phone(layla, 'read');
    await readMessenger();
    expect(await last()).toMatchObject({ state: 'read' });
    expect((await eventsOf('echo')).slice(0, 2)).toEqual([
      { state: 'ignored', reason: 'own_echo' },
      { state: 'ignored', reason: 'own_echo' },
    ]);
    const { rowCount } = await sql.query(`SELECT 1 FROM outbound_mail WHERE ticket_id = $1`, [ticket!.id]);
    expect(rowCount).toBe(0);
  });

  test('a long answer leaves in parts; notes do not leave at all', async () => {
    const [ticket] = await ticketsOf(layla);
    await reply(ticket!.number, 'For the team', { is_internal: true });
    await reply(ticket!.number, `${'word '.repeat(900)}end`);
    await goRound();
    const parts = (await talk(layla)).messages.slice(-3);
    expect(parts.every(({ by_page, text }) => by_page && text!.length <= 2_000)).toBe(true);
    expect(parts.map(({ text }) => text).join(' ')).toBe(`${'word '.repeat(900)}end`);
  });

  test('a limit and a server error are waited for, in order; what is refused says so and can be tried again', async () => {
    const [ticket] = await ticketsOf(layla);
    await phone(layla, '', { trouble: 'rate' });
    await reply(ticket!.number, 'First');
    await reply(ticket!.number, 'Second');
    await sendMessenger();
    const deliveries = async () =>
      (await messagesOf(ticket!.number)).slice(-2).map(({ delivery }) => delivery);
    expect(await deliveries()).toMatchObject([
      { state: 'deferred', detail: expect.stringContaining('613') },
      { state: 'queued' },
    ]);
    await phone(layla, '', { trouble: 'server' });
    await sql.query('UPDATE messenger_send SET next_attempt_at = now()');
    await sendMessenger();
    expect(await deliveries()).toMatchObject([{ state: 'deferred' }, { state: 'queued' }]);
    await sql.query('UPDATE messenger_send SET next_attempt_at = now()');
    await goRound();
    expect((await talk(layla)).messages.slice(-2).map(({ text }) => text)).toEqual(['First', 'Second']);

    await phone(layla, '', { trouble: 'unavailable' });
    const { body } = await reply(ticket!.number, 'Third');
    await sendMessenger();
    expect((await deliveries())[1]).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('551'),
    });
    const again = await as('POST', `/tickets/${ticket!.number}/messages/${body.id}/resend/`);
    expect(again).toMatchObject({ status: 200, body: { delivery: { state: 'queued' } } });
    await goRound();
    expect((await talk(layla)).messages.at(-1)).toMatchObject({ text: 'Third' });
    expect(
      (await as('POST', `/tickets/${ticket!.number}/messages/${body.id}/resend/`)).body.error!.code,
    ).toBe('nothing_failed');
  });

  test('what was taken out does not leave any more, and is written down nowhere', async () => {
    const secret = 'My password is hunter2';
    await says(layla, secret);
    const [ticket] = await ticketsOf(layla);
    const asked = (await messagesOf(ticket!.number)).at(-1)!;
    await phone(layla, '', { trouble: 'server' });
    const tried = await reply(ticket!.number, `You said: ${secret}`);
    await sendMessenger();
    const waiting = await reply(ticket!.number, `Again: ${secret}`);
    for (const id of [asked.id, tried.body.id, waiting.body.id])
      expect((await as('POST', `/tickets/${ticket!.number}/messages/${id}/redact/`)).status).toBe(200);
    await sql.query('UPDATE messenger_send SET next_attempt_at = now()');
    await goRound();
    expect((await talk(layla)).messages.at(-1)).toMatchObject({ by_page: false, text: secret });
    const { rows } = await sql.query(
      `SELECT text FROM messenger_send WHERE text LIKE '%hunter2%'
       UNION ALL SELECT raw FROM messenger_event WHERE raw LIKE '%hunter2%'`,
    );
    expect(rows).toEqual([]);
  });

  test('what was taken out while it was on its way is not tried again', async () => {
    const [ticket] = await ticketsOf(layla);
    const { body } = await reply(ticket!.number, 'Half way');
    const claimed = await claimSend();
    expect(claimed).toMatchObject({ message_id: body.id });
    await as('POST', `/tickets/${ticket!.number}/messages/${body.id}/redact/`);
    await sql.query(`UPDATE messenger_send SET lease_until = now() - interval '1 s' WHERE id = $1`, [
      claimed!.id,
    ]);
    await goRound();
    expect((await talk(layla)).messages.map(({ text }) => text)).not.toContain('Half way');
  });

  test('what is tried in vain for a day has failed', async () => {
    const [ticket] = await ticketsOf(layla);
    await phone(layla, '', { trouble: 'server' });
    await reply(ticket!.number, 'Fourth');
    await sql.query(
      `UPDATE messenger_send SET queued_at = now() - interval '25 hours' WHERE state = 'queued'`,
    );
    await sendMessenger();
    expect((await messagesOf(ticket!.number)).at(-1)!.delivery).toMatchObject({ state: 'failed' });
  });
});

describe('the window', () => {
  test('when a day has passed nobody answers, now or later; a new message opens it, and people may have longer', async () => {
    await says(jonas, 'Sind Sie noch da?');
    const [ticket] = await ticketsOf(jonas);
    const messaging = async () => (await as('GET', `/tickets/${ticket!.number}/messaging/`)).body.window;
    expect(await messaging()).toMatchObject({
      page: 'Lamps & More',
      state: 'open',
      ends_at: expect.any(String),
    });
    const tomorrow = new Date(Date.now() + 25 * 3_600_000).toISOString();
    expect(await reply(ticket!.number, 'Morgen', { send_at: tomorrow })).toMatchObject({
      ...{ status: 409, body: { error: { code: 'window_closed' } } },
    });
    const held = await reply(ticket!.number, 'Gleich', { hold_seconds: 60 });
    await phone(jonas, 'day');
    expect(await messaging()).toMatchObject({ state: 'closed', ends_at: null });
    expect(await reply(ticket!.number, 'Zu spät')).toMatchObject({
      ...{ status: 409, body: { error: { code: 'window_closed' } } },
    });
    expect(await reply(ticket!.number, 'Notiz', { is_internal: true })).toMatchObject({ status: 201 });
    const stopped = await as('POST', `/tickets/${ticket!.number}/held/${held.body.id}/send-now/`);
    expect(stopped.status, stopped.text).toBe(409);

    await as('PATCH', `/channels/messenger/${page}/`, { human_agent: true });
    expect(await messaging()).toMatchObject({ state: 'human_agent' });
    await reply(ticket!.number, 'Als Mensch');
    await goRound();
    expect((await talk(jonas)).messages.at(-1)).toMatchObject({ text: 'Als Mensch' });
    const { rows } = await sql.query('SELECT tag FROM lab_messenger_message WHERE text = $1', ['Als Mensch']);
    expect(rows).toEqual([{ tag: 'HUMAN_AGENT' }]);
    await as('PATCH', `/channels/messenger/${page}/`, { human_agent: false });
    await says(jonas, 'Hallo?');
    expect(await messaging()).toMatchObject({ state: 'open' });
  });

  test('what Facebook finds too late closes the window here too, until the customer writes', async () => {
    const [ticket] = await ticketsOf(jonas);
    // its clock is another than ours
    await sql.query(`UPDATE lab_messenger_message SET at = at - interval '1 day' WHERE psid = $1`, [jonas]);
    await reply(ticket!.number, 'Gerade noch');
    await sendMessenger();
    expect((await messagesOf(ticket!.number)).at(-1)!.delivery).toMatchObject({
      ...{ state: 'failed', detail: expect.stringContaining('2018278') },
    });
    expect((await reply(ticket!.number, 'Noch eine')).body.error!.code).toBe('window_closed');
    await says(jonas, 'Da bin ich wieder');
    expect((await reply(ticket!.number, 'Gut')).status).toBe(201);
  });

  test('a page that is switched off neither takes nor sends', async () => {
    const [ticket] = await ticketsOf(jonas);
    await as('PATCH', `/channels/messenger/${page}/`, { is_active: false });
    expect((await reply(ticket!.number, 'Hallo')).body.error!.code).toBe('channel_off');
    expect(await tellHouse((await vendorPage(sql))!, [{}])).toBe(404);
    await as('PATCH', `/channels/messenger/${page}/`, { is_active: true });
  });
});

describe('the door (bad input B71)', () => {
  const hand = async (
    raw: string | Uint8Array,
    { id = page, headers = {} as Record<string, string> } = {},
  ) => {
    const { appSecret } = vendorSecrets((await vendorPage(sql))!);
    return send('POST', `/channels/messenger/${id}/`, {
      body: raw,
      headers: { 'x-hub-signature-256': hubSignatureOf(appSecret, Buffer.from(raw)), ...headers },
    });
  };
  const count = async () => (await sql.query('SELECT 1 FROM messenger_event')).rowCount;
  const message = (text: string, psid = '777') => ({
    ...{ sender: { id: psid }, recipient: { id: '1' }, timestamp: Date.now() },
    message: { mid: `m_${Math.random()}`, text },
  });
  const webhook = (...messaging: object[]) =>
    JSON.stringify({ object: 'page', entry: [{ id: '100000000000001', time: 1, messaging }] });

  test('any wrong signature is 401 before the body is looked at, and nothing is kept', async () => {
    const before = await count();
    const raw = webhook(message('x'));
    const right = hubSignatureOf(vendorSecrets((await vendorPage(sql))!).appSecret, Buffer.from(raw));
    const wrong = [
      ...['', 'sha256=', right.slice(7), right.toUpperCase(), `${right}00`, right.slice(0, -1), 'sha1=abc'],
      ...[hubSignatureOf('x', Buffer.from(raw)), hubSignatureOf('x'.repeat(500), Buffer.from(raw))],
      hubSignatureOf(
        vendorSecrets((await vendorPage(sql))!).appSecret,
        Buffer.from(raw.replace('"x"', '"y"')),
      ),
    ];
    for (const signature of wrong)
      expect((await hand(raw, { headers: { 'x-hub-signature-256': signature } })).status, signature).toBe(
        401,
      );
    const without = await send('POST', `/channels/messenger/${page}/`, { body: raw });
    const broken = await hand('{', { headers: { 'x-hub-signature-256': wrong[0]! } });
    const nobody = await hand(raw, { id: '01900000-0000-7000-8000-000000000000' });
    expect([without.status, broken.status, nobody.status]).toEqual([401, 401, 401]);
    expect(await count()).toBe(before);
  });

  test.each([
    ['no JSON', '{"object":', 400],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400],
    ['nested without end', `${'['.repeat(100_000)}`, 400],
    ['not of a page', '{"object":"instagram","entry":[]}', 200],
    ['entries of nothing', '{"object":"page","entry":[{"id":"1","messaging":[{}, 7, null]}]}', 200],
    ['too much', Buffer.alloc(4 * 1024 * 1024 + 1, 0x20), 413],
  ])('%s', async (_what, raw, status) => {
    expect((await hand(raw)).status).toBe(status);
  });

  test('50,000 characters, null bytes, right to left and a page that is not ours are kept as they should be', async () => {
    const long = 'ä'.repeat(50_000);
    await hand(
      webhook(message(long, '778'), message('a\u0000b\u0007', '779'), message('\u202eمرحبا\u202c', '780')),
    );
    await hand(JSON.stringify({ object: 'page', entry: [{ id: '999', messaging: [message('elsewhere')] }] }));
    await readMessenger();
    const bodies = await Promise.all(
      ['778', '779', '780'].map(
        async (psid) => (await messagesOf((await ticketsOf(psid))[0]!.number))[0]!.body,
      ),
    );
    expect(bodies).toEqual([long, 'ab', '\u202eمرحبا\u202c']);
    expect((await eventsOf('message'))[0]).toEqual({ state: 'ignored', reason: 'unknown_page' });
    const { rowCount } = await sql.query(
      `SELECT 1 FROM messenger_event WHERE state IN ('received', 'failed')`,
    );
    expect(rowCount).toBe(0);
  });

  test('its word is asked for as Facebook does', async () => {
    const { body } = await as('GET', `/channels/messenger/${page}/webhook/`);
    const ask = (word: string, mode = 'subscribe') =>
      send('GET', `/channels/messenger/${page}/?hub.mode=${mode}&hub.verify_token=${word}&hub.challenge=42`);
    expect(await ask(String(body.verify_token))).toMatchObject({ status: 200, text: '42' });
    for (const answer of [await ask('x'), await ask(''), await ask(String(body.verify_token), 'unsubscribe')])
      expect(answer.status).toBe(403);
    expect((await send('GET', `/channels/messenger/${page}/`)).status).toBe(403);
  });
});

describe('an admin', () => {
  test('connects a page, whose secrets nobody is ever told, and sees how it is', async () => {
    const input = { page_id: '12345', name: 'Shop', access_token: 'EAAtoken', app_secret: 'appsecret' };
    const made = await as('POST', '/channels/messenger/', input);
    expect(made).toMatchObject({
      status: 201,
      body: { page_id: '12345', is_lab: false, last_event_at: null },
    });
    expect(made.text).not.toMatch(/EAAtoken|appsecret/);
    expect((await as('POST', '/channels/messenger/', input)).body.error!.fields).toEqual({
      page_id: ['taken'],
    });
    const { rows } = await sql.query<{ access_token: string }>(
      'SELECT access_token, app_secret FROM messenger_page WHERE page_id = $1',
      ['12345'],
    );
    expect(JSON.stringify(rows)).not.toMatch(/EAAtoken|appsecret/);
    const list = await as('GET', '/channels/messenger/');
    expect(list.body.results).toMatchObject([
      { is_lab: true, last_event_at: expect.any(String), last_failure: { error: expect.any(String) } },
      { name: 'Shop' },
    ]);
    expect(await as('POST', `/channels/messenger/${page}/test/`)).toMatchObject({
      body: { is_ok: true, name: 'Lamps & More', problem: null },
    });
    await sql.query(`UPDATE messenger_page SET graph_url = 'http://localhost:9' WHERE page_id = '12345'`);
    expect((await as('POST', `/channels/messenger/${made.body.id}/test/`)).body).toMatchObject({
      is_ok: false,
    });
    const told = await as('GET', '/messenger-events/?state=ignored&limit=2');
    expect(told.body).toMatchObject({
      next: expect.any(String),
      results: [{ state: 'ignored' }, { state: 'ignored' }],
    });
  });
});
