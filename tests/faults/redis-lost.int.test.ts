import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closePool } from '@/lib/db/pool';
import { sql } from '@/lib/db/transaction';
import { testEnvironment } from '../environment';
import { type ApiClient, addActor, apiClient, fileTicket } from '../factories';
import { backlog, brokenNumbering, overloadedAgents } from '../invariants';
import { connectLive } from '../live-client';
import { startWeb, startWorker, type TestProcess, type WebProcess } from '../processes';
import { type RedisServer, startRedis } from '../redis';
import { type ScriptedSmtp, startScriptedSmtp } from '../scripted-smtp';
import { expectCanaryLives, expectStoredOnce, Traffic, Watch } from './traffic';

/** Faults F6 and F7: Redis is killed and comes back empty, or is flushed; PostgreSQL has all that counts. */
describe('without Redis', () => {
  let redis: RedisServer;
  let smtp: ScriptedSmtp;
  let web: WebProcess;
  let worker: TestProcess;
  let customer: ApiClient;
  let agent: ApiClient;
  let pids: number[];

  beforeAll(async () => {
    [redis, smtp] = await Promise.all([startRedis(), startScriptedSmtp()]);
    const environment = testEnvironment({
      REDIS_URL: redis.url,
      SMTP_URL: smtp.url,
      SWEEP_SECONDS: '0.25',
      RESOLVED_WINDOW_DAYS: String(1 / 86_400),
    });
    [web, worker] = await Promise.all([startWeb(environment), startWorker(environment)]);
    pids = [web.pid, worker.pid];
    customer = await apiClient(web.url, await addActor('customer'));
    agent = await apiClient(web.url, await addActor('agent', { available: true, capacity: 1000 }));
  }, 180_000);
  afterAll(async () => {
    await Promise.all([web?.stop(), worker?.stop()]);
    await closePool();
    await smtp?.stop();
    await redis?.remove();
  });

  const ready = async () => {
    const response = await fetch(`${web.url}/readyz`);
    return { status: response.status, ...((await response.json()) as { parts: { queue: string } }).parts };
  };
  const statusOf = async (id: string) =>
    (await sql.query<{ status: string }>('SELECT status FROM ticket WHERE id = $1', [id])).rows[0]?.status;
  const unserved = async () =>
    (
      await sql.query<{ n: number }>(
        `SELECT count(*) AS n FROM ticket WHERE assignee_id IS NULL AND status = 'OPEN'`,
      )
    ).rows[0]!.n;

  /** What must be true of everybody a while after the fault. */
  async function expectRecovered(traffic: Traffic, watch: Watch): Promise<void> {
    await traffic.stop();
    expect(
      Object.keys(traffic.statuses())
        .map(Number)
        .filter((status) => status !== 200 && status !== 201),
    ).toEqual([]);
    await expect.poll(() => watch.stale()).toEqual([]);
    const solved = await fileTicket(customer.actor);
    await sql.query(
      `UPDATE ticket SET status = 'RESOLVED', resolved_at = now() - interval '2 seconds' WHERE id = $1`,
      [solved.id],
    );
    await expect.poll(() => statusOf(solved.id), { timeout: 15_000 }).toBe('CLOSED');
    await expect.poll(unserved, { timeout: 15_000 }).toBe(0);
    await expect.poll(backlog, { timeout: 60_000 }).toEqual({ events: 0, mails: 0 });
    const { rows: failed } = await sql.query(`SELECT id FROM outbound_mail WHERE state <> 'sent'`);
    expect(failed).toEqual([]);
    await expectStoredOnce(traffic);
    expect(await brokenNumbering()).toEqual([]);
    expect(await overloadedAgents()).toEqual([]);
    expect([web.pid, worker.pid]).toEqual(pids);
    expect([web.alive, worker.alive]).toEqual([true, true]);
    watch.live.close();
  }

  it('the first job of a process that has just started finds a connection', async () => {
    vi.resetModules();
    vi.stubEnv('REDIS_URL', redis.url);
    const { prepareEngine } = await import('@/lib/jobs/engine');
    const { addJobs, closeQueues } = await import('@/lib/jobs/queue');
    try {
      await prepareEngine();
      await sleep(1_000);
      await addJobs([{ name: 'sweep-messenger', payload: {}, id: 'first-of-all' }]);
    } finally {
      await closeQueues();
      vi.unstubAllEnvs();
      vi.resetModules();
    }
  });

  it('killed, and back without its data: requests go on, all work is done afterwards', async () => {
    const watch = await Watch.open(web.url, customer, 20);
    const traffic = new Traffic(customer);
    await sleep(500);
    await redis.kill();
    const written = watch.write(150);
    // screens that would hear nothing are not let believe that they are live
    await expect.poll(() => watch.live.socket.connected, { timeout: 6_000 }).toBe(false);
    await expect(connectLive(web.url, customer)).rejects.toMatchObject({ data: { code: 'unavailable' } });
    expect(await ready()).toMatchObject({ status: 200, queue: 'down' });
    await redis.start();
    await expectCanaryLives(web.url, customer, agent, smtp);
    expect((await written).map((answer) => answer.status)).toEqual(Array(20).fill(201));
    expect(traffic.within(0.95)).toBeLessThan(2_000);
    await expectRecovered(traffic, watch);
    expect(await ready()).toMatchObject({ status: 200, queue: 'ok' });
  }, 180_000);

  it('flushed again and again, with jobs waiting: the sweeps do what the jobs would have done', async () => {
    const watch = await Watch.open(web.url, customer, 10);
    // five mails under way and the others waiting in the queue, when it is emptied
    for (let i = 0; i < 10; i++) smtp.script.push({ at: 'slow', milliseconds: 300 });
    const traffic = new Traffic(customer);
    const admin = new Redis(redis.url);
    let waiting = 0;
    const written = watch.write(100);
    for (let i = 0; i < 15; i++) {
      await sleep(100);
      waiting += (await admin.llen('switchboard:mail:wait')) + (await admin.llen('switchboard:routing:wait'));
      await admin.flushall();
    }
    expect(waiting).toBeGreaterThan(0);
    await expectCanaryLives(web.url, customer, agent, smtp);
    await written;
    await expectRecovered(traffic, watch);
    await admin.quit();
  }, 180_000);
});
