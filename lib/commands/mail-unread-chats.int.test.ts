import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

// the limit per hour is looked at
vi.hoisted(() => {
  process.env.RATE_LIMIT_SCALE = '1';
});

import { newId } from '@/lib/clock';
import { addActor, fileTicket } from '@/tests/factories';
import { mailedCode, send } from '@/tests/identity';
import { addMailbox, rawMail, receive } from '@/tests/mail-in';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { startMailOut } from '../email/start';
import { getMailboxMail } from '../queries/get-mailbox-mail';
import { listMailbox } from '../queries/list-mailbox';
import type { Actor } from '../rules/permissions';
import { postMessageInput } from '../schemas/post-message';
import { mailUnreadChats } from './mail-unread-chats';
import { postMessage } from './post-message';
import { sendMailsOf } from './send-mails-of';

/** A chat goes on by mail (product F13, 2.27; spec/reliability.md C35, B97). */
let mailOut: { stop(): Promise<void> };
let agent: Actor;
let mailboxId: string;
const key = `w_${newId()}`;

beforeAll(async () => {
  mailOut = await startMailOut();
  agent = await addActor('agent', { available: true });
  mailboxId = await addMailbox('chat@house.test');
  await sql.query("INSERT INTO widget (id, key, name, nonce) VALUES ($1, $2, 'Shop', 'x')", [newId(), key]);
});
afterAll(async () => {
  await mailOut.stop();
  await closePool();
});

interface Chat {
  token: string;
  id: string;
}
async function chat(email: string, words = 'BUY PILLS at evil.example'): Promise<Chat> {
  const visit = await send('POST', `/widget/${key}/visitors/`, { body: { locale: 'de' } });
  const access = String(visit.body.token);
  const begun = await send('POST', '/widget/conversations/', {
    access,
    body: { body: words, name: 'Mallory', email },
  });
  const { conversation } = begun.body as unknown as { conversation: { id: string } };
  return { token: access, id: conversation.id };
}
const reply = (ticketId: string, body: string) =>
  postMessage(agent, ticketId, postMessageInput.parse({ body }), 'WEB');
/** Two minutes later; `away`: the page was closed meanwhile. */
async function later({ id }: Chat, away = true): Promise<void> {
  await sql.query(`UPDATE chat SET mail_due_at = mail_due_at - interval '2 minutes' WHERE ticket_id = $1`, [
    id,
  ]);
  await sql.query(
    `UPDATE visitor SET last_seen_at = now() - make_interval(mins => $2)
     WHERE id = (SELECT visitor_id FROM chat WHERE ticket_id = $1)`,
    [id, away ? 2 : 0],
  );
}
async function sweep(): Promise<number> {
  const events = await mailUnreadChats();
  for (const event of events) await sendMailsOf(event);
  return events.length;
}
async function mailsTo(address: string) {
  const { results } = await listMailbox(null, { to: address });
  return Promise.all(results.reverse().map(({ id }) => getMailboxMail(null, id)));
}
const duesOf = async ({ id }: Chat) =>
  (await sql.query<{ mail_due_at: Date | null }>('SELECT mail_due_at FROM chat WHERE ticket_id = $1', [id]))
    .rows[0]!.mail_due_at;

