import { afterAll, expect, it } from 'vitest';
import { closePool } from '@/lib/db/pool';
import { inTransaction, sql } from '@/lib/db/transaction';
import { availableAgents } from '@/lib/queries/available-agents';
import { testEnvironment } from '../environment';
import { type Answer, addActor, apiClient, newRequest } from '../factories';
import { brokenNumbering } from '../invariants';
import { openLive } from '../live-client';
import { startWeb, type WebProcess } from '../processes';

/** Fault F3: the web process ends by kill -9 with requests under way; their senders repeat them with the same key. */
let web: WebProcess | undefined;
afterAll(async () => {
  await web?.stop();
  await closePool();
});

const ATTEMPTS = 50;
const stored = async () => (await sql.query<{ n: number }>('SELECT count(*) AS n FROM ticket')).rows[0]!.n;
const committing = async () =>
  (
    await sql.query<{ n: number }>(
      `SELECT count(*) AS n FROM pg_stat_activity
       WHERE datname = current_database() AND query = 'COMMIT' AND state = 'active'`,
    )
  ).rows[0]!.n;

it('each key makes one ticket, whether its answer arrived or not', async () => {
  web = await startWeb(testEnvironment());
  const { url, port } = web;
  const client = await apiClient(url, await addActor('customer'));
  // open connections and compiled queries: the fault shall hit requests, not a cold start
  expect((await client.get('/tickets/')).status).toBe(200);
  const attempts = Array.from({ length: ATTEMPTS }, () => newRequest());
  const post = ({ subject, description }: (typeof attempts)[number]) =>
    client.post('/tickets/', { subject, description }, subject);

  // a commit waits while we hold the lock: so it is known that some are under way when the process ends
  await sql.query(`CREATE FUNCTION hold_commit() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_advisory_xact_lock_shared(4712); RETURN NULL; END $$`);
  await sql.query(`CREATE CONSTRAINT TRIGGER hold_commit AFTER INSERT ON ticket DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION hold_commit()`);
  const answers = attempts.slice(0, 8).map(post);
  await Promise.all(answers);
  await inTransaction(async (hold) => {
    await hold.query('SELECT pg_advisory_xact_lock(4712)');
    answers.push(...attempts.slice(8).map(post));
    await expect.poll(committing, { timeout: 10_000, interval: 10 }).toBeGreaterThan(1);
    // frozen: these are committed when the lock is released, and nobody can be told
    await web!.kill('SIGSTOP');
  });
  await expect.poll(committing, { timeout: 10_000, interval: 10 }).toBe(0);
  await web.kill('SIGKILL');
  await sql.query('DROP TRIGGER hold_commit ON ticket');
  const first: Answer[] = await Promise.all(answers);
  const answered = first.filter((answer) => answer.status === 201);
  const committed = await stored();
  expect(first.filter((answer) => answer.status !== 201 && answer.status !== 0)).toEqual([]);
  expect(answered.length).toBeLessThan(ATTEMPTS);
  // committed, and nobody was told
  expect(committed).toBeGreaterThan(answered.length);

  web = await startWeb(testEnvironment({ PORT: String(port) }));
  const second = await Promise.all(attempts.map(post));
  expect(second.map((answer) => answer.status)).toEqual(Array(ATTEMPTS).fill(201));
  const { rows } = await sql.query<{ subject: string; id: string }>('SELECT subject, id FROM ticket');
  expect(rows).toHaveLength(ATTEMPTS);
  const ids = new Map(rows.map((row) => [row.subject, row.id]));
  expect(ids.size).toBe(ATTEMPTS);
  // the first answer, where there was one, and the second name the ticket that is there
  for (const [i, { subject }] of attempts.entries()) {
    expect(second[i]!.body.id).toBe(ids.get(subject));
    if (first[i]!.status === 201) expect(first[i]!.body.id).toBe(ids.get(subject));
  }
  const { rows: mails } = await sql.query(`SELECT ticket_id FROM outbound_mail WHERE template = 'received'`);
  expect(new Set(mails.map((mail) => mail.ticket_id)).size).toBe(mails.length);
  expect(await brokenNumbering()).toEqual([]);
}, 120_000);

it('who had a line to it is missed once its last heartbeat and the grace are over', async () => {
  const agent = await apiClient(web!.url, await addActor('agent', { available: true }));
  const isThere = async () => (await availableAgents({ pace: null })).some(({ id }) => id === agent.actor.id);
  const live = openLive(web!.url, { token: agent.token, reconnection: false });
  const process = async () =>
    (
      await sql.query<{ process: string }>(
        'SELECT process FROM person_connection WHERE person_id = $1 AND closed_at IS NULL',
        [agent.actor.id],
      )
    ).rows[0]?.process;
  await expect.poll(process, { timeout: 10_000 }).toBeDefined();
  await web!.kill('SIGKILL');
  live.close();
  const killed = await process();
  const last = (seconds: number) =>
    sql.query('UPDATE heartbeat SET beat_at = now() - make_interval(secs => $2) WHERE process = $1', [
      killed,
      seconds,
    ]);
  await sql.query(`UPDATE person SET spell_at = now() - interval '1 hour' WHERE id = $1`, [agent.actor.id]);
  await last(135);
  expect(await isThere()).toBe(true);
  await last(145);
  expect(await isThere()).toBe(false);
}, 60_000);
