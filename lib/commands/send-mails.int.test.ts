import net from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addActor } from '@/tests/factories';
import { addMailbox } from '@/tests/mail-in';
import {
  addPerson,
  addTicket,
  ledgerRow,
  makeDue,
  queue,
  queueReply,
  type TicketRows,
} from '@/tests/mail-ledger';
import { type ScriptedSmtp, startScriptedSmtp } from '@/tests/scripted-smtp';
import { databaseUrl, withClient } from '@/tests/setup/template';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { closeTransport, openTransport } from '../email/transport';
import { loadActor } from '../queries/load-actor';
import { checkMail } from '../system/check-mail';
import { editMailbox } from './edit-mailbox';
import { markRead } from './mark-read';
import { postMessage } from './post-message';
import { sendDueMails } from './send-due-mails';
import { sendMailsOf } from './send-mails-of';
import { claimMail } from './steps/claim-mail';
import { settleMail } from './steps/settle-mail';
import { testSending } from './test-mail-server';

let smtp: ScriptedSmtp;
let agentId: string;
let customer: { id: string; email: string };
let ticket: TicketRows;

const reply = (body?: string) => queueReply(customer, agentId, ticket, body);
const deliveries = async () =>
  (
    await sql.query<{ state: string }>(
      `SELECT data ->> 'state' AS state FROM event WHERE type = 'delivery.changed' AND ticket_id = $1 ORDER BY seq`,
      [ticket.id],
    )
  ).rows.map((row) => row.state);

beforeAll(async () => {
  smtp = await startScriptedSmtp();
  agentId = await addPerson('agent', 'Ada Lovelace', 'ada@switchboard.test');
  customer = { id: await addPerson('customer', 'Carla', 'carla@example.test'), email: 'carla@example.test' };
});
beforeEach(async () => {
  await sql.query('DELETE FROM outbound_mail');
  await sql.query('DELETE FROM setting');
  openTransport(smtp.url);
  smtp.received.length = 0;
  smtp.script.length = 0;
  ticket = await addTicket(customer.id, 'Printer not working', 'It says E-50.');
});
afterAll(async () => {
  closeTransport();
  await smtp.stop();
  await closePool();
});

