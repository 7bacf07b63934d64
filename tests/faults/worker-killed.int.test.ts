import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postMessage } from '@/lib/commands/post-message';
import { startImport } from '@/lib/commands/start-import';
import { uploadImport } from '@/lib/commands/upload-import';
import { closePool } from '@/lib/db/pool';
import { inTransaction, sql } from '@/lib/db/transaction';
import { getImport } from '@/lib/queries/get-import';
import type { Actor } from '@/lib/rules/permissions';
import { postMessageInput } from '@/lib/schemas/post-message';
import { testEnvironment } from '../environment';
import { addActor, fileTicket } from '../factories';
import { backlog, brokenNumbering, overloadedAgents, uncounted } from '../invariants';
import { startWorker, type TestProcess } from '../processes';
import { type ScriptedSmtp, startScriptedSmtp } from '../scripted-smtp';

/** Faults F1, F2 and an import's: the worker ends by kill -9, at the worst moments and at any. */
let smtp: ScriptedSmtp;
let customer: Actor;
let admin: Actor;
let worker: TestProcess | undefined;
/** Runs when a mail's envelope is there and its text is not. */
let beforeText: (() => void) | undefined;

const start = () =>
  startWorker(
    testEnvironment({
      SMTP_URL: smtp.url,
      LEASE_SECONDS: '2',
      SWEEP_SECONDS: '0.5',
    }),
  );
/** The one that the case before left, or a new one. */
const running = async () => (worker?.alive ? worker : start());
const reply = (ref: string, body: string) => postMessage(admin, ref, postMessageInput.parse({ body }), 'WEB');

beforeAll(async () => {
  smtp = await startScriptedSmtp({
    onRcptTo: (_address, _session, callback) => {
      beforeText?.();
      callback();
    },
  });
  [customer, admin] = await Promise.all([addActor('customer'), addActor('admin')]);
});
beforeEach(() => {
  smtp.received.length = 0;
  smtp.script.length = 0;
});
afterAll(async () => {
  await worker?.stop();
  await smtp.stop();
  await closePool();
});

/** How many copies of each mail arrived, by Message-ID. */
function copies(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { messageId } of smtp.received) counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
  return counts;
}
const ledger = async () =>
  (
    await sql.query<{ state: string; message_header: string; lapses: number }>(
      'SELECT state, message_header, lapses FROM outbound_mail ORDER BY id',
    )
  ).rows;

describe('in the middle of sending', () => {
  it.each([
    ['after the server took it, before it said so', 'taken'],
    ['before the server has its text', 'before'],
  ] as const)(
    '%s: the mail arrives, at most twice and under one Message-ID',
    async (_when, at) => {
      worker = await running();
      const victim = worker;
      const { id } = await fileTicket(customer);
      await expect.poll(backlog, { timeout: 60_000 }).toEqual({ events: 0, mails: 0 });
      smtp.received.length = 0;
      // whichever of the coming mails is first: its worker dies over it
      const kill = () => void process.kill(victim.pid, 'SIGKILL');
      if (at === 'taken') smtp.script.push({ at: 'taken', act: kill });
      else beforeText = kill;
      for (let i = 0; i < 6; i++) await reply(id, `Answer ${i}`);
      expect(await victim.exited).toBeNull();
      expect((await backlog()).mails).toBeGreaterThan(0);
      beforeText = undefined;
      worker = await start();
      await expect.poll(backlog, { timeout: 60_000 }).toEqual({ events: 0, mails: 0 });
      const rows = (await ledger()).slice(-6);
      expect(rows.map((row) => row.state)).toEqual(Array(6).fill('sent'));
      const counts = copies();
      expect(new Set(counts.keys())).toEqual(new Set(rows.map((row) => row.message_header)));
      for (const row of rows) expect(counts.get(row.message_header)).toBeLessThanOrEqual(1 + row.lapses);
      expect(rows.reduce((sum, row) => sum + row.lapses, 0)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...counts.values())).toBeLessThanOrEqual(2);
      if (at === 'taken') expect(Math.max(...counts.values())).toBe(2);
    },
    180_000,
  );
});

