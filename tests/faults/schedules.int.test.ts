import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '@/lib/clock';
import { stageImport } from '@/lib/commands/stage-import';
import { closePool } from '@/lib/db/pool';
import { sql } from '@/lib/db/transaction';
import type { Actor } from '@/lib/rules/permissions';
import { testEnvironment } from '../environment';
import { addActor, fileTicket } from '../factories';
import { startWorker, type TestProcess } from '../processes';

/** The sweeps alone: whatever job or wake is lost, time does its work. Nothing here has an event that would start it. */
let worker: TestProcess;
let customer: Actor;
beforeAll(async () => {
  customer = await addActor('customer');
  worker = await startWorker(
    testEnvironment({
      SWEEP_SECONDS: '0.25',
      RESOLVED_WINDOW_DAYS: String(2 / 86_400),
      SMTP_URL: 'smtp://127.0.0.1:9',
    }),
  );
}, 90_000);
afterAll(async () => {
  await worker?.stop();
  await closePool();
});

const ticketRow = async (id: string) =>
  (
    await sql.query<{ status: string; assignee_id: string | null; age: number }>(
      `SELECT status, assignee_id, extract(epoch FROM closed_at - resolved_at)::float AS age FROM ticket WHERE id = $1`,
      [id],
    )
  ).rows[0]!;

it('an agent who came without a word is given what waits', async () => {
  const { id } = await fileTicket(customer);
  await sleep(500);
  expect((await ticketRow(id)).assignee_id).toBeNull();
  const agent = await addActor('agent');
  await sql.query('UPDATE person SET is_available = true WHERE id = $1', [agent.id]);
  await expect.poll(async () => (await ticketRow(id)).assignee_id, { timeout: 10_000 }).toBe(agent.id);
  await sql.query('UPDATE person SET is_available = false');
});

it('an event of a newer version waits for a worker that knows it, and holds up nobody', async () => {
  const strange = newId();
  await sql.query(`INSERT INTO event (id, type) VALUES ($1, 'moon.risen')`, [strange]);
  const { id } = await fileTicket(customer);
  const published = async (column: string, value: string) =>
    (
      await sql.query<{ at: Date | null }>(`SELECT published_at AS at FROM event WHERE ${column} = $1`, [
        value,
      ])
    ).rows[0]!.at;
  await expect.poll(() => published('ticket_id', id), { timeout: 10_000 }).not.toBeNull();
  expect(await published('id', strange)).toBeNull();
});

it('what was resolved closes after its window and not before; what waits is never closed', async () => {
  const [resolved, waiting] = await Promise.all([fileTicket(customer), fileTicket(customer)]);
  await sql.query(`UPDATE ticket SET status = 'RESOLVED', resolved_at = now() WHERE id = $1`, [resolved.id]);
  await sql.query(`UPDATE ticket SET created_at = now() - interval '5 years' WHERE id = $1`, [waiting.id]);
  await expect.poll(async () => (await ticketRow(resolved.id)).status, { timeout: 20_000 }).toBe('CLOSED');
  expect((await ticketRow(resolved.id)).age).toBeGreaterThanOrEqual(2);
  expect((await ticketRow(waiting.id)).status).toBe('OPEN');
});

it('words that changed without a word are read for search', async () => {
  const { id } = await fileTicket(customer);
  await sql.query(`UPDATE ticket SET subject = 'Pangolin' WHERE id = $1`, [id]);
  const subject = async () =>
    (await sql.query<{ subject: string }>('SELECT subject FROM ticket_search WHERE ticket_id = $1', [id]))
      .rows[0]?.subject;
  await expect.poll(subject, { timeout: 10_000 }).toBe('pangolin');
});

it('an import whose job was lost is run all the same, once', async () => {
  const admin = await addActor('admin');
  // while the worker sleeps: its job can be neither made nor run
  await worker.kill('SIGSTOP');
  const csv =
    'User ID,Timestamp (UTC),Message Body\n77,2017-02-01 19:29:05,Where is my loan?\n77,2017-02-01 19:30:05,Hello?\n';
  const { id } = await stageImport(admin, csv, { route: false });
  await sql.query(`UPDATE event SET published_at = now() WHERE type = 'import.requested'`);
  await worker.kill('SIGCONT');
  const state = async () =>
    (await sql.query<{ state: string }>('SELECT state FROM import WHERE id = $1', [id])).rows[0]!.state;
  await expect.poll(state, { timeout: 15_000 }).toBe('done');
  await sleep(600);
  const { rows } = await sql.query<{ n: number }>(
    `SELECT count(*) AS n FROM message WHERE import_key IS NOT NULL`,
  );
  expect(rows[0]!.n).toBe(2);
});
