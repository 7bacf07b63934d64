import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addMessage,
  addPerson,
  addTicket,
  alsoStatus,
  ledgerRow,
  queue,
  queueReply,
  type TicketRows,
} from '@/tests/mail-ledger';
import { type ScriptedSmtp, startScriptedSmtp } from '@/tests/scripted-smtp';
import { newNonce, sixDigits, tokenFor } from '../auth/secrets';
import { newId } from '../clock';
import { sendDueMails } from '../commands/send-due-mails';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { fileStore } from '../files/store';
import { parseMessageId, threadIdFor } from './message-id';
import { readReplyToken } from './reply-token';
import { closeTransport, openTransport } from './transport';

let smtp: ScriptedSmtp;
let agentId: string;
let bruno: { id: string; email: string };
let customer: { id: string; email: string };
let ticket: TicketRows;

beforeAll(async () => {
  smtp = await startScriptedSmtp();
  openTransport(smtp.url);
  agentId = await addPerson('agent', 'Ada Lovelace', 'ada@switchboard.test');
  bruno = {
    id: await addPerson('agent', 'Bruno Rossi', 'bruno@switchboard.test'),
    email: 'bruno@switchboard.test',
  };
  customer = {
    id: await addPerson('customer', 'Carla Conti', 'carla@example.test'),
    email: 'carla@example.test',
  };
});
beforeEach(async () => {
  await sql.query('DELETE FROM outbound_mail');
  smtp.received.length = 0;
  ticket = await addTicket(customer.id, 'Printer not working', 'It says E-50.\n<script>alert(1)</script>');
});
afterAll(async () => {
  closeTransport();
  await smtp.stop();
  await closePool();
});

/** Sends all that is due and takes apart what came over the wire. */
async function sent() {
  await sendDueMails();
  return Promise.all(
    smtp.received.map(async (wire) => {
      const mail = await PostalMime.parse(wire.raw);
      const header = (name: string) => mail.headers.find((h) => h.key === name)?.value;
      return { wire, mail, header, text: mail.text ?? '', html: mail.html ?? '' };
    }),
  );
}
const oneSent = async () => {
  const all = await sent();
  expect(all).toHaveLength(1);
  return all[0]!;
};
const received = (locale = 'en') =>
  queue({
    template: 'ticket_received',
    recipient: customer.email,
    personId: customer.id,
    ticketId: ticket.id,
    messageId: ticket.messageId,
    locale,
  });

const AUTO = ['auto-submitted', 'x-auto-response-suppress', 'x-switchboard-loop', 'precedence'];

describe('headers', () => {
  it('of an acknowledgement say that a machine wrote it, and it leaves without a sender', async () => {
    const { id } = await received();
    const { wire, header } = await oneSent();
    expect(wire.sender).toBe('');
    expect(header('auto-submitted')).toBe('auto-replied');
    expect(header('x-auto-response-suppress')).toBe('All');
    expect(header('precedence')).toBe('auto_reply');
    expect(header('x-switchboard-loop')).toMatch(new RegExp(`^${id}\\.[0-9a-f]{16}$`));
  });

  it("of an agent's answer say nothing of the kind", async () => {
    await queueReply(customer, agentId, ticket);
    const { wire, mail, header } = await oneSent();
    for (const name of AUTO) expect(header(name)).toBeUndefined();
    expect(wire.sender).toBe('support@switchboard.test');
    expect(mail.from).toMatchObject({
      name: 'Ada Lovelace (Switchboard)',
      address: 'support@switchboard.test',
    });
    expect(header('reply-to')).toBeUndefined();
    expect(readReplyToken(header('x-switchboard-reply-token')!)).toBe(ticket.id);
  });

  it('thread the mails of a ticket, first to last', async () => {
    await received();
    await sendDueMails();
    for (const body of ['First', 'Second']) {
      await queueReply(customer, agentId, ticket, body);
      await sendDueMails();
    }
    const ids = smtp.received.map((m) => m.messageId);
    const mails = await sent();
    expect(mails.map((m) => m.mail.references)).toEqual([
      threadIdFor(ticket.id),
      `${threadIdFor(ticket.id)} ${ids[0]}`,
      `${threadIdFor(ticket.id)} ${ids[0]} ${ids[1]}`,
    ]);
    expect(mails[2]!.mail.inReplyTo).toBe(ids[1]);
    expect(new Set(mails.map((m) => m.mail.subject))).toEqual(
      new Set([`Printer not working [#${ticket.number}]`]),
    );
    for (const id of ids) expect(parseMessageId(id)?.kind).toBe('mail');
  });
});

