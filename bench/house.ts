import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '@/lib/db/migrate';
import { startPostgres } from '@/scripts/lib/embedded-postgres.mjs';
import { startWeb, startWorker, type TestProcess, type WebProcess } from '@/tests/processes';

/** A whole product for a measurement: its own PostgreSQL, one web and one worker process, a pool of our own. */
export interface House {
  url: string;
  databaseUrl: string;
  pool: pg.Pool;
  web: WebProcess;
  worker: TestProcess;
  close(): Promise<void>;
}
export const SECRET = 'bench-secret-'.padEnd(64, '0');

/** @param dir for the database and files; it stays, bench/run.ts removes it. */
export async function openHouse(dir: string): Promise<House> {
  const postgres = await startPostgres({ dir: path.join(dir, 'pg') });
  await migrate(postgres.url);
  const environment = {
    DATABASE_URL: postgres.url,
    DATA_DIR: dir,
    AUTH_SECRET: SECRET,
    DEMO: '0',
    RATE_LIMIT_SCALE: '100000',
    LOG_LEVEL: 'error',
  };
  // the rules and queries that we measure bare read the same environment
  Object.assign(process.env, environment);
  const web = await startWeb(environment);
  const worker = await startWorker(environment);
  const pool = new pg.Pool({ connectionString: postgres.url, max: 8 });
  return {
    url: web.url,
    databaseUrl: postgres.url,
    pool,
    web,
    worker,
    close: async () => {
      await pool.end();
      await Promise.all([web.stop(), worker.stop()]);
      await postgres.stop('fast');
    },
  };
}

/** Requests over `connections` kept-alive connections. */
export function client(base: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(base);
  return {
    send: (method: string, target: string, token: string, body?: unknown) =>
      new Promise<{ status: number; body: string }>((resolve, reject) => {
        const payload = body === undefined ? undefined : JSON.stringify(body);
        const headers = {
          authorization: `Bearer ${token}`,
          ...(payload
            ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }
            : {}),
        };
        const req = request({ agent, hostname, port, path: target, method, headers }, (res) => {
          let text = '';
          res.setEncoding('utf8');
          res.on('data', (chunk) => (text += chunk));
          res.on('end', () => resolve({ status: res.statusCode ?? 0, body: text }));
        });
        req.on('error', reject);
        req.end(payload);
      }),
    close: () => agent.destroy(),
  };
}

/** Runs `work` in `lanes` lanes at once for `seconds`; answers how many a second were done. */
export async function perSecond(
  lanes: number,
  seconds: number,
  work: (lane: number) => Promise<void>,
): Promise<number> {
  const until = performance.now() + seconds * 1_000;
  const began = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (performance.now() < until) {
        await work(lane);
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - began) / 1_000);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Resident memory of a process and its children's compiler, in megabytes. */
export function megabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1024);
}

export const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