describe('between publishing and the mark', () => {
  it('publishes again, and no job has a second effect', async () => {
    worker = await running();
    const victim = worker;
    await addActor('agent', { available: true, capacity: 3, name: 'Idle' });
    await expect.poll(backlog, { timeout: 60_000 }).toEqual({ events: 0, mails: 0 });
    smtp.received.length = 0;
    const before = (await ledger()).length;
    // the mark waits, by a trigger, for a lock that our own session holds
    await sql.query(`CREATE FUNCTION hold_mark() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END $$`);
    await sql.query(`CREATE TRIGGER hold_mark BEFORE UPDATE OF published_at ON event
      FOR EACH STATEMENT EXECUTE FUNCTION hold_mark()`);
    const { ids } = await inTransaction(async (hold) => {
      await hold.query('SELECT pg_advisory_xact_lock(4711)');
      const tickets = await Promise.all(Array.from({ length: 5 }, () => fileTicket(customer)));
      await expect.poll(waitingForMark, { timeout: 10_000, interval: 20 }).toBe(true);
      // the jobs are out and have run while the mark still waits
      await expect.poll(async () => (await routedOf(tickets)).length, { timeout: 10_000 }).toBe(3);
      await victim.kill('SIGKILL');
      return { ids: tickets.map(({ id }) => id) };
    });
    await sql.query('DROP TRIGGER hold_mark ON event');
    await sql.query('DROP FUNCTION hold_mark');
    const { rows } = await sql.query(
      `SELECT id FROM event WHERE published_at IS NULL AND ticket_id = ANY($1::uuid[])`,
      [ids],
    );
    expect(rows.length).toBeGreaterThanOrEqual(5);
    worker = await start();
    await expect.poll(backlog, { timeout: 60_000 }).toEqual({ events: 0, mails: 0 });
    const mails = (await ledger()).slice(before);
    // five confirmations to the customer, three assignments to the agent; each left once, or twice where the kill hit
    expect(mails).toHaveLength(8);
    const counts = copies();
    expect(counts.size).toBe(8);
    for (const mail of mails) expect(counts.get(mail.message_header)).toBeLessThanOrEqual(1 + mail.lapses);
    expect(await overloadedAgents()).toEqual([]);
    expect(await brokenNumbering()).toEqual([]);
    expect((await routedOf(ids.map((id) => ({ id })))).length).toBe(3);
    await sql.query('UPDATE person SET is_available = false');
  }, 180_000);
});

describe('in the middle of an import', () => {
  const ROWS = 4_500;
  /** A worker that stands still at this row, since our session holds what it waits for, and is killed there. */
  const killAt = async (table: 'import_row' | 'message') => {
    worker = await running();
    const victim = worker;
    await inTransaction(async (hold) => {
      await hold.query('SELECT pg_advisory_xact_lock(4712)');
      await sql.query(`CREATE FUNCTION hold_row() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_advisory_xact_lock(4712); RETURN NEW; END $$`);
      await sql.query(`CREATE TRIGGER hold_row BEFORE INSERT ON ${table} FOR EACH ROW
        WHEN (NEW.body = 'message 3000') EXECUTE FUNCTION hold_row()`);
      const held = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 4712 AND NOT granted`;
      await expect.poll(async () => (await sql.query(held)).rowCount, { timeout: 20_000 }).toBe(1);
      await victim.kill('SIGKILL');
    });
    await sql.query('DROP FUNCTION hold_row CASCADE');
  };
  const progress = async (id: string) =>
    (
      await sql.query<{ state: string; messages: number }>(
        `SELECT state, (SELECT count(DISTINCT import_key) FROM message WHERE import_key IS NOT NULL) AS messages
         FROM import WHERE id = $1`,
        [id],
      )
    ).rows[0]!;

  it('while it is checked, and while it comes in: every good row is there once, in order', async () => {
    const rows = Array.from({ length: ROWS }, (_, n) => {
      const at = new Date(Date.UTC(2023, 0, 1) + n * 300_000).toISOString();
      return `k${n % 50},${n % 100 === 99 ? 'never' : at},message ${n}`;
    });
    const file = Buffer.from(`customer,time,body\n${rows.join('\n')}\n`);
    const { id } = await uploadImport(admin, 'old.csv', {
      pieces: Readable.from([file]),
      attempt: () => undefined,
    });
    await startImport(admin, id, 'start');
    await killAt('import_row');
    expect(await progress(id)).toEqual({ state: 'checking', messages: 0 });
    await killAt('message');
    const cut = await progress(id);
    expect(cut.state).toBe('staged');
    expect(cut.messages).toBeLessThan(ROWS / 2);
    worker = await start();
    await expect.poll(async () => (await progress(id)).state, { timeout: 30_000 }).toBe('done');
    const made = await sql.query<{ body: string }>(
      `SELECT body FROM message WHERE import_key IS NOT NULL ORDER BY created_at, id`,
    );
    const good = Array.from({ length: ROWS }, (_, n) => n).filter((n) => n % 100 !== 99);
    expect(made.rows.map(({ body }) => body)).toEqual(good.map((n) => `message ${n}`));
    expect(await getImport(admin, id)).toMatchObject({
      counts: { rows: ROWS, bad: 45, imported: good.length, repeated: 0, conversations: 50, customers: 50 },
    });
    expect(await brokenNumbering()).toEqual([]);
  }, 180_000);
});

const routedOf = async (tickets: { id: string }[]) =>
  (
    await sql.query(
      `SELECT id FROM event WHERE type = 'assignment.changed' AND ticket_id = ANY($1::uuid[])`,
      [tickets.map(({ id }) => id)],
    )
  ).rows;
const waitingForMark = async () =>
  (
    await sql.query<{ waits: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE wait_event = 'advisory' AND query LIKE 'UPDATE event SET published_at%') AS waits`,
    )
  ).rows[0]!.waits;

describe('while messages wait to leave', () => {
  const states = async (ids: string[]) =>
    (
      await sql.query<{ state: string; messages: number; mails: number; told: number }>(
        `SELECT h.state, (SELECT count(*) FROM message m WHERE m.id = h.id) AS messages,
           (SELECT count(*) FROM outbound_mail o WHERE o.message_id = h.id) AS mails,
           (SELECT count(*) FROM event e WHERE e.type = 'message.created' AND e.data ->> 'message_id' = h.id::text) AS told
         FROM held_message h WHERE h.id = ANY($1::uuid[])`,
        [ids],
      )
    ).rows;
  const hold = async (ref: string, send_at: number) => {
    const input = postMessageInput.parse({ body: 'Wait', send_at: new Date(send_at).toISOString() });
    return (await postMessage(admin, ref, input, 'WEB')).id;
  };
  const left = { state: 'sent', messages: 1, mails: 1, told: 1 };

  it('killed before their time, and again while it comes: each leaves, and once', async () => {
    worker = await running();
    const tickets = await Promise.all(Array.from({ length: 4 }, () => fileTicket(customer)));
    await expect.poll(backlog, { timeout: 20_000 }).toEqual({ events: 0, mails: 0 });
    const first = Date.now() + 1_500;
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, n) => hold(tickets[n % 4]!.id, first + n * 150)),
    );
    await expect.poll(backlog, { interval: 20 }).toEqual({ events: 0, mails: 0 });
    await worker.kill('SIGKILL');
    expect(await states(ids)).toEqual(Array(20).fill({ state: 'held', messages: 0, mails: 0, told: 0 }));
    // some are late by now, others come while it runs
    worker = await start();
    await sleep(300);
    await worker.kill('SIGKILL');
    worker = await start();
    await expect.poll(() => states(ids), { timeout: 20_000 }).toEqual(Array(20).fill(left));
    await expect.poll(backlog, { timeout: 20_000 }).toEqual({ events: 0, mails: 0 });
    expect(await brokenNumbering()).toEqual([]);
  }, 90_000);
});

