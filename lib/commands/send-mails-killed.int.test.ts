import { afterAll, beforeAll, expect, it } from 'vitest';
import { testEnvironment } from '@/tests/environment';
import { addPerson, addTicket, ledgerRow, queueReply } from '@/tests/mail-ledger';
import { startScript } from '@/tests/processes';
import { type ScriptedSmtp, startScriptedSmtp } from '@/tests/scripted-smtp';
import { closePool } from '../db/pool';

/** Fault F2: the worker dies by kill -9 when the server has the mail and the ledger does not know it yet. */
let smtp: ScriptedSmtp;
beforeAll(async () => {
  smtp = await startScriptedSmtp();
});
afterAll(async () => {
  await smtp.stop();
  await closePool();
});

const worker = () => startScript('tests/send-mails-once.ts', testEnvironment({ SMTP_URL: smtp.url }));

it('sends it once more under the same Message-ID, the others once, and all rows end sent', async () => {
  const agent = await addPerson('agent', 'Ada', 'ada@switchboard.test');
  const customer = { id: await addPerson('customer', 'Carla', 'c@example.test'), email: 'c@example.test' };
  const ticket = await addTicket(customer.id, 'Printer', 'x');
  const mails = [];
  for (let i = 0; i < 12; i++) mails.push(await queueReply(customer, agent, ticket, `Answer ${i}`));
  const first = worker();
  smtp.script.push(
    { at: 'take' },
    { at: 'take' },
    { at: 'taken', act: () => process.kill(first.pid, 'SIGKILL') },
  );
  expect(await first.exited).toBeNull();
  const reached = smtp.received.length;
  expect(reached).toBeGreaterThanOrEqual(3);
  expect(reached).toBeLessThan(12);

  // until the lease of the dead one has lapsed, nobody touches what it had
  await expect.poll(runUntilSent(mails), { timeout: 25_000, interval: 500 }).toBe(true);
  const copies = new Map<string, number>();
  for (const { messageId } of smtp.received) copies.set(messageId, (copies.get(messageId) ?? 0) + 1);
  const rows = await Promise.all(mails.map(({ id }) => ledgerRow(id)));
  expect(new Set(copies.keys())).toEqual(new Set(rows.map((row) => row.message_header)));
  for (const row of rows) expect(copies.get(row.message_header!)).toBeLessThanOrEqual(1 + row.lapses);
  expect(Math.max(...copies.values())).toBe(2);
});

function runUntilSent(mails: { id: string }[]) {
  return async () => {
    await worker().exited;
    const rows = await Promise.all(mails.map(({ id }) => ledgerRow(id)));
    return rows.every((row) => row.state === 'sent');
  };
}