describe('files of a reply', () => {
  const attach = async (mailId: string, name: string, bytes: Buffer, size = bytes.length) => {
    const key = randomBytes(20).toString('hex');
    await (await fileStore()).put(key, Readable.from([bytes]));
    await sql.query(
      `INSERT INTO attachment (id, message_id, name, media_type, size, storage_key, stored_at)
       SELECT $1, message_id, $3, 'application/pdf', $4, $5, now() FROM outbound_mail WHERE id = $2`,
      [newId(), mailId, name, size, key],
    );
  };

  it('travel to the customer while they are small; the others are named', async () => {
    const { id } = await queueReply(customer, agentId, ticket, 'Here');
    const bytes = randomBytes(3_000);
    await attach(id, 'résumé "1".pdf', bytes);
    await attach(id, 'film.pdf', Buffer.from('x'), 9 * 2 ** 20);
    await attach(id, 'tool.exe', Buffer.from('MZ'));
    const { mail, text } = await oneSent();
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['résumé "1".pdf']);
    expect(Buffer.from(mail.attachments[0]!.content as ArrayBuffer).equals(bytes)).toBe(true);
    expect(text).toContain('Attached: résumé "1".pdf (3 kB)');
    expect(text).toContain('On the page: film.pdf (9 MB), tool.exe (1 kB)');
  });

  it('travel to who is in copy, who is told what is missing', async () => {
    const { id } = await queueReply(customer, agentId, ticket, 'Here');
    await sql.query(
      "UPDATE outbound_mail SET template = 'copy', recipient = 'boss@example.test', person_id = NULL WHERE id = $1",
      [id],
    );
    await attach(id, 'a.pdf', Buffer.from('x'));
    await attach(id, 'b.zip', Buffer.from('PK'), 10 * 2 ** 20);
    const { mail, text } = await oneSent();
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['a.pdf']);
    expect(text).toContain('Attached: a.pdf (1 kB)');
    expect(text).toContain('Not in this mail: b.zip (10 MB)');
  });

  it('are only named to colleagues', async () => {
    const { id } = await queueReply(bruno, agentId, ticket, 'Here');
    await attach(id, 'a.pdf', Buffer.from('x'));
    const { mail, text } = await oneSent();
    expect(mail.attachments).toEqual([]);
    expect(text).toContain('On the page: a.pdf (1 kB)');
  });
});

