import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { addActor } from '@/tests/factories';
import { addMailbox, ended, rawMail, receive } from '@/tests/mail-in';
import { addTicket, ledgerRow, queue, queueReply } from '@/tests/mail-ledger';
import { withoutFileStore } from '@/tests/store-away';
import { inTransaction, sql } from '../db/transaction';
import { composeMail } from '../email/compose-mail';
import { messageIdFor, threadIdFor } from '../email/message-id';
import { replyTokenFor, staffTokenFor } from '../email/reply-token';
import { getMailFacts } from '../queries/get-mail-facts';
import { getTicket } from '../queries/get-ticket';
import { markerFor } from '../rules/mail-references';
import { MAIL_ENDS } from '../rules/mail-states';
import { splitInput } from '../schemas/lifecycle';
import { processMails } from './process-mails';
import { rereadMail } from './reread-mail';
import { splitTicket } from './split-ticket';
import { claimMail } from './steps/claim-mail';
import { keepMail } from './steps/keep-mail';

let mailbox: string;
beforeAll(async () => {
  mailbox = await addMailbox('support@switchboard.test');
});

test('104 real and broken mails each end in one state, within two seconds, and none is lost', async () => {
  const folder = 'tests/mails/inbound';
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  const ends = new Map<string, string[]>();
  // the first mail also starts the threads
  await receive(mailbox, 'From: warm@example.test\n\nHello');
  for (const name of names) {
    const raw = readFileSync(`${folder}/${name}`);
    const began = performance.now();
    const mail = await receive(mailbox, raw);
    expect(performance.now() - began, name).toBeLessThan(2_000);
    expect(MAIL_ENDS, `${name} ${mail.detail}`).toContain(mail.state);
    expect(mail.state, `${name}: ${mail.detail}`).not.toBe('failed');
    const end = [mail.state, mail.reason].filter(Boolean).join(' ');
    ends.set(end, [...(ends.get(end) ?? []), name]);
  }
  console.info([...ends].map(([end, of]) => `${of.length} ${end}: ${of.join(' ')}`).join('\n'));
  expect(names).toHaveLength(104);
  const { rows } = await sql.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM inbound_mail WHERE settled_at IS NULL',
  );
  expect(rows[0]!.n).toBe(0);
}, 60_000);

/** What the mails of a test looked like on their way out, from the ledger and the words of the house. */
async function replyAddressOf(number: number): Promise<string> {
  const { rows } = await sql.query<{ id: string }>('SELECT id FROM ticket WHERE number = $1', [number]);
  return `support+${replyTokenFor(rows[0]!.id)}@switchboard.test`;
}
const messagesOf = async (ticketId: string | null) =>
  (
    await sql.query<{ body: string; format: string; author_id: string }>(
      'SELECT body, format, author_id FROM message WHERE ticket_id = $1 ORDER BY created_at, id',
      [ticketId],
    )
  ).rows;
const ticketOf = async (id: string | null) =>
  (
    await sql.query<{
      status: string;
      number: number;
      subject: string;
      customer_id: string;
      mailbox_id: string;
    }>('SELECT status, number, subject, customer_id, mailbox_id FROM ticket WHERE id = $1', [id])
  ).rows[0]!;
const acknowledged = async (ticketId: string | null) =>
  (
    await sql.query(`SELECT 1 FROM outbound_mail WHERE ticket_id = $1 AND template = 'ticket_received'`, [
      ticketId,
    ])
  ).rowCount;

