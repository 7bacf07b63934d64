import { beforeAll, expect, test } from 'vitest';
import { api } from '@/lib/api/app';
import { signatureOf } from '@/lib/channels/email/webhook-signature';
import { newId } from '@/lib/clock';
import { processMails } from '@/lib/commands/process-mails';
import { sendDueMails } from '@/lib/commands/send-due-mails';
import { sql } from '@/lib/db/transaction';
import { readReplyToken } from '@/lib/email/reply-token';
import { closeTransport, openTransport } from '@/lib/email/transport';
import { addActor } from '@/tests/factories';
import { send, signedIn } from '@/tests/identity';
import { rawMail } from '@/tests/mail-in';
import { startScriptedSmtp } from '@/tests/scripted-smtp';

/** A mailbox as an admin and a provider use it, over the API. */
let access: string;
let mailbox: { id: string; url: string; key: string };

const call = (method: string, path: string, body?: unknown) =>
  send(method, path, { access, ...(body === undefined ? {} : { body }) });

beforeAll(async () => {
  const actor = await addActor('admin');
  const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
  access = (await signedIn(rows[0] as Parameters<typeof signedIn>[0])).access;
  const made = await call('POST', '/channels/email/', {
    address: 'Support@House.test',
    signature: 'Your house',
  });
  expect(made).toMatchObject({ status: 201, body: { address: 'support@house.test', is_active: true } });
  const id = String(made.body.id);
  const { body } = await call('GET', `/channels/email/${id}/key/`);
  mailbox = { id, url: String(body.url), key: String(body.key) };
});

/** As a provider hands it in, unless told otherwise. */
const hand = (
  raw: string | Uint8Array,
  { seconds = Math.floor(Date.now() / 1_000), key = mailbox.key, sign = raw } = {},
) =>
  send('POST', `/channels/email/${mailbox.id}/`, {
    body: raw,
    headers: {
      'content-type': 'message/rfc822',
      'x-switchboard-timestamp': String(seconds),
      'x-switchboard-signature': signatureOf(key, String(seconds), Buffer.from(sign)),
    },
  });

test('a signed mail is kept and becomes a ticket; the same request again is the same mail (B71)', async () => {
  const seconds = Math.floor(Date.now() / 1_000);
  const raw = rawMail({}, 'By webhook.');
  const [first, again] = [await hand(raw, { seconds }), await hand(raw, { seconds })];
  expect(first.status).toBe(202);
  expect(again).toMatchObject({ status: 202, body: { id: first.body.id } });
  await processMails();
  const detail = await call('GET', `/inbound-mails/${first.body.id}/`);
  expect(detail.body).toMatchObject({
    state: 'created',
    door: 'webhook',
    text: 'By webhook.\n',
    ticket: { number: expect.any(Number) },
  });
  const { rows } = await sql.query(
    `SELECT body FROM message m JOIN inbound_mail i ON i.message_id = m.id WHERE i.id = $1`,
    [first.body.id],
  );
  expect(rows).toEqual([{ body: 'By webhook.' }]);
});

test.each([
  ['another key', { key: 'x' }],
  ['six minutes old', { seconds: Math.floor(Date.now() / 1_000) - 360 }],
  ['of the future', { seconds: Math.floor(Date.now() / 1_000) + 360 }],
  ['another body', { sign: 'From: a@b.test' }],
])('%s: 401, and nothing is kept', async (_what, wrong) => {
  const before = await call('GET', '/inbound-mails/counts/');
  expect((await hand(rawMail({}), wrong)).status).toBe(401);
  expect((await call('GET', '/inbound-mails/counts/')).body).toEqual(before.body);
});

test('without a signature, or after the key was renewed: 401; switched off: 404', async () => {
  const bare = { body: rawMail({}), headers: { 'content-type': 'message/rfc822' } };
  expect((await send('POST', `/channels/email/${mailbox.id}/`, bare)).status).toBe(401);
  const { body } = await call('POST', `/channels/email/${mailbox.id}/key/`);
  expect((await hand(rawMail({}))).status).toBe(401);
  mailbox.key = String(body.key);
  expect((await call('PATCH', `/channels/email/${mailbox.id}/`, { is_active: false })).status).toBe(200);
  expect((await hand(rawMail({}))).status).toBe(404);
  await call('PATCH', `/channels/email/${mailbox.id}/`, { is_active: true });
  expect((await hand(rawMail({}))).status).toBe(202);
});

test('not a byte is read of a mail that no provider of a mailbox in use can have sent', async () => {
  const now = String(Math.floor(Date.now() / 1_000));
  const signature = `sha256=${'0'.repeat(64)}`;
  const knock = async (id: string, headers: Record<string, string>) => {
    let pieces = 0;
    const body = new ReadableStream(
      {
        pull(stream) {
          stream.enqueue(Buffer.alloc(1024));
          if (++pieces === 100) stream.close();
        },
      },
      { highWaterMark: 0 },
    );
    const { status } = await api.request(`http://localhost:3000/api/channels/email/${id}/`, {
      ...{ method: 'POST', body, duplex: 'half' },
      headers: { 'content-type': 'message/rfc822', ...headers },
    });
    return { status, pieces };
  };
  const stamped = { 'x-switchboard-timestamp': now, 'x-switchboard-signature': signature };
  const unread = { status: 401, pieces: 0 };
  expect(await knock(mailbox.id, {})).toEqual(unread);
  expect(await knock(mailbox.id, { ...stamped, 'x-switchboard-signature': 'sha256=0' })).toEqual(unread);
  expect(await knock(mailbox.id, { ...stamped, 'x-switchboard-timestamp': '1' })).toEqual(unread);
  expect(await knock(newId(), stamped)).toEqual(unread);
  expect(await knock(mailbox.id, stamped)).toEqual({ status: 401, pieces: 100 });
  await call('PATCH', `/channels/email/${mailbox.id}/`, { is_active: false });
  expect(await knock(mailbox.id, stamped)).toEqual({ status: 404, pieces: 0 });
  await call('PATCH', `/channels/email/${mailbox.id}/`, { is_active: true });
});