describe('again and again while work flows', () => {
  it('loses nothing: all published, routed within limits, mailed, counted, numbered without a hole', async () => {
    const agents = await Promise.all(
      [10, 10, 10].map((capacity) => addActor('agent', { available: true, capacity })),
    );
    const before = (await ledger()).length;
    let flowing = true;
    const tickets: string[] = [];
    const answers: string[] = [];
    const flow = (async () => {
      for (; flowing; await sleep(40)) {
        // a slow start of a worker shall not make a mountain for the next one
        if ((await backlog()).mails > 30) continue;
        const { id } = await fileTicket(customer);
        tickets.push(id);
        answers.push((await reply(tickets[Math.floor(Math.random() * tickets.length)]!, 'Try again.')).id);
      }
    })();
    let kills = 0;
    for (; kills < 3; kills++) {
      worker = await running();
      await sleep(300 + Math.random() * 900);
      await worker.kill('SIGKILL');
    }
    flowing = false;
    await flow;
    worker = await start();
    await expect.poll(backlog, { timeout: 60_000 }).toEqual({ events: 0, mails: 0 });
    expect(await brokenNumbering()).toEqual([]);
    await expect.poll(uncounted, { timeout: 15_000 }).toBe(0);
    const { rows } = await sql.query<{ messages: number; mailed: number }>(
      `SELECT (SELECT count(*) FROM message WHERE id = ANY($1::uuid[])) AS messages,
              (SELECT count(*) FROM outbound_mail WHERE message_id = ANY($1::uuid[]) AND template = 'reply' AND person_id = $2
                 AND (state = 'sent' OR lapses >= 3)) AS mailed`,
      [answers, customer.id],
    );
    expect(rows[0]).toEqual({ messages: answers.length, mailed: answers.length });
    const mails = (await ledger()).slice(before);
    // one that was under way at all three kills says that it may have arrived, and is no longer tried
    const told = mails.filter((mail) => mail.state === 'failed' && mail.lapses >= 3);
    const sent = mails.filter((mail) => !told.includes(mail));
    expect(sent.filter((mail) => mail.state !== 'sent')).toEqual([]);
    const counts = copies();
    for (const mail of sent) {
      expect(counts.get(mail.message_header)).toBeGreaterThanOrEqual(1);
      expect(counts.get(mail.message_header)).toBeLessThanOrEqual(1 + mail.lapses);
    }
    // by routing; what the admin took with his answers is his own affair
    for (const one of agents) {
      const { rows: held } = await sql.query('SELECT id FROM ticket WHERE assignee_id = $1', [one.id]);
      expect(held.length).toBeLessThanOrEqual(10);
    }
    expect(await worker.stop()).toBe(0);
  }, 180_000);
});