describe('answers that nobody reads', () => {
  test('are mailed once for all of them, and the chat goes on from there', async () => {
    const known = await addActor('customer', { email: 'known@example.test', name: 'Known' });
    const own = await fileTicket(known);
    const one = await chat('known@example.test');
    await reply(one.id, 'First answer');
    await reply(one.id, 'Second answer');
    expect(await sweep()).toBe(0);
    await later(one, false);
    expect(await sweep()).toBe(0);
    await later(one);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    const [mail, ...others] = await mailsTo('known@example.test');
    expect(others.filter(({ subject }) => subject.includes('Chat'))).toEqual([]);
    expect(mail!.subject).toMatch(/^Ihr Chat mit Switchboard \[#\d+\]$/);
    expect(mail!.text).toMatch(/First answer[\s\S]*Second answer/);
    expect(JSON.stringify(mail)).not.toMatch(/BUY PILLS|evil\.example|Mallory/);

    const resume = new RegExp(`/widget/${key}/#resume=(\\S+)`).exec(mail!.text)![1]!;
    const phone = await send('POST', `/widget/${key}/visitors/`, { body: { resume } });
    expect(phone.status, phone.text).toBe(201);
    expect(phone.body).toMatchObject({
      visitor: { email: 'known@example.test', email_confirmed: false },
      conversations: [{ id: one.id, unread: 2 }],
    });
    expect(phone.body.token).not.toBe(one.token);
    const bad = await send('POST', `/widget/${key}/visitors/`, {
      body: { resume: `${resume.slice(0, -3)}AAA` },
    });
    expect([bad.status, bad.body.error?.code]).toEqual([401, 'link_expired']);

    const to = mail!.headers.find(({ name }) => name === 'reply-to')!.value;
    const answered = await receive(
      mailboxId,
      rawMail({ From: 'known@example.test', To: to, Subject: `Re: ${mail!.subject}` }, 'By mail'),
      { recipients: [to] },
    );
    expect(answered).toMatchObject({ state: 'appended', ticket_id: one.id });
    const { rows } = await sql.query(
      `SELECT m.author_id = t.customer_id AS is_his, t.customer_id = $2 AS is_known FROM message m
       JOIN ticket t ON t.id = m.ticket_id WHERE m.id = $1`,
      [answered.message_id, known.id],
    );
    expect(rows).toEqual([{ is_his: true, is_known: false }]);
    // the claim is good for this chat alone
    const elsewhere = await receive(mailboxId, rawMail({ From: 'stranger@example.test', To: to }, 'Me too'), {
      recipients: [to],
    });
    expect(elsewhere.ticket_id).not.toBe(one.id);
    expect(own.id).not.toBe(one.id);
    // who went on by mail is answered by mail at once
    await reply(one.id, 'Third answer');
    await sql.query(`UPDATE visitor SET last_seen_at = now() - interval '2 minutes'`);
    expect(await sweep()).toBe(1);
    const mails = await mailsTo('known@example.test');
    expect(mails.at(-1)!.text).toContain('Third answer');
    expect(mails.at(-1)!.text).not.toContain('First answer');
  });

  test('bring a link that is dead once he has confirmed an address, also one that nobody had', async () => {
    const one = await chat('linked@example.test');
    await reply(one.id, 'Here');
    await later(one);
    await sweep();
    const [mail] = await mailsTo('linked@example.test');
    const resume = /#resume=(\S+)/.exec(mail!.text)![1]!;
    const goOn = () => send('POST', `/widget/${key}/visitors/`, { body: { resume } });
    expect((await goOn()).status).toBe(201);
    const mine = { access: one.token };
    await send('PATCH', '/widget/visitor/', { ...mine, body: { email: 'own@example.test' } });
    await send('POST', '/widget/visitor/email-code/', { ...mine, body: {} });
    const code = await mailedCode('own@example.test');
    const confirmed = await send('POST', '/widget/visitor/confirm/', { ...mine, body: { code } });
    expect(confirmed.status, confirmed.text).toBe(200);
    expect((await goOn()).status).toBe(401);
  });

  test('are not, when he reads them or has told no address', async () => {
    const one = await chat('reader@example.test');
    const { id } = await reply(one.id, 'Here');
    await send('POST', `/widget/conversations/${one.id}/read/`, {
      access: one.token,
      body: { message_id: id },
    });
    await later(one);
    expect([await sweep(), await duesOf(one)]).toEqual([0, null]);
    expect(await mailsTo('reader@example.test')).toEqual([]);
  });

  test('are mailed at once when nobody was there as he wrote; three an hour to whom nobody has confirmed', async () => {
    await addActor('customer', { email: 'victim@example.test' });
    await sql.query('UPDATE person SET is_available = false');
    const one = await chat('victim@example.test');
    for (const n of [1, 2, 3, 4]) {
      await reply(one.id, `Answer ${n}`);
      await sql.query(`UPDATE visitor SET last_seen_at = now() - interval '2 minutes'`);
      expect(await sweep()).toBe(1);
    }
    const mails = await mailsTo('victim@example.test');
    expect(mails.map(({ text }) => /Answer \d/.exec(text)?.[0])).toEqual([
      'Answer 1',
      'Answer 2',
      'Answer 3',
    ]);
    for (const mail of mails) expect(JSON.stringify(mail)).not.toMatch(/PILLS|Mallory/);
  });
});