test('heavy and broken mails end in a state, with their raw bytes to be had, and the next one is read (B82 to B88)', async () => {
  const parts = Array.from({ length: 10_000 }, () => '--x\r\nContent-Type: text/plain\r\n\r\na\r\n').join('');
  const nested = Array.from(
    { length: 500 },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
  ).join('');
  const heavy = [
    rawMail({ 'Content-Type': 'multipart/mixed; boundary=x' }, parts),
    `From: a@b.test\r\n${nested}`,
    rawMail({ To: 'a('.repeat(50_000) }),
    rawMail({ To: 'g:'.repeat(20_000) }),
    rawMail({ To: 'a (x)'.repeat(20_000) }),
    rawMail({ 'Content-Type': 'text/html' }, '<div>'.repeat(50_000)),
    rawMail({ 'Content-Type': 'text/html' }, `<p title="${'x'.repeat(2_000_000)}">Hello</p>`),
    rawMail({ 'Content-Type': 'text/plain; charset=x-unknown' }, 'caf\u00e9 \0 end'),
    rawMail({ 'Content-Transfer-Encoding': 'base64' }, '!!!not base64!!!'),
    rawMail({ Subject: undefined, 'Message-ID': `<${'x'.repeat(2_000)}@y>` }),
    '\0\0\0',
    'no headers at all',
  ];
  const ids: string[] = [];
  for (const raw of heavy) ids.push(String((await hand(raw)).body.id));
  const last = await hand(rawMail({}, 'I am an ordinary mail.'));
  const began = performance.now();
  await processMails();
  expect(performance.now() - began).toBeLessThan(30_000);
  const { rows } = await sql.query<{ state: string; reason: string | null }>(
    'SELECT state, reason FROM inbound_mail WHERE id = ANY($1) ORDER BY received_at, id',
    [[...ids, last.body.id]],
  );
  expect(rows.at(-1)).toEqual({ state: 'created', reason: null });
  expect(rows.filter(({ state }) => state === 'received' || state === 'failed')).toEqual([]);
  expect(rows[1]).toEqual({ state: 'quarantined', reason: 'unreadable' });
  const raw = await send('GET', `/inbound-mails/${ids[1]}/raw/`, { access });
  expect(raw.status).toBe(200);
  const { body } = await call('GET', '/inbound-mails/counts/');
  const counts = body as unknown as { all: number; received: number; ends: Record<string, number> };
  expect(Object.values(counts.ends).reduce((sum, n) => sum + n, counts.received)).toBe(counts.all);
}, 60_000);

test('an answer leaves from the mailbox, can be answered, and stands in the thread of what it answers', async () => {
  const smtp = await startScriptedSmtp();
  openTransport(smtp.url);
  try {
    await call('PATCH', `/channels/email/${mailbox.id}/`, { sender: 'House Support', history: 'last' });
    const { body: taken } = await hand(
      rawMail({ From: 'Carla <thread@example.test>', 'Message-ID': '<hers@example.test>' }, 'It is broken.'),
    );
    await processMails(String(taken.id));
    const { rows } = await sql.query<{ id: string }>(
      'SELECT ticket_id AS id FROM inbound_mail WHERE id = $1',
      [taken.id],
    );
    const ticketId = rows[0]!.id;
    await call('POST', `/tickets/${ticketId}/messages/`, { body: 'Turn it on.' });
    await sendDueMails();
    const reply = smtp.received.find(({ raw }) => raw.includes('Turn it on.'))!.raw;
    const header = (name: string) =>
      new RegExp(`^${name}:\\s*((?:.*\\r\\n[ \\t])*.*)\\r\\n`, 'im')
        .exec(reply)?.[1]
        ?.replace(/\r\n\s*/g, ' ') ?? '';
    expect(header('from')).toMatch(/\(House Support\)"? <support@house\.test>$/);
    const [, token = ''] = /support\+([a-z2-7]+)@house\.test/.exec(header('reply-to')) ?? [];
    expect(readReplyToken(token)).toBe(ticketId);
    expect(header('in-reply-to')).toBe('<hers@example.test>');
    expect(header('references')).toMatch(/^<t\..+<hers@example\.test>/);
    expect(reply).toContain('Your house');
    expect(reply).toContain(`[ref:${token}]`);
    expect(reply).toContain('It is broken.');
    expect(reply).not.toContain('Nobody reads');
    // the acknowledgement shows a stranger nothing that was typed
    const received = smtp.received.find(({ raw }) => /auto-replied/i.test(raw))!.raw;
    expect(received).not.toContain('It is broken.');
    // what she answers comes home without what we wrote
    const { body: answer } = await hand(
      rawMail(
        { From: 'thread@example.test', 'Message-ID': '<next@example.test>' },
        `Done!\n\nOn Mon, 2 Nov 2026 at 10:00, House wrote:\n> Turn it on.\n> [ref:${token}]`,
      ),
    );
    await processMails(String(answer.id));
    const { rows: all } = await sql.query(
      'SELECT body FROM message WHERE ticket_id = $1 ORDER BY created_at',
      [ticketId],
    );
    expect(all.map(({ body }) => body)).toEqual(['It is broken.', 'Turn it on.', 'Done!']);
  } finally {
    closeTransport();
    await smtp.stop();
  }
});
