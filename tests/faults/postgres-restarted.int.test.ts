import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closePool } from '@/lib/db/pool';
import { sql } from '@/lib/db/transaction';
import { freePort, startPostgres } from '@/scripts/lib/embedded-postgres.mjs';
import { testEnvironment } from '../environment';
import { type ApiClient, addActor, apiClient, fileTicket } from '../factories';
import { backlog, brokenNumbering, overloadedAgents } from '../invariants';
import { startWeb, startWorker, type TestProcess, type WebProcess } from '../processes';
import { type ScriptedSmtp, startScriptedSmtp } from '../scripted-smtp';
import { expectCanaryLives, expectStoredOnce, Traffic, Watch } from './traffic';

/** Fault F10: PostgreSQL ends without a goodbye under load and comes back; web and worker live through it. */
const DOWN_MS = 3_000;
const dir = mkdtempSync(path.join(tmpdir(), 'switchboard-crash-'));
// A server of our own, whose commits are on paper before they are answered: the others' must not fall with it.
const settings = { fsync: 'off', max_connections: 60 };
let port: number;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let smtp: ScriptedSmtp;
let web: WebProcess;
let worker: TestProcess;
let customer: ApiClient;
let agent: ApiClient;

beforeAll(async () => {
  port = await freePort();
  [postgres, smtp] = await Promise.all([
    startPostgres({ dir: path.join(dir, 'pg'), port, settings }),
    startScriptedSmtp(),
  ]);
  process.env.DATABASE_URL = postgres.url;
  const environment = testEnvironment({
    SMTP_URL: smtp.url,
    SWEEP_SECONDS: '0.25',
    RESOLVED_WINDOW_DAYS: String(1 / 86_400),
  });
  [web, worker] = await Promise.all([startWeb(environment), startWorker(environment)]);
  customer = await apiClient(web.url, await addActor('customer'));
  agent = await apiClient(web.url, await addActor('agent', { available: true, capacity: 1000 }));
}, 180_000);
afterAll(async () => {
  await Promise.all([web?.stop(), worker?.stop()]);
  await closePool();
  await smtp?.stop();
  await postgres?.stop('immediate');
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
});

const statusOf = async (id: string) =>
  (await sql.query<{ status: string }>('SELECT status FROM ticket WHERE id = $1', [id])).rows[0]?.status;

it.each([1, 2])(
  'everything goes on by itself (%d)',
  async () => {
    const pids = [web.pid, worker.pid];
    const watch = await Watch.open(web.url, customer, 20);
    // a connection that other people's traffic never touches, so that only schedules see these two
    const solved = await fileTicket(customer.actor);
    const traffic = new Traffic(customer);
    await sleep(1_000);

    const stoppedAt = Date.now();
    await postgres.stop('immediate');
    await sql.query(`SELECT 1`).catch(() => undefined);
    await sleep(DOWN_MS);
    expect((await fetch(`${web.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${web.url}/readyz`)).status).toBe(503);
    postgres = await startPostgres({ dir: path.join(dir, 'pg'), port, settings });
    const backAt = Date.now();

    const written = watch.write(100);
    await expectCanaryLives(web.url, customer, agent, smtp);
    await sql.query(
      `UPDATE ticket SET status = 'RESOLVED', resolved_at = now() - interval '2 seconds' WHERE id = $1`,
      [solved.id],
    );
    const firsts = await written;
    await traffic.stop();

    // refused while it was away, quickly and politely, and never in any other way
    expect(
      Object.keys(traffic.statuses())
        .map(Number)
        .filter((status) => ![200, 201, 503].includes(status)),
    ).toEqual([]);
    expect(traffic.statuses(stoppedAt, backAt)[503]).toBeGreaterThan(0);
    expect(traffic.statuses(backAt + 5_000)[503]).toBeUndefined();
    expect(traffic.within(1)).toBeLessThan(6_000);
    expect(firsts.filter((answer) => answer.status !== 201 && answer.status !== 503)).toEqual([]);

    // what was refused is sent again with its key; also where the commit had happened and only its answer was lost
    for (const one of traffic.sent.filter(({ answer }) => answer.status === 503)) {
      one.answer = await one.again();
      expect([200, 201]).toContain(one.answer.status);
    }
    await expect.poll(() => watch.stale()).toEqual([]);
    await expect.poll(() => statusOf(solved.id), { timeout: 45_000 }).toBe('CLOSED');
    await expect.poll(backlog, { timeout: 60_000 }).toEqual({ events: 0, mails: 0 });
    await expectStoredOnce(traffic);
    expect(await brokenNumbering()).toEqual([]);
    expect(await overloadedAgents()).toEqual([]);
    expect([web.pid, worker.pid]).toEqual(pids);
    expect([web.alive, worker.alive]).toEqual([true, true]);
    watch.live.close();
  },
  180_000,
);