describe('what a person typed', () => {
  const NASTY: [string, string][] = [
    ['a line break and a header', 'Hello\r\nBcc: evil@example.test\r\n\r\nbody'],
    ['quotes and SQL', '"; DROP TABLE person; --'],
    ['an encoded word', '=?utf-8?Q?Bcc:_evil=40example.test=0D=0A?='],
    ['emoji', 'Drucker 🖨️ kaputt 👩‍👩‍👧'],
    ['1,000 characters', 'long '.repeat(200)],
    ['an address list', 'x <evil@example.test>, y <more@example.test>; group: z@example.test;'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what somebody typed
    ['templates', '{{constructor}} ${process.env.AUTH_SECRET} %s <%= 1 %>'],
    ['direction and separators', 'abc\u202egpj.exe\u2028Bcc: evil@example.test\u0085x'],
  ];

  it.each(NASTY)(
    'with %s as subject and name is one mail to one person without a further header',
    async (_, text) => {
      await sql.query('UPDATE ticket SET subject = $2 WHERE id = $1', [ticket.id, text]);
      const author = await addPerson('agent', text, `nasty-${newId()}@switchboard.test`);
      await sql.query('UPDATE person SET name = $2 WHERE id = $1', [customer.id, text]);
      await queueReply(customer, author, ticket, 'Hello');
      const { wire, mail } = await oneSent();
      await sql.query(`UPDATE person SET name = 'Carla Conti' WHERE id = $1`, [customer.id]);
      expect(wire.recipients).toEqual([customer.email]);
      expect(mail.to).toHaveLength(1);
      expect(mail.to?.[0]).toMatchObject({ address: customer.email });
      expect(mail.from).toMatchObject({ address: 'support@switchboard.test' });
      expect(new Set(mail.headers.map((h) => h.key))).toEqual(
        new Set([
          ...['message-id', 'in-reply-to', 'references', 'from', 'to', 'subject', 'date', 'mime-version'],
          ...['content-type', 'x-switchboard-reply-token'],
        ]),
      );
      const shown = text.replace(/[\r\n\u0085\u2028\u202e ]+/g, '').slice(0, 60);
      expect(mail.subject?.replace(/[\u2060\s]+/g, '')).toContain(shown.replace(/\s/g, '').slice(0, 40));
      expect(mail.subject?.endsWith(` [#${ticket.number}]`)).toBe(true);
    },
  );

  it('is escaped in HTML and kept as it is in the text', async () => {
    await received();
    const { html, text } = await oneSent();
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain('It says E-50.\n<script>alert(1)</script>');
  });
});

describe('templates', () => {
  const link = () => `http://localhost:3000/requests/${ticket.number}`;
  const desk = () => `http://localhost:3000/desk/all/${ticket.number}`;

  it.each([
    ['en', 'We got your request', 'Answer here: '],
    ['de', 'Ihre Anfrage ist angekommen', 'Hier antworten: '],
    ['ar', 'وصلنا طلبك', 'للرد: '],
  ])('ticket_received in %s', async (locale, heading, answer) => {
    await received(locale);
    const { html, text } = await oneSent();
    expect(text).toContain(heading);
    expect(text).toContain(`${answer}${link()}`);
    expect(html).toContain(`href="${link()}"`);
    expect(html).toContain(`lang="${locale}"`);
    expect(html).toContain(`dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
    expect(html).not.toMatch(/<img|https?:\/\/(?!localhost:3000\/|www\.w3\.org\/)/);
  });

  it.each([
    ['en', 'WAITING_ON_CUSTOMER', 'Waiting for you', 'we need an answer from you'],
    ['de', 'RESOLVED', 'Gelöst', 'antworten Sie einfach'],
  ] as const)('reply in %s that set %s carries the words and says so', async (locale, status, word, said) => {
    const { id, eventId } = await queueReply(
      customer,
      agentId,
      ticket,
      'Press OK\n\nfor five seconds & wait.',
    );
    await alsoStatus(eventId, 'ASSIGNED', status);
    await sql.query('UPDATE outbound_mail SET locale = $2 WHERE id = $1', [id, locale]);
    const { html, text } = await oneSent();
    expect(text).toContain('Press OK\n\nfor five seconds & wait.');
    expect(html).toContain('for five seconds &amp; wait.');
    for (const part of [word, said]) expect(text).toContain(part);
    expect(text).not.toMatch(/WAITING_ON_CUSTOMER|RESOLVED/);
    expect(text).toContain(link());
  });

  it('reply names no status that nobody set', async () => {
    const { eventId } = await queueReply(customer, agentId, ticket);
    await alsoStatus(eventId, 'ASSIGNED', 'IN_PROGRESS');
    expect((await oneSent()).text).not.toContain('We are on it');
  });

  it.each([
    ['en', 'RESOLVED', 'Your request is solved', 'Solved'],
    ['de', 'IN_PROGRESS', 'Wir sind wieder dran', 'Wir sind dran'],
  ])('status in %s uses the plain words of customers', async (locale, to, heading, word) => {
    await queue({
      template: 'status',
      recipient: customer.email,
      personId: customer.id,
      ticketId: ticket.id,
      actorId: agentId,
      eventType: 'status.changed',
      data: { from: 'RESOLVED', to, by_hand: true },
      locale,
    });
    const { text, header } = await oneSent();
    for (const part of [heading, word, link()]) expect(text).toContain(part);
    expect(header('auto-submitted')).toBe('auto-generated');
  });

  it.each([
    ['customer_message', 'en', 'Carla Conti wrote'],
    ['customer_message', 'de', 'Carla Conti hat geschrieben'],
    ['note', 'en', 'Internal note'],
    ['note', 'de', 'Interne Notiz'],
  ] as const)('%s in %s goes to staff with a link to the desk', async (template, locale, said) => {
    const isNote = template === 'note';
    const messageId = await addMessage(
      ticket.id,
      isNote ? agentId : customer.id,
      'Words of the message',
      isNote,
    );
    await queue({
      template,
      recipient: bruno.email,
      personId: bruno.id,
      ticketId: ticket.id,
      messageId,
      locale,
    });
    const { text } = await oneSent();
    for (const part of [said, 'Words of the message', desk()]) expect(text).toContain(part);
  });

  it.each([
    ['en', 'It was routed to you.'],
    ['de', 'Es wurde Ihnen zugeteilt.'],
  ])('assigned in %s says why and what it is about', async (locale, said) => {
    await queue({
      template: 'assigned',
      recipient: bruno.email,
      personId: bruno.id,
      ticketId: ticket.id,
      eventType: 'assignment.changed',
      data: { from: null, to: bruno.id, reason: 'speaks Italian' },
      locale,
    });
    const { text } = await oneSent();
    for (const part of [said, 'speaks Italian', 'It says E-50.', desk()]) expect(text).toContain(part);
  });
});

describe('what must not leave', () => {
  it('a note to a customer, whatever the ledger says', async () => {
    const messageId = await addMessage(ticket.id, agentId, 'He is a difficult one', true);
    for (const template of ['note', 'reply', 'customer_message'] as const) {
      const mail = await queue({
        template,
        recipient: customer.email,
        personId: customer.id,
        ticketId: ticket.id,
        messageId,
      });
      await sendDueMails();
      expect(await ledgerRow(mail.id)).toMatchObject({ state: 'failed' });
    }
    expect(smtp.received).toHaveLength(0);
  });

  it("another customer's ticket, mail about spam, mail to who was deactivated", async () => {
    const other = await addPerson('customer', 'Dora', `dora-${newId()}@example.test`);
    const gone = await addPerson('agent', 'Gone', `gone-${newId()}@switchboard.test`);
    await sql.query('UPDATE person SET disabled_at = now() WHERE id = $1', [gone]);
    const spam = await addTicket(customer.id, 'Buy', 'this');
    await sql.query('UPDATE ticket SET spam_at = now() WHERE id = $1', [spam.id]);
    const messageId = await addMessage(ticket.id, agentId, 'For Carla');
    const { rows } = await sql.query<{ id: string; email: string }>('SELECT id, email FROM person');
    const emailOf = (id: string) => rows.find((row) => row.id === id)!.email;
    await queue({
      template: 'reply',
      recipient: emailOf(other),
      personId: other,
      ticketId: ticket.id,
      messageId,
    });
    await queue({ template: 'assigned', recipient: emailOf(gone), personId: gone, ticketId: ticket.id });
    await queue({ template: 'status', recipient: customer.email, personId: customer.id, ticketId: spam.id });
    await sendDueMails();
    expect(smtp.received).toHaveLength(0);
    const states = await sql.query('SELECT DISTINCT state FROM outbound_mail');
    expect(states.rows).toEqual([{ state: 'failed' }]);
  });
});

describe('secrets', () => {
  async function addCode(email: string, over = '', requestedBy = 'Firefox, Linux · 203.0.113.7') {
    const id = newId();
    const nonce = newNonce();
    await sql.query(
      `INSERT INTO email_code (id, purpose, email, nonce, requested_by, expires_at, voided_at)
       VALUES ($1, 'sign_up', $2, $3, $4, now() + interval '10 minutes', ${over || 'NULL'})`,
      [id, email, nonce, requestedBy],
    );
    return { id, digits: sixDigits(id, nonce) };
  }
  /** Everything the database holds about mail and events, as text. */
  async function ledgerText(): Promise<string> {
    const { rows } = await sql.query<{ all: string }>(
      `SELECT (SELECT coalesce(json_agg(m), '[]')::text FROM outbound_mail m)
           || (SELECT coalesce(json_agg(e), '[]')::text FROM event e)
           || (SELECT coalesce(json_agg(c), '[]')::text FROM email_code c)
           || (SELECT coalesce(json_agg(v), '[]')::text FROM verification_token v) AS all`,
    );
    return rows[0]!.all;
  }

  it.each([
    ['en', 'for 10 minutes'],
    ['de', '10 Minuten lang'],
  ])('a code in %s stands in the mail and nowhere else', async (locale, minutes) => {
    const code = await addCode('new@example.test');
    await queue({
      template: 'code',
      recipient: 'new@example.test',
      secretId: code.id,
      eventType: 'code.requested',
      locale,
    });
    const { text, mail, header } = await oneSent();
    expect(text.match(/^\d{6}$/m)?.[0]).toBe(code.digits);
    for (const part of [minutes, 'Firefox, Linux · 203.0.113.7', 'new@example.test'])
      expect(text).toContain(part);
    expect(mail.subject).not.toContain(code.digits);
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(await ledgerText()).not.toMatch(new RegExp(`(?<![0-9a-f-])${code.digits}(?![0-9a-f-])`));
  });

  it.each(['buy at http://evil.example', 'Firefox, Linux · http://evil.example', '<b>evil</b>'])(
    'a code does not repeat what a header claimed: %s',
    async (requestedBy) => {
      const code = await addCode('new@example.test', '', requestedBy);
      await queue({ template: 'code', recipient: 'new@example.test', secretId: code.id });
      const { text } = await oneSent();
      expect(text).toContain(code.digits);
      expect(text).not.toContain('evil');
    },
  );

  it('a code that a newer one replaced is not sent', async () => {
    const code = await addCode('late@example.test', 'now()');
    const { id } = await queue({ template: 'code', recipient: 'late@example.test', secretId: code.id });
    await sendDueMails();
    expect(smtp.received).toHaveLength(0);
    expect(await ledgerRow(id)).toMatchObject({ state: 'failed' });
    expect((await ledgerRow(id)).error).toContain('expired');
  });

  it("somebody else's code is not sent", async () => {
    const code = await addCode('victim@example.test');
    await queue({ template: 'code', recipient: 'thief@example.test', secretId: code.id });
    await sendDueMails();
    expect(smtp.received).toHaveLength(0);
  });

  it('an invitation carries its link behind the #, and only the mail knows it', async () => {
    const id = newId();
    const nonce = newNonce();
    await sql.query(
      `INSERT INTO verification_token (id, purpose, person_id, nonce, expires_at)
       VALUES ($1, 'invitation', $2, $3, now() + interval '7 days')`,
      [id, bruno.id, nonce],
    );
    await queue({ template: 'invitation', recipient: bruno.email, personId: bruno.id, secretId: id });
    const { text, html } = await oneSent();
    const token = tokenFor('invitation', id, nonce);
    expect(text).toContain(`http://localhost:3000/invitation#${token}`);
    expect(text).toContain('for 7 days');
    expect(html).toContain(`href="http://localhost:3000/invitation#${token}"`);
    expect(await ledgerText()).not.toContain(token.split('.')[1]);
  });
});

it('carries the name and the colour of the workspace', async () => {
  await sql.query(
    `INSERT INTO setting (key, value) VALUES ('workspace_name', '"Lenders \u202e=?x"'), ('accent', '"#5b21b6"')`,
  );
  try {
    await received('de');
    const { mail, html } = await oneSent();
    expect(mail.from?.name).toBe('Lenders =\u2060?x');
    expect(html).toContain('<bdi>Lenders');
    expect(html).toMatch(/m-button[^>]*background-color:#5b21b6/);
    expect(html).not.toMatch(/#0b6e63|#4fc3b1/);
  } finally {
    await sql.query("DELETE FROM setting WHERE key IN ('workspace_name', 'accent')");
  }
});
