import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';

// the other tests lift the limits per time; here they are what is looked at
vi.hoisted(() => {
  process.env.RATE_LIMIT_SCALE = '1';
});

import { addPerson, addTicket, ledgerRow, queue } from '@/tests/mail-ledger';
import { type ScriptedSmtp, startScriptedSmtp } from '@/tests/scripted-smtp';
import { newNonce } from '../auth/secrets';
import { newId } from '../clock';
import { sendDueMails } from '../commands/send-due-mails';
import { claimMail } from '../commands/steps/claim-mail';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { closeTransport, openTransport } from './transport';

let smtp: ScriptedSmtp;
const VICTIM = 'victim@example.test';

beforeAll(async () => {
  smtp = await startScriptedSmtp();
  openTransport(smtp.url);
});
beforeEach(async () => {
  await sql.query('DELETE FROM outbound_mail');
  smtp.received.length = 0;
});
afterAll(async () => {
  closeTransport();
  await smtp.stop();
  await closePool();
});

async function queueCode(email: string, personId: string | null = null): Promise<string> {
  const id = newId();
  await sql.query(
    `INSERT INTO email_code (id, purpose, email, nonce, expires_at)
     VALUES ($1, 'sign_up', $2, $3, now() + interval '10 minutes')`,
    [id, email, newNonce()],
  );
  return (await queue({ template: 'code', recipient: email, secretId: id, personId })).id;
}

it('an address that nobody here has gets three mails an hour, through whichever door', async () => {
  const attacker = await addPerson('customer', 'Mallory', 'mallory@example.test');
  const ids: string[] = [];
  for (let i = 0; i < 50; i++) ids.push(await queueCode(VICTIM));
  for (let i = 0; i < 50; i++) {
    const ticket = await addTicket(attacker, 'BUY NOW', 'cheap pills at http://evil.example');
    ids.push((await queue({ template: 'ticket_received', recipient: VICTIM, ticketId: ticket.id })).id);
  }
  // five lanes race for the three places
  await sendDueMails();
  expect(smtp.received).toHaveLength(3);
  for (const mail of smtp.received) expect(mail.raw).not.toMatch(/BUY NOW|pills|evil|Mallory/);
  const failed = await Promise.all(ids.map(ledgerRow));
  expect(failed.filter((row) => row.state === 'failed')).toHaveLength(97);
});

it('holds when twenty workers claim at the same moment', async () => {
  for (let round = 0; round < 5; round++) {
    const email = `victim${round}@example.test`;
    for (let i = 0; i < 20; i++) await queueCode(email);
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimMail(null)));
    expect(claims.filter((claim) => claim?.refusal === null)).toHaveLength(3);
  }
});

it('shows a stranger neither subject nor text nor name, and still says how to go on', async () => {
  const attacker = await addPerson('customer', 'Mallory Two', 'mallory2@example.test');
  const ticket = await addTicket(attacker, 'BUY NOW', 'cheap pills');
  await queue({ template: 'ticket_received', recipient: VICTIM, ticketId: ticket.id });
  await sendDueMails();
  expect(smtp.received).toHaveLength(1);
  const { raw } = smtp.received[0]!;
  expect(raw).toContain(`Subject: We got your request [#${ticket.number}]`);
  expect(raw).not.toMatch(/BUY NOW|pills|Mallory/);
});

it('counts by the hour: the fourth goes out when the first is an hour old', async () => {
  for (let i = 0; i < 3; i++) await queueCode(VICTIM);
  await sendDueMails();
  await sql.query(`UPDATE outbound_mail SET sent_at = now() - interval '61 minutes'
                   WHERE id = (SELECT min(id::text)::uuid FROM outbound_mail)`);
  await queueCode(VICTIM);
  await queueCode(VICTIM);
  await sendDueMails();
  expect(smtp.received).toHaveLength(4);
});

/** How many of what waits would leave. */
async function leaving(): Promise<number> {
  let count = 0;
  for (let claim = await claimMail(null); claim; claim = await claimMail(null))
    if (claim.refusal === null) count += 1;
  return count;
}

it('counts for whom a mail alone made a person, through all doors; what staff answers him leaves', async () => {
  const id = await addPerson('customer', 'Forged', VICTIM);
  await sql.query('UPDATE person SET is_unproven = true WHERE id = $1', [id]);
  const ticket = await addTicket(id, 'Subject', 'Body');
  for (let i = 0; i < 2; i++) {
    for (const template of ['ticket_received', 'status'] as const)
      await queue({ template, recipient: VICTIM, personId: id, ticketId: ticket.id });
    await queueCode(VICTIM, id);
    await queueCode(VICTIM);
  }
  expect(await leaving()).toBe(3);
  for (let i = 0; i < 4; i++)
    await queue({ template: 'reply', recipient: VICTIM, personId: id, ticketId: ticket.id });
  expect(await leaving()).toBe(4);
});

it('counts what others have sent to an address that somebody has; his own mail leaves', async () => {
  const id = await addPerson('customer', 'Claimed', 'claimed@example.test');
  for (let i = 0; i < 6; i++) await queueCode('claimed@example.test');
  expect(await leaving()).toBe(3);
  for (let i = 0; i < 4; i++) await queueCode('claimed@example.test', id);
  expect(await leaving()).toBe(4);
});

it('does not hold back mail to people who are registered', async () => {
  const id = await addPerson('customer', 'Carla', 'carla@example.test');
  for (let i = 0; i < 6; i++) await queueCode('carla@example.test', id);
  await sendDueMails();
  expect(smtp.received).toHaveLength(6);
});