describe('where a mail goes', () => {
  test('a stranger’s first mail is a ticket of a customer nobody has proved, with words, file and language', async () => {
    await addActor('agent', { languages: ['de'] });
    const raw = [
      'From: =?utf-8?Q?J=C3=BCrgen?= <Juergen@Example.test>',
      'To: support@switchboard.test',
      'Subject: AW: Drucker [#1] druckt nicht',
      'Message-ID: <first@example.test>',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      'Guten Tag, mein Drucker druckt seit gestern überhaupt nicht mehr. Können Sie mir bitte helfen?',
      '',
      '-- ',
      'Jürgen',
      '--b',
      'Content-Type: application/octet-stream; name="../fehler.txt"',
      'Content-Disposition: attachment; filename="../fehler.txt"',
      '',
      'E-50',
      '--b--',
    ].join('\r\n');
    const mail = await receive(mailbox, raw);
    expect(mail).toMatchObject({ state: 'created', reason: null });
    expect(await ticketOf(mail.ticket_id)).toMatchObject({
      subject: 'Drucker druckt nicht',
      mailbox_id: mailbox,
    });
    const { rows } = await sql.query(
      `SELECT p.email, p.name, p.is_unproven, t.languages, t.channel, f.name AS file, m.body
       FROM ticket t JOIN person p ON p.id = t.customer_id JOIN message m ON m.ticket_id = t.id
       JOIN attachment f ON f.message_id = m.id WHERE t.id = $1`,
      [mail.ticket_id],
    );
    expect(rows).toEqual([
      {
        ...{
          email: 'juergen@example.test',
          name: 'Jürgen',
          is_unproven: true,
          languages: ['de'],
          channel: 'EMAIL',
        },
        ...{ file: 'fehler.txt', body: expect.stringMatching(/^Guten Tag.*helfen\?$/) },
      },
    ]);
    expect(await acknowledged(mail.ticket_id)).toBe(1);
  });

  test('with pictures shows those that it brought where they belong, by its own files alone', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const part = (head: string[], body: string) => ['--r', ...head, '', body];
    const file = (type: string, name: string, id: string, body: string) =>
      part(
        [
          `Content-Type: ${type}; name="${name}"`,
          'Content-Transfer-Encoding: base64',
          `Content-ID: <${id}>`,
          `Content-Disposition: inline; filename="${name}"`,
        ],
        body,
      );
    const html =
      '<p>See</p><img src="cid:shot%40x"><img src="cid:vector@x"><img src="cid:1"><img src="https://evil.test/x">';
    const lines = [
      ...part(['Content-Type: multipart/alternative; boundary=a'], ''),
      ...['--a', 'Content-Type: text/plain', '', 'See [cid:shot@x] there', '--a'],
      ...['Content-Type: text/html', '', html, '--a--'],
      ...file(
        'image/svg+xml',
        'vector.svg',
        'vector@x',
        Buffer.from('<svg onload="x()"/>').toString('base64'),
      ),
      ...file('image/png', 'shot.png', 'shot@x', png),
      '--r--',
    ];
    const mail = await receive(
      mailbox,
      rawMail({ 'Content-Type': 'multipart/related; boundary=r' }, lines.join('\n')),
    );
    expect(mail).toMatchObject({ state: 'created', reason: null });
    const admin = await addActor('admin');
    const [message] = (await getTicket(admin, mail.ticket_id!)).messages;
    const [vector, shot] = message!.attachments;
    expect([vector!.name, shot!.name]).toEqual(['vector.svg', 'shot.png']);
    const blocked = '<span data-blocked></span>';
    expect(message!.html!.trimEnd()).toBe(
      `<p>See</p><img src="/api/attachments/${shot!.id}/?inline=1" alt="shot.png" />${blocked.repeat(3)}`,
    );
    expect(message!.body).toBe('See [shot.png] there');

    // a copy has files of its own, for whoever may read the copy
    const split = { messages: [message!.id], mode: 'copy' } as const;
    const copied = await splitTicket(admin, mail.ticket_id!, splitInput.parse(split));
    const [copy] = (await getTicket(admin, copied.id)).messages;
    expect(copy!.attachments[1]!.id).not.toBe(shot!.id);
    expect(copy!.html).toBe(message!.html!.replace(shot!.id, copy!.attachments[1]!.id));
  });

  test('an answer finds its ticket by address, Message-ID, marker, or the id that it came with itself', async () => {
    const first = await receive(mailbox, rawMail({ 'Message-ID': '<begin@example.test>' }, 'It says E-50.'));
    const { number } = await ticketOf(first.ticket_id);
    const to = await replyAddressOf(number);
    const ways: [string, Record<string, string>, string?][] = [
      ['To', { To: to.toUpperCase() }],
      ['Cc', { To: 'friend@else.test', Cc: `Support <${to}>` }],
      ['Delivered-To', { 'Delivered-To': to }],
      ['In-Reply-To', { 'In-Reply-To': threadIdFor(first.ticket_id!) }],
      ['References', { References: `<x@y> ${threadIdFor(first.ticket_id!)} <z@y>` }],
      ['its own id', { 'In-Reply-To': '<begin@example.test>' }],
      [
        'marker',
        {},
        `Yes.\n\nOn Mon, 2 Nov 2026 at 10:00, Support wrote:\n> Hello\n> ${markerFor(replyTokenFor(first.ticket_id!))}`,
      ],
      ['number', { Subject: `Re: Printer [#${number}]` }],
    ];
    for (const [way, headers, body] of ways) {
      const mail = await receive(mailbox, rawMail(headers, body ?? `By ${way}.`));
      expect(mail, way).toMatchObject({ state: 'appended', ticket_id: first.ticket_id });
    }
    const bodies = (await messagesOf(first.ticket_id)).map(({ body }) => body);
    expect(bodies).toContain('Yes.');
    expect(bodies).toHaveLength(ways.length + 1);
    // one acknowledgement, none for what was appended
    expect(await acknowledged(first.ticket_id)).toBe(1);
  });

  test('who is not on it begins one of his own, which both tickets tell; a number alone tells nothing', async () => {
    const first = await receive(mailbox, rawMail({}));
    const { number } = await ticketOf(first.ticket_id);
    const stranger = { From: 'mallory@evil.test' };
    const known = await receive(
      mailbox,
      rawMail({ ...stranger, To: await replyAddressOf(number) }, 'Let me in'),
    );
    expect(known).toMatchObject({ state: 'created', reason: 'stranger', answered_id: first.ticket_id });
    const { rows } = await sql.query<{ ticket_id: string; type: string; public_seq: number | null }>(
      `SELECT ticket_id, type, public_seq FROM event WHERE ticket_id = ANY($1) AND type LIKE 'ticket.%_apart' ORDER BY type`,
      [[first.ticket_id, known.ticket_id]],
    );
    expect(rows).toEqual([
      { ticket_id: first.ticket_id, type: 'ticket.answered_apart', public_seq: null },
      { ticket_id: known.ticket_id, type: 'ticket.begun_apart', public_seq: null },
    ]);
    const guessed = await receive(mailbox, rawMail({ ...stranger, Subject: `[#${number}]` }));
    expect(guessed).toMatchObject({ state: 'created', reason: null, answered_id: null });
    for (const forged of [
      '<t.11111111-1111-7111-8111-111111111111.0123456789abcdef@x>',
      `<t.${first.ticket_id}.0123456789abcdef@x>`,
    ])
      expect(await receive(mailbox, rawMail({ 'In-Reply-To': forged }))).toMatchObject({ state: 'created' });
    expect(await messagesOf(first.ticket_id)).toHaveLength(1);
  });

  test('whom staff put in copy may answer, and Cc makes nobody a reader', async () => {
    const first = await receive(mailbox, rawMail({ Cc: 'boss@example.test' }));
    const to = await replyAddressOf((await ticketOf(first.ticket_id)).number);
    const boss = { From: 'boss@example.test', To: to };
    expect(await receive(mailbox, rawMail(boss))).toMatchObject({ state: 'created', reason: 'stranger' });
    await sql.query('INSERT INTO ticket_participant (ticket_id, address) VALUES ($1, $2)', [
      ...[first.ticket_id, 'boss@example.test'],
    ]);
    expect(await receive(mailbox, rawMail(boss, 'I agree.'))).toMatchObject({
      ...{ state: 'appended', ticket_id: first.ticket_id },
    });
  });

  test('staff by mail never act as staff, and our own mail ends here', async () => {
    const agent = await addActor('agent', { email: 'ada@switchboard.test' });
    const first = await receive(mailbox, rawMail({}));
    const to = await replyAddressOf((await ticketOf(first.ticket_id)).number);
    expect(await receive(mailbox, rawMail({ From: 'Ada <ada@switchboard.test>', To: to }))).toMatchObject({
      ...{ state: 'quarantined', reason: 'staff_sender' },
    });
    expect((await messagesOf(first.ticket_id)).some(({ author_id }) => author_id === agent.id)).toBe(false);
    for (const own of [
      { From: 'Support <support+x@switchboard.test>' },
      { 'Message-ID': messageIdFor('019f0000-0000-7000-8000-000000000000') },
    ])
      expect(await receive(mailbox, rawMail(own))).toMatchObject({ state: 'ignored', reason: 'own_mail' });
    expect(await receive(mailbox, rawMail({ From: undefined }))).toMatchObject({ reason: 'no_sender' });
    expect(await receive(mailbox, rawMail({ From: 'a@b.test, c@d.test' }))).toMatchObject({
      reason: 'no_sender',
    });
    // what it calls itself is not who it is
    const shown = await receive(mailbox, rawMail({ From: '"ada@switchboard.test" <x@evil.test>' }));
    expect(shown.state).toBe('created');
  });

  test('a sender found forged by our own host is kept apart and not acknowledged; others’ findings are not believed', async () => {
    const guarded = await addMailbox('guarded@switchboard.test', { authHost: 'mx.switchboard.test' });
    const first = await receive(guarded, rawMail({ To: 'guarded@switchboard.test' }));
    const answer = {
      To: (await replyAddressOf((await ticketOf(first.ticket_id)).number)).replace('support', 'guarded'),
    };
    const verdict = (host: string, result: string) => ({
      ...answer,
      'Authentication-Results': `${host}; dmarc=${result} header.from=example.test`,
    });
    const forged = await receive(guarded, rawMail(verdict('mx.switchboard.test', 'fail')));
    expect(forged).toMatchObject({ state: 'created', reason: 'forged', is_forged: true });
    expect(await acknowledged(forged.ticket_id)).toBe(0);
    for (const fine of [verdict('mx.switchboard.test', 'pass'), verdict('mx.evil.test', 'fail')])
      expect(await receive(guarded, rawMail(fine))).toMatchObject({ state: 'appended', is_forged: false });
  });

  test('Outlook’s Thread-Index counts where nothing else does, and only for who is on the ticket', async () => {
    const begun = Buffer.from('0123456789abcdef012345');
    const index = (answers: number) =>
      Buffer.concat([begun, Buffer.alloc(5 * answers, 7)]).toString('base64');
    const first = await receive(mailbox, rawMail({ 'Thread-Index': index(0) }));
    expect(await receive(mailbox, rawMail({ 'Thread-Index': index(2) }, 'More.'))).toMatchObject({
      ...{ state: 'appended', ticket_id: first.ticket_id },
    });
    const stranger = { From: 'mallory@evil.test', 'Thread-Index': index(1) };
    expect(await receive(mailbox, rawMail(stranger))).toMatchObject({
      ...{ state: 'created', reason: null, answered_id: null },
    });
    const broken = await receive(mailbox, rawMail({ 'Thread-Index': 'AQ==' }, 'Alone.'));
    expect(broken.state).toBe('created');
  });

  test('thanks neither reopen nor wake; anything else does', async () => {
    const first = await receive(mailbox, rawMail({}));
    const to = { To: await replyAddressOf((await ticketOf(first.ticket_id)).number) };
    await sql.query(`UPDATE ticket SET status = 'RESOLVED', resolved_at = now() WHERE id = $1`, [
      first.ticket_id,
    ]);
    const quote = '\n\nOn Mon, 2 Nov 2026 at 10:00, Ada wrote:\n> Did it help? Please tell us.';
    expect((await receive(mailbox, rawMail(to, `Thank you!${quote}`))).state).toBe('appended');
    expect((await ticketOf(first.ticket_id)).status).toBe('RESOLVED');
    await receive(mailbox, rawMail(to, `No, it did not.${quote}`));
    expect((await ticketOf(first.ticket_id)).status).toBe('OPEN');
  });
});

