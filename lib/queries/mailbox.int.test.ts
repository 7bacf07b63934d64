import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addPerson, addTicket, queueReply } from '@/tests/mail-ledger';
import { signInOptions } from '../auth/sign-in-options';
import { newId } from '../clock';
import { sendDueMails } from '../commands/send-due-mails';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { startMailOut } from '../email/start';
import * as environment from '../env';
import { NotFound } from '../errors';
import { getMailboxMail } from './get-mailbox-mail';
import { listMailbox } from './list-mailbox';

let mailOut: { stop(): Promise<void> };
beforeAll(async () => {
  mailOut = await startMailOut();
});
afterAll(async () => {
  await mailOut.stop();
  await closePool();
});

async function sendReply(name: string, email: string, body: string) {
  const agent = await addPerson('agent', 'Ada', `ada-${newId()}@switchboard.test`);
  const id = await addPerson('customer', name, email);
  await queueReply({ id, email }, agent, await addTicket(id, 'Drucker 🖨️ & Papier', 'x'), body);
  await sendDueMails();
}

/** The same questions with another environment. */
function withEnv(over: Partial<environment.Env>, check: () => Promise<void>): Promise<void> {
  const spy = vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), ...over });
  return check().finally(() => spy.mockRestore());
}

describe('the catch-all', () => {
  it('takes real mail and shows it as it was meant', async () => {
    await sendReply('Carla', 'carla@example.test', 'Grüße,\n<b>Ada</b>');
    await sendReply('Dora', 'dora@example.test', 'For Dora');
    const all = await listMailbox(null, {});
    expect(all.results.map((mail) => mail.to)).toEqual(['dora@example.test', 'carla@example.test']);
    const { results } = await listMailbox(null, { to: 'Carla@Example.test' });
    expect(results).toHaveLength(1);
    expect(results[0]!.text).toContain('Grüße,\n<b>Ada</b>');
    expect(results[0]!.subject).toMatch(/^Drucker 🖨️ & Papier \[#\d+\]$/u);
    const mail = await getMailboxMail(null, results[0]!.id);
    expect(mail.from).toBe('Ada (Switchboard) <support@switchboard.test>');
    expect(mail.html).toContain('&lt;b&gt;Ada&lt;/b&gt;');
    expect(mail.headers.map((header) => header.name)).toContain('x-switchboard-reply-token');
  });

  it('keeps the newest thousand', async () => {
    await sql.query(
      `INSERT INTO caught_mail (id, recipient, sender, subject, raw, created_at)
       SELECT gen_random_uuid(), 'old@example.test', '', 'old', 'Subject: old', now() - interval '1 day'
       FROM generate_series(1, 1000)`,
    );
    await sendReply('Emil', 'emil@example.test', 'newest');
    const { rows } = await sql.query<{ count: number }>('SELECT count(*) FROM caught_mail');
    expect(rows[0]!.count).toBe(1000);
    const { results } = await listMailbox(null, {});
    expect(results).toHaveLength(100);
    expect(results[0]!.to).toBe('emil@example.test');
  });
});

describe('who may look', () => {
  const roles = ['customer', 'agent', 'admin', null] as const;

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('anyone while the product listens on %s', (HOST) =>
    withEnv({ HOST }, async () => {
      for (const role of roles) await expect(listMailbox(role, {})).resolves.toBeDefined();
    }),
  );

  it.each(['0.0.0.0', '::', '10.0.0.5', '127.0.0.1.evil.example'])('admins alone on %s', (HOST) =>
    withEnv({ HOST }, async () => {
      await expect(listMailbox('admin', {})).resolves.toBeDefined();
      for (const role of ['customer', 'agent', null] as const) {
        await expect(listMailbox(role, {})).rejects.toThrow(NotFound);
        await expect(getMailboxMail(role, newId())).rejects.toThrow(NotFound);
      }
    }),
  );

  it('admins alone behind a proxy: what listens on loopback is reached by others under its address', () =>
    withEnv({ HOST: '127.0.0.1', APP_URL: 'https://help.example' }, async () => {
      await expect(listMailbox('admin', {})).resolves.toBeDefined();
      await expect(listMailbox(null, {})).rejects.toThrow(NotFound);
      expect(signInOptions()).toMatchObject({ demo: null, mailbox: false, lab: false });
    }));

  it('nobody when mail really leaves', () =>
    withEnv({ SMTP_URL: 'smtp://mail.example' }, async () => {
      for (const role of roles) await expect(listMailbox(role, {})).rejects.toThrow(NotFound);
    }));

  it('404 for a mail that is not there', async () => {
    await expect(getMailboxMail('admin', newId())).rejects.toThrow(NotFound);
  });
});
