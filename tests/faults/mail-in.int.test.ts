import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newNonce } from '@/lib/auth/secrets';
import { newId } from '@/lib/clock';
import { createMailbox } from '@/lib/commands/create-mailbox';
import { postMessage } from '@/lib/commands/post-message';
import { closePool } from '@/lib/db/pool';
import { sql } from '@/lib/db/transaction';
import { handIn } from '@/lib/email/hand-in';
import type { Actor } from '@/lib/rules/permissions';
import { createMailboxInput } from '@/lib/schemas/email-channel';
import { postMessageInput } from '@/lib/schemas/post-message';
import { freePort } from '@/scripts/lib/embedded-postgres.mjs';
import { testEnvironment } from '../environment';
import { addActor } from '../factories';
import { rawMail } from '../mail-in';
import { startWorker, type TestProcess } from '../processes';
import { type ScriptedSmtp, startScriptedSmtp } from '../scripted-smtp';
import { freshDatabase } from '../setup/template';

/**
 * Mail through the real door of a real worker: what it does when it is killed, and what two houses do to each other
 * whose headers somebody takes away between them (spec/reliability.md P4 to P6, C34).
 */
let house: TestProcess;
let port: number;
let out: ScriptedSmtp;
let admin: Actor;
const start = () =>
  startWorker(
    testEnvironment({ SMTP_URL: out.url, MAIL_IN_SMTP: `127.0.0.1:${port}`, RATE_LIMIT_SCALE: '1' }),
  );

beforeAll(async () => {
  [out, port] = await Promise.all([startScriptedSmtp(), freePort()]);
  admin = await addActor('admin');
  await createMailbox(admin, createMailboxInput.parse({ address: 'support@house.test' }));
  house = await start();
});
afterAll(async () => {
  await house?.stop();
  await out.stop();
  await closePool();
});

/** As a mail server does: again and again, until it is told that the mail is taken. */
async function deliver(to: number, envelope: { from: string; to: string[] }, raw: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await handIn(`smtp://127.0.0.1:${to}`, envelope, raw);
      return;
    } catch (error) {
      if ((error as { responseCode?: number }).responseCode === 550 || tries > 60) throw error;
      await sleep(200);
    }
  }
}

test('mails keep coming while the worker is killed: each is there, each once', async () => {
  const mails = Array.from({ length: 24 }, (_, n) => rawMail({ From: `c${n}@example.test` }, `Number ${n}`));
  const sending = mails.map(async (raw, n) => {
    await sleep(n * 40);
    await deliver(port, { from: `c${n}@example.test`, to: ['support@house.test'] }, raw);
  });
  await sleep(500);
  await house.kill('SIGKILL');
  house = await start();
  await Promise.all(sending);
  await expect
    .poll(async () => (await sql.query(`SELECT 1 FROM inbound_mail WHERE state = 'received'`)).rowCount, {
      timeout: 20_000,
    })
    .toBe(0);
  const { rows } = await sql.query(
    `SELECT m.body FROM message m JOIN ticket t ON t.id = m.ticket_id WHERE t.channel = 'EMAIL' ORDER BY m.body`,
  );
  expect(rows.map(({ body }) => body)).toEqual(mails.map((_, n) => `Number ${n}`).sort());
  await expect(
    deliver(port, { from: 'a@b.test', to: ['nobody@house.test'] }, mails[0]!),
  ).rejects.toMatchObject({
    responseCode: 550,
  });
}, 90_000);

test('of one who sends without end the rest is held back', async () => {
  for (let n = 0; n < 34; n++)
    await deliver(
      port,
      { from: 'robot@example.test', to: ['support@house.test'] },
      rawMail({ From: 'robot@example.test' }, `${n}`),
    );
  const ends = async () =>
    (
      await sql.query(
        `SELECT coalesce(reason, state) AS "end", count(*)::int AS n FROM inbound_mail
         WHERE sender = 'robot@example.test' GROUP BY 1 ORDER BY 1`,
      )
    ).rows;
  await expect.poll(ends).toEqual([
    { end: 'created', n: 30 },
    { end: 'too_many', n: 4 },
  ]);
});

test('two houses that answer each other stop, even when all marks of machines are lost', async () => {
  out.received.length = 0;
  const { postgres, template } = inject('services');
  const databaseUrl = await freshDatabase(postgres, template);
  const other = new pg.Client({ connectionString: databaseUrl });
  await other.connect();
  await other.query(`INSERT INTO mailbox (id, address, nonce) VALUES ($1, 'help@other.test', $2)`, [
    newId(),
    newNonce(),
  ]);
  const [otherOut, otherPort] = await Promise.all([startScriptedSmtp(), freePort()]);
  const away = await startWorker({
    ...testEnvironment({
      SMTP_URL: otherOut.url,
      MAIL_IN_SMTP: `127.0.0.1:${otherPort}`,
      RATE_LIMIT_SCALE: '1',
    }),
    ...{
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: 'another-secret-'.padEnd(64, '9876543210fedcba'),
      MAIL_FROM: 'help@other.test',
    },
  });
  try {
    let carried = 0;
    const isOver = { now: false };
    /** A post office that loses every header by which a machine is known, and who sent it. */
    const carry = async (from: ScriptedSmtp, to: number, sender: string) => {
      for (let next = 0; !isOver.now; await sleep(50))
        for (; next < from.received.length; next++) {
          const { raw, recipients } = from.received[next]!;
          const bare = raw.replace(
            /^(?:auto-submitted|x-auto-response-suppress|precedence|x-switchboard-[a-z-]+):.*\r\n(?:[ \t].*\r\n)*/gim,
            '',
          );
          if (!/@(?:house|other)\.test$/.test(recipients[0]!)) continue;
          carried++;
          await deliver(to, { from: sender, to: recipients }, bare);
        }
    };
    const post = [carry(out, otherPort, 'support@house.test'), carry(otherOut, port, 'help@other.test')];
    await deliver(
      port,
      { from: 'help@other.test', to: ['support@house.test'] },
      rawMail({ From: 'help@other.test' }),
    );
    await sleep(2_500);
    const { rows } = await sql.query<{ id: string }>(
      `SELECT t.id FROM ticket t JOIN person p ON p.id = t.customer_id WHERE p.email = 'help@other.test'`,
    );
    expect(rows).toHaveLength(1);
    // and once more when a person has answered
    await postMessage(admin, rows[0]!.id, postMessageInput.parse({ body: 'We look at it.' }), 'WEB');
    await expect.poll(() => carried, { timeout: 15_000 }).toBeGreaterThanOrEqual(3);
    const before = carried;
    await sleep(2_000);
    expect(carried).toBe(before);
    expect(carried).toBeLessThanOrEqual(5);
    isOver.now = true;
    await Promise.all(post);
  } finally {
    await away.stop();
    await otherOut.stop();
    await other.end();
  }
}, 90_000);