describe('one mail', () => {
  it('leaves once, is marked, and tells the ticket', async () => {
    const mail = await reply();
    await sendMailsOf(mail.eventId);
    await sendMailsOf(mail.eventId);
    expect(smtp.received).toHaveLength(1);
    const row = await ledgerRow(mail.id);
    expect(row).toMatchObject({ state: 'sent', attempts: 1, error: null });
    expect(row.provider_id).toContain('250');
    expect(smtp.received[0]).toMatchObject({
      sender: 'support@switchboard.test',
      recipients: ['carla@example.test'],
      messageId: row.message_header,
    });
    expect(await deliveries()).toEqual(['sent']);
  });

  it.each([421, 450, 451, 452])('is tried again after %d and then leaves once', async (code) => {
    smtp.script.push({ at: 'rcpt', code });
    const mail = await reply();
    await sendMailsOf(mail.eventId);
    expect(smtp.received).toHaveLength(0);
    const deferred = await ledgerRow(mail.id);
    expect(deferred.state).toBe('deferred');
    expect(deferred.error).toContain(String(code));
    expect(deferred.next_attempt_at.getTime()).toBeGreaterThan(Date.now() + 500);
    // not before its time
    expect(await sendDueMails()).toBe(0);
    await makeDue(mail.id);
    await sendDueMails();
    expect(smtp.received).toHaveLength(1);
    expect((await ledgerRow(mail.id)).state).toBe('sent');
    expect(await deliveries()).toEqual(['deferred', 'sent']);
  });

  it.each([
    ['rcpt', 550],
    ['data', 552],
  ] as const)('fails at once at %s %d, is never tried again, and says why', async (at, code) => {
    smtp.script.push({ at, code, text: `${code} no such mailbox` });
    const mail = await reply();
    await sendMailsOf(mail.eventId);
    expect(await ledgerRow(mail.id)).toMatchObject({ state: 'failed', attempts: 1 });
    expect((await ledgerRow(mail.id)).error).toContain('no such mailbox');
    await makeDue(mail.id);
    expect(await sendDueMails()).toBe(0);
    expect(smtp.received).toHaveLength(0);
    expect(await deliveries()).toEqual(['failed']);
  });

  it('is sent again under the same Message-ID when the reply is lost after DATA', async () => {
    smtp.script.push({ at: 'cut' });
    const mail = await reply();
    await sendMailsOf(mail.eventId);
    expect((await ledgerRow(mail.id)).state).toBe('deferred');
    expect(smtp.received).toHaveLength(1);
    await makeDue(mail.id);
    await sendDueMails();
    expect(smtp.received).toHaveLength(2);
    expect(smtp.received[1]!.messageId).toBe(smtp.received[0]!.messageId);
    expect((await ledgerRow(mail.id)).state).toBe('sent');
  });

  it('waits when the server is away, and gives up after a day with a reason', async () => {
    const away = await startScriptedSmtp();
    await away.stop();
    openTransport(away.url);
    const mail = await reply();
    await sendMailsOf(mail.eventId);
    expect(await ledgerRow(mail.id)).toMatchObject({ state: 'deferred', attempts: 1 });
    await sql.query(`UPDATE outbound_mail SET created_at = now() - interval '25 hours'`);
    await makeDue(mail.id);
    await sendDueMails();
    const given = await ledgerRow(mail.id);
    expect(given.state).toBe('failed');
    expect(given.error).toContain('could not be reached');
    expect(await deliveries()).toEqual(['deferred', 'failed']);
  });

  it('leaves with an ordinary sender where the server takes none without', async () => {
    smtp.script.push({ at: 'mail', code: 553 });
    const mail = await queue({
      template: 'ticket_received',
      recipient: customer.email,
      personId: customer.id,
      ticketId: ticket.id,
      messageId: ticket.messageId,
    });
    await sendMailsOf(mail.eventId);
    expect(smtp.received.map((m) => m.sender)).toEqual(['support@switchboard.test']);
  });
});

describe('a worker that vanishes', () => {
  it('leaves the mail to another after the lease, under the same Message-ID', async () => {
    const mail = await reply();
    const lost = await claimMail(mail.eventId);
    expect(await claimMail(mail.eventId)).toBeNull();
    const before = await ledgerRow(mail.id);
    await makeDue(mail.id);
    await sendDueMails();
    expect(smtp.received.map((m) => m.messageId)).toEqual([before.message_header]);
    expect(await ledgerRow(mail.id)).toMatchObject({ state: 'sent', attempts: 2, lapses: 1 });
    // the first one comes back to life: its word does not count any more
    expect(await settleMail(lost!, { kind: 'refused', reason: 'late' })).toBeNull();
    expect((await ledgerRow(mail.id)).state).toBe('sent');
  });

  it('three times ends in a failure that says so, not in copies without end', async () => {
    const mail = await reply();
    for (let i = 0; i < 3; i++) {
      await claimMail(mail.eventId);
      await makeDue(mail.id);
    }
    await sendDueMails();
    expect(smtp.received).toHaveLength(0);
    const row = await ledgerRow(mail.id);
    expect(row.state).toBe('failed');
    expect(row.error).toContain('may have arrived');
  });

  it('is not assumed while a slow server answers beyond the lease', async () => {
    smtp.script.push({ at: 'slow', milliseconds: 3_000 });
    const mail = await reply();
    const slow = sendMailsOf(mail.eventId);
    await new Promise((resolve) => setTimeout(resolve, 2_600));
    expect(await sendDueMails()).toBe(0);
    await slow;
    expect(smtp.received).toHaveLength(1);
    expect(await ledgerRow(mail.id)).toMatchObject({ state: 'sent', attempts: 1 });
  });
});