describe('the team answers a notice by mail (G13)', () => {
  const PROVEN = { 'Authentication-Results': 'mx.house.test; dmarc=pass header.from=switchboard.test' };
  const setting = (on: boolean) =>
    sql.query(
      `INSERT INTO setting (key, value) VALUES ('staff_reply_by_mail', to_jsonb($1::boolean))
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [on],
    );
  /** A ticket that an agent holds, the notice to him, and his answer to it as his program makes it. */
  async function noticed(guarded: string) {
    const first = await receive(guarded, rawMail({}));
    const email = `${crypto.randomUUID()}@switchboard.test`;
    const agent = await addActor('agent', { email });
    await sql.query(`UPDATE ticket SET assignee_id = $2, status = 'ASSIGNED' WHERE id = $1`, [
      ...[first.ticket_id, agent.id],
    ]);
    const notice = await queue({
      ...{ template: 'customer_message', recipient: email, personId: agent.id },
      ...{ ticketId: first.ticket_id, messageId: first.message_id },
    });
    const to = `house+${staffTokenFor(notice.id)}@switchboard.test`;
    const answer = (headers: Record<string, string | undefined> = {}, body = 'Please press reset.') =>
      receive(guarded, rawMail({ From: email, To: to, ...PROVEN, ...headers }, body));
    return { ticketId: first.ticket_id!, agent, notice, to, answer };
  }

  test('becomes his public answer once, and nothing else does', async () => {
    const guarded = await addMailbox('house@switchboard.test', { authHost: 'mx.house.test' });
    const { ticketId, agent, notice, to, answer } = await noticed(guarded);
    expect(await answer()).toMatchObject({ state: 'quarantined', reason: 'staff_off' });
    await setting(true);
    const found = await getMailFacts(notice.id);
    const sent = 'facts' in found ? await composeMail(found.facts) : null;
    expect(sent).toMatchObject({ replyTo: to, headers: { 'Auto-Submitted': 'auto-generated' } });
    const raw = await answer(
      {},
      `Please press reset.\n\nOn Mon, Support wrote:\n> ${sent!.text.split('\n').join('\n> ')}`,
    );
    expect(raw).toMatchObject({ state: 'appended', ticket_id: ticketId });
    expect((await messagesOf(ticketId)).at(-1)).toMatchObject({
      ...{ author_id: agent.id, body: 'Please press reset.', format: 'text' },
    });
    const { rows } = await sql.query(
      `SELECT recipient FROM outbound_mail WHERE message_id = $1 AND template = 'reply'`,
      [raw.message_id],
    );
    expect(rows).toEqual([{ recipient: 'carla@example.test' }]);
    expect((await ticketOf(ticketId)).status).toBe('IN_PROGRESS');
  });

  test.each([
    ['unproven', { 'Authentication-Results': undefined }, 'staff_unproven'],
    ['proven by somebody else', { 'Authentication-Results': 'mx.evil.test; dmarc=pass' }, 'staff_unproven'],
    ['forged', { 'Authentication-Results': 'mx.house.test; dmarc=fail' }, 'forged'],
    ['to the customer’s address of the ticket', { To: 'customer' }, 'staff_sender'],
    ['from a colleague', { From: 'colleague' }, 'staff_address'],
  ])('%s it is held back', async (_name, headers: Record<string, string | undefined>, reason) => {
    await setting(true);
    const guarded = await addMailbox(`${crypto.randomUUID()}@switchboard.test`, {
      authHost: 'mx.house.test',
    });
    const { ticketId, answer } = await noticed(guarded);
    if (headers.To) headers.To = await replyAddressOf((await ticketOf(ticketId)).number);
    if (headers.From) {
      headers.From = `${crypto.randomUUID()}@switchboard.test`;
      await addActor('agent', { email: headers.From });
    }
    const mail = await answer(headers);
    expect(mail).toMatchObject({ state: 'quarantined', reason });
    expect(await messagesOf(ticketId)).toHaveLength(1);
    const admin = await addActor('admin');
    if (reason !== 'staff_unproven')
      await expect(rereadMail(admin, mail.id, true)).rejects.toMatchObject({ code: 'not_recoverable' });
    else {
      await rereadMail(admin, mail.id, true);
      await processMails(mail.id);
      expect(await ended(mail.id)).toMatchObject({ state: 'appended', ticket_id: ticketId });
    }
  });

  test('a machine of his answers nothing, and what cannot be parted from our notice is not sent on', async () => {
    await setting(true);
    const guarded = await addMailbox(`${crypto.randomUUID()}@switchboard.test`, {
      authHost: 'mx.house.test',
    });
    const { ticketId, answer } = await noticed(guarded);
    expect(await answer({ 'Auto-Submitted': 'auto-replied' })).toMatchObject({ message_id: null });
    expect(await answer({}, `Yes ${markerFor(replyTokenFor(ticketId))} indeed`)).toMatchObject({
      ...{ state: 'quarantined', reason: 'staff_quote' },
    });
    expect(await answer({}, ' ')).toMatchObject({ reason: 'empty' });
    await sql.query(`UPDATE ticket SET status = 'CLOSED' WHERE id = $1`, [ticketId]);
    expect(await answer()).toMatchObject({ state: 'quarantined', reason: 'staff_closed' });
    expect(await messagesOf(ticketId)).toHaveLength(1);
    await setting(false);
  });
});

describe('the same mail again, and machines', () => {
  test('by bytes or by id it is once; another text under the same id is kept aside', async () => {
    const raw = rawMail({ 'Message-ID': '<twice@example.test>' });
    const first = await receive(mailbox, raw);
    expect(await receive(mailbox, raw)).toMatchObject({ state: 'ignored', reason: 'duplicate' });
    expect(await receive(mailbox, `Received: by x\r\n${raw}`)).toMatchObject({ reason: 'duplicate' });
    const other = await receive(
      mailbox,
      rawMail({ 'Message-ID': '<twice@example.test>' }, 'Something else.'),
    );
    expect(other).toMatchObject({ state: 'quarantined', reason: 'same_id' });
    const bare = rawMail({ 'Message-ID': undefined }, 'Without an id.');
    expect([(await receive(mailbox, bare)).state, (await receive(mailbox, bare)).reason]).toEqual([
      'created',
      'duplicate',
    ]);
    expect(await messagesOf(first.ticket_id)).toHaveLength(1);
    // looked at, it is a customer's after all
    const admin = await addActor('admin');
    await rereadMail(admin, other.id, true);
    await processMails(other.id);
    expect(await ended(other.id)).toMatchObject({ state: 'created', reason: null });
    await expect(rereadMail(admin, other.id, true)).rejects.toMatchObject({ code: 'not_recoverable' });
  });

  test('two workers at one mail, and one that dies with it: once', async () => {
    const { id } = await keepMail({
      ...{ mailboxId: mailbox, door: 'smtp', doorKey: null, returnPath: null, recipients: [] },
      raw: Buffer.from(rawMail({ From: 'race@example.test' })),
    });
    // taken by one that is gone
    await sql.query(
      `UPDATE inbound_mail SET attempts = 1, lease_until = now() + interval '1 hour' WHERE id = $1`,
      [id],
    );
    expect(await processMails(id)).toBe(0);
    await sql.query(`UPDATE inbound_mail SET lease_until = now() - interval '1 second' WHERE id = $1`, [id]);
    await Promise.all([processMails(id), processMails(id), processMails(id)]);
    const { rows } = await sql.query(
      `SELECT count(*)::int AS n FROM ticket t JOIN person p ON p.id = t.customer_id WHERE p.email = 'race@example.test'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('while files cannot be read it waits, however often it is looked at, and is read then', async () => {
    const { id } = await keepMail({
      ...{ mailboxId: mailbox, door: 'smtp', doorKey: null, returnPath: null, recipients: [] },
      raw: Buffer.from(rawMail({ From: 'patient@example.test' })),
    });
    const isDue = () => sql.query('UPDATE inbound_mail SET lease_until = NULL WHERE id = $1', [id]);
    await withoutFileStore(async () => {
      for (let looks = 0; looks < 8; looks++) {
        await isDue();
        await processMails(id);
      }
    });
    expect(await ended(id)).toMatchObject({ state: 'received', detail: expect.stringContaining('files') });
    await isDue();
    await processMails(id);
    expect(await ended(id)).toMatchObject({ state: 'created', detail: null });
  });

  test('one that takes long to read is nobody else’s meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { id } = await keepMail({
      ...{ mailboxId: mailbox, door: 'smtp', doorKey: null, returnPath: null, recipients: [] },
      raw: Buffer.from(rawMail({ From: 'slow@example.test' })),
    });
    const row = async () =>
      (
        await sql.query<{ attempts: number; lease_until: Date }>(
          'SELECT attempts, lease_until FROM inbound_mail WHERE id = $1',
          [id],
        )
      ).rows[0]!;
    let reading: Promise<number>;
    try {
      await inTransaction(async (tx) => {
        await tx.query('LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE');
        reading = processMails(id);
        await vi.waitFor(async () => expect((await row()).attempts).toBe(1));
        await sql.query(`UPDATE inbound_mail SET lease_until = now() - interval '1 minute' WHERE id = $1`, [
          id,
        ]);
        vi.advanceTimersByTime(10_000);
        await vi.waitFor(async () => expect((await row()).lease_until.getTime()).toBeGreaterThan(Date.now()));
      });
    } finally {
      vi.useRealTimers();
    }
    await reading!;
    expect(await ended(id)).toMatchObject({ state: 'created' });
  });

  test('a bounce is shown on its message, wakes nobody, and the third ends the address', async () => {
    const customer = await addActor('customer', { email: 'gone@example.test' });
    const agent = await addActor('agent');
    const rows = await addTicket(customer.id, 'Printer', 'Broken');
    const reply = async () => queueReply({ id: customer.id, email: 'gone@example.test' }, agent.id, rows);
    for (let n = 1; n <= 3; n++) {
      const { id } = await reply();
      await sql.query(
        `UPDATE outbound_mail SET state = 'sent', sent_at = now(), message_header = $2 WHERE id = $1`,
        [...[id, messageIdFor(id)]],
      );
      const mail = await receive(mailbox, bounceOf(messageIdFor(id)), { returnPath: '' });
      expect(mail).toMatchObject({
        state: 'appended',
        reason: 'bounce',
        ticket_id: rows.id,
        outbound_id: id,
      });
      expect(await ledgerRow(id)).toMatchObject({
        state: 'bounced',
        error: expect.stringContaining('no such user'),
      });
    }
    expect((await ticketOf(rows.id)).status).toBe('OPEN');
    const { eventId } = await reply();
    expect((await claimMail(eventId))?.refusal).toMatch(/came back/);
    // he writes from there: somebody is there again
    await receive(mailbox, rawMail({ From: 'gone@example.test' }));
    expect((await claimMail((await reply()).eventId))?.refusal).toBeNull();
    const unknown = await receive(mailbox, bounceOf('<foreign@x.test>'), { returnPath: '' });
    expect(unknown).toMatchObject({ state: 'ignored', reason: 'bounce_unknown' });
  });

  test('a machine’s answer is noted and nothing follows; lists wait for somebody to look', async () => {
    const first = await receive(mailbox, rawMail({}));
    await sql.query(`UPDATE ticket SET status = 'RESOLVED', resolved_at = now() WHERE id = $1`, [
      first.ticket_id,
    ]);
    const answers = { 'In-Reply-To': threadIdFor(first.ticket_id!) };
    for (const machine of [
      { 'Auto-Submitted': 'auto-replied' },
      { Subject: 'Automatische Antwort: Printer' },
      { Precedence: 'auto_reply' },
      { 'Return-Path': '<>' },
    ] as Record<string, string>[])
      expect(await receive(mailbox, rawMail({ ...answers, ...machine }))).toMatchObject({
        ...{ state: 'appended', reason: 'auto_reply', ticket_id: first.ticket_id, message_id: null },
      });
    expect(await ticketOf(first.ticket_id)).toMatchObject({ status: 'RESOLVED' });
    expect(await messagesOf(first.ticket_id)).toHaveLength(1);
    expect(await receive(mailbox, rawMail({ 'Auto-Submitted': 'auto-generated' }))).toMatchObject({
      state: 'ignored',
    });
    expect(await receive(mailbox, rawMail({ 'List-Id': '<news.x>' }))).toMatchObject({ reason: 'list' });
  });
});

const bounceOf = (ref: string) =>
  [
    'From: Mail Delivery <MAILER-DAEMON@mx.example.test>',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${Math.random()}@mx.example.test>`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
    '',
    '--r',
    'Content-Type: text/plain',
    '',
    'I could not deliver it.',
    '--r',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.test',
    '',
    'Final-Recipient: rfc822; gone@example.test',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 no such user',
    '--r',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${ref}`,
    '--r--',
  ].join('\r\n');