describe('parts that fail in the middle', () => {
  it('PostgreSQL away when the server has taken it: one mail, and its fate is written when it is back', async () => {
    const { pathname } = new URL(process.env.DATABASE_URL!);
    const name = pathname.slice(1);
    const setOpen = (isOpen: boolean) =>
      withClient(databaseUrl(process.env.DATABASE_URL!, 'postgres'), async (client) => {
        await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${isOpen}`);
        if (!isOpen)
          await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
            name,
          ]);
      });
    let back: Promise<void> = Promise.resolve();
    smtp.script.push({
      at: 'taken',
      act: async () => {
        await setOpen(false);
        back = new Promise((resolve) => setTimeout(resolve, 1_000)).then(() => setOpen(true));
      },
    });
    const mail = await reply();
    await sendMailsOf(mail.eventId);
    await back;
    await sendDueMails();
    expect(smtp.received).toHaveLength(1);
    expect(await ledgerRow(mail.id)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('a server that says nothing is left after ten seconds, and the mail waits', async () => {
    const silent = net.createServer((socket) => socket.on('error', () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    openTransport(`smtp://127.0.0.1:${(silent.address() as net.AddressInfo).port}`);
    const mail = await reply();
    const start = Date.now();
    await sendMailsOf(mail.eventId);
    expect(Date.now() - start).toBeLessThan(14_000);
    expect(await ledgerRow(mail.id)).toMatchObject({ state: 'deferred', attempts: 1 });
    silent.close();
  });
});

describe('many mails', () => {
  it('leave once each with two workers racing and jobs beside the sweep', async () => {
    const mails = [];
    for (let i = 0; i < 50; i++) mails.push(await reply(`Answer ${i}`));
    await Promise.all([
      sendDueMails(),
      sendDueMails(),
      ...mails.slice(0, 10).map((m) => sendMailsOf(m.eventId)),
    ]);
    expect(new Set(smtp.received.map((m) => m.messageId)).size).toBe(50);
    const { rows } = await sql.query<{ state: string; again: number; lapses: number }>(
      'SELECT state, sum(attempts - 1)::int AS again, sum(lapses)::int AS lapses FROM outbound_mail GROUP BY state',
    );
    // a machine that stands still for longer than the lease has one sent again, and knows it
    const lapses = rows[0]!.lapses;
    expect(rows).toEqual([{ state: 'sent', again: lapses, lapses }]);
    expect(smtp.received.length).toBeLessThanOrEqual(50 + lapses);
    const numbers = await sql.query<{ seq: number }>(
      'SELECT seq FROM event WHERE ticket_id = $1 AND seq > 0 ORDER BY seq',
      [ticket.id],
    );
    expect(numbers.rows.map((row) => row.seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  it('do not wait behind one that the server refuses', async () => {
    smtp.script.push({ at: 'rcpt', code: 550 }, { at: 'data', code: 451 });
    for (let i = 0; i < 4; i++) await reply();
    await sendDueMails();
    expect(smtp.received).toHaveLength(2);
  });

  it('of one event go to each person once', async () => {
    const mail = await reply();
    const other = await addPerson('agent', 'Bruno', 'bruno@switchboard.test');
    await sql.query(
      `INSERT INTO outbound_mail (id, event_id, template, recipient, person_id, ticket_id, message_id)
       SELECT gen_random_uuid(), event_id, template, 'bruno@switchboard.test', $2, ticket_id, message_id
       FROM outbound_mail WHERE id = $1`,
      [mail.id, other],
    );
    await sendMailsOf(mail.eventId);
    expect(smtp.received.map((m) => m.recipients).sort()).toEqual([
      ['bruno@switchboard.test'],
      ['carla@example.test'],
    ]);
    // the colleague's copy is no news for the customer's message
    expect(await deliveries()).toEqual(['sent']);
  });
});

describe('a server that does not let us in', () => {
  it('pauses all mail, keeps every one, and goes on when it does', async () => {
    let isOpen = false;
    const guarded = await startScriptedSmtp({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) =>
        isOpen ? callback(null, { user: 'desk' }) : callback(new Error('535 wrong password')),
    });
    openTransport(guarded.url.replace('smtp://', 'smtp://desk:secret@'));
    const first = await reply();
    const second = await reply();
    await sendMailsOf(first.eventId);
    expect((await ledgerRow(first.id)).state).toBe('deferred');
    expect((await ledgerRow(first.id)).error).toContain('does not let us in');
    await sendMailsOf(second.eventId);
    expect(await ledgerRow(second.id)).toMatchObject({ state: 'queued', attempts: 0 });
    isOpen = true;
    await sql.query(
      `UPDATE setting SET value = jsonb_set(value, '{until}', to_jsonb(now() - interval '1 second'))`,
    );
    await makeDue(first.id);
    await sendDueMails();
    expect(guarded.received).toHaveLength(2);
    closeTransport();
    await guarded.stop();
  });
});

describe('a mailbox with a server of its own', () => {
  let own: ScriptedSmtp;
  let lets = true;
  let mailboxId: string;
  let team: string;
  let elsewhere: TicketRows;

  beforeAll(async () => {
    own = await startScriptedSmtp({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, callback) =>
        lets && username === 'desk' && password === 'secret'
          ? callback(null, { user: 'desk' })
          : callback(new Error('535 wrong password')),
    });
    mailboxId = await addMailbox('sales@house.test');
    team = await addMailbox('other@house.test');
    const admin = await addActor('admin');
    const { port } = new URL(own.url);
    const server = { host: '127.0.0.1', port: Number(port), security: 'none', username: 'desk' } as const;
    await editMailbox(admin, mailboxId, { smtp: { ...server, password: 'secret' } });
    const { password } = (await sql.query<{ password: string }>('SELECT password FROM mailbox_smtp'))
      .rows[0]!;
    expect(password).not.toContain('secret');
    // another name for the same server asks for the password anew
    await expect(
      editMailbox(admin, mailboxId, { smtp: { ...server, host: 'localhost' } }),
    ).rejects.toMatchObject({ fields: { 'smtp.password': ['required'] } });
    expect(await testSending(admin, mailboxId, server)).toMatchObject({ trouble: null });
    expect(await testSending(admin, mailboxId, { ...server, password: 'no' })).toMatchObject({
      trouble: 'login',
    });
    expect(await testSending(admin, mailboxId, { ...server, password: 'x', port: 1 })).toMatchObject({
      trouble: 'unreachable',
    });
  });
  beforeEach(async () => {
    own.received.length = 0;
    elsewhere = await addTicket(customer.id, 'Elsewhere', 'By the house');
    await sql.query('UPDATE ticket SET mailbox_id = $2 WHERE id = $1', [ticket.id, mailboxId]);
    await sql.query('UPDATE ticket SET mailbox_id = $2 WHERE id = $1', [elsewhere.id, team]);
    await sql.query('UPDATE mailbox_smtp SET paused_until = NULL, failing_since = NULL, failures = 0');
  });
  afterAll(async () => {
    await own.stop();
    await sql.query('UPDATE ticket SET mailbox_id = NULL');
    await sql.query('DELETE FROM mailbox');
  });

  it('its mails leave by it, those of others and to staff by the house', async () => {
    const [mine, other] = [await reply(), await queueReply(customer, agentId, elsewhere)];
    const notice = await queue({
      ...{ template: 'customer_message', recipient: 'ada@switchboard.test', personId: agentId },
      ...{ ticketId: ticket.id, messageId: ticket.messageId },
    });
    for (const { eventId } of [mine, other, notice]) await sendMailsOf(eventId);
    expect(own.received.map(({ sender, recipients }) => [sender, ...recipients])).toEqual([
      ['sales@house.test', 'carla@example.test'],
    ]);
    expect(smtp.received).toHaveLength(2);
  });

  it('refused there, its mails wait and an admin is told; the others leave (F18)', async () => {
    lets = false;
    const [first, second, other] = [
      await reply(),
      await reply(),
      await queueReply(customer, agentId, elsewhere),
    ];
    await sendMailsOf(first.eventId);
    expect(await sendDueMails()).toBe(1);
    expect(await ledgerRow(first.id)).toMatchObject({ state: 'deferred' });
    expect(await ledgerRow(second.id)).toMatchObject({ state: 'queued', attempts: 0 });
    expect(await ledgerRow(other.id)).toMatchObject({ state: 'sent' });
    expect(await checkMail()).toMatchObject({ state: 'bad', says: 'mailbox_paused' });
    // the house's own is not paused by it, nor this one by the house's
    expect((await sql.query('SELECT 1 FROM setting')).rowCount).toBe(0);
    lets = true;
    await sql.query('UPDATE mailbox_smtp SET paused_until = now()');
    await sql.query(
      `INSERT INTO setting (key, value) VALUES ('mail_out_pause', jsonb_build_object('until', now() + interval '1 hour'))`,
    );
    await makeDue(first.id);
    await sendDueMails();
    expect(own.received).toHaveLength(2);
    expect(await checkMail()).not.toMatchObject({ says: 'mailbox_paused' });
  });

  it('away, it holds up its own mails alone (F16)', async () => {
    const held: net.Socket[] = [];
    const silent = net.createServer((socket) => held.push(socket)).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as net.AddressInfo;
    await sql.query('UPDATE mailbox_smtp SET port = $1, version = gen_random_uuid()', [port]);
    const mine = await Promise.all(Array.from({ length: 6 }, () => reply()));
    const others = await Promise.all(
      Array.from({ length: 6 }, () => queueReply(customer, agentId, elsewhere)),
    );
    const began = Date.now();
    const sweep = sendDueMails();
    await vi.waitFor(async () => {
      for (const { id } of others) expect((await ledgerRow(id)).state).toBe('sent');
    }, 5_000);
    expect(Date.now() - began).toBeLessThan(5_000);
    for (const socket of held) socket.destroy();
    silent.close();
    await sweep;
    for (const { id } of mine) expect(['deferred', 'queued']).toContain((await ledgerRow(id)).state);
  }, 20_000);
});

describe('answers that wait (G16)', () => {
  const delay = (seconds: number) =>
    sql.query(`INSERT INTO setting (key, value) VALUES ('reply_mail_delay_seconds', to_jsonb($1::int))`, [
      seconds,
    ]);
  const say = async (body: string) => {
    const agent = (await loadActor(sql, agentId))!;
    return (await postMessage(agent, ticket.id, { body, is_internal: false }, 'WEB')).id;
  };
  const states = async () =>
    (
      await sql.query<{ state: string }>(
        `SELECT state FROM outbound_mail WHERE template = 'reply' AND ticket_id = $1 ORDER BY id`,
        [ticket.id],
      )
    ).rows.map(({ state }) => state);
  const due = () => sql.query('UPDATE outbound_mail SET next_attempt_at = now()');
  const seen = async (messageId: string) =>
    markRead((await loadActor(sql, customer.id))!, ticket.id, messageId);

  it('leave at once where nothing else is set, read or not', async () => {
    await seen(await say('At once.'));
    await sendDueMails();
    expect(await states()).toEqual(['sent']);
  });

  it('are one mail with all of them, and what became of it is told on each', async () => {
    await delay(60);
    for (const body of ['First.', 'Second.', 'Third.']) await say(body);
    expect(await sendDueMails()).toBe(0);
    smtp.script.push({ at: 'rcpt', code: 450 });
    await due();
    expect(await sendDueMails()).toBe(1);
    expect(await states()).toEqual(['deferred', 'deferred', 'deferred']);
    await due();
    expect(await sendDueMails()).toBe(1);
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
    expect(smtp.received).toHaveLength(1);
    const { raw } = smtp.received[0]!;
    for (const body of ['First.', 'Second.', 'Third.']) expect(raw).toContain(body);
    expect(await deliveries()).toEqual(['deferred', 'deferred', 'deferred', 'sent', 'sent', 'sent']);
  });

  it('that he has read in the portal meanwhile are not mailed; one that he has not takes all along', async () => {
    await delay(60);
    await say('One.');
    await seen(await say('Two.'));
    await due();
    await sendDueMails();
    expect([smtp.received.length, await states()]).toEqual([0, ['spared', 'spared']]);
    await say('Three.');
    await due();
    await sendDueMails();
    expect([smtp.received.length, await states()]).toEqual([1, ['spared', 'spared', 'sent']]);
  });
});
