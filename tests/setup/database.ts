import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, inject, vi } from 'vitest';
import { variables } from '../environment';
import { freshDatabase } from './template';

/**
 * Runs before each integration file: a database of its own (copied from the template in about 0.1 s), its own Redis
 * database, its own data folder, and the environment that points there. One process runs many files, so that
 * packages are loaded once; our own modules, which remember an environment, a pool or a login, are loaded anew.
 */
const services = inject('services');
const file = process.env.VITEST_WORKER_ID ?? '0';

const dataDir = path.join(services.dir, `data-${file}`);
mkdirSync(dataDir, { recursive: true, mode: 0o700 });

/** Each file has its own numbered database of the one Redis server. */
async function freshRedis(server: string): Promise<string> {
  const url = `${server}/${file}`;
  const redis = new Redis(url);
  await redis.flushdb();
  await redis.quit();
  return url;
}

for (const name of variables) delete process.env[name];

Object.assign(process.env, {
  NODE_ENV: 'test',
  DATABASE_URL: await freshDatabase(services.postgres, services.template),
  ...(services.redis ? { REDIS_URL: await freshRedis(services.redis) } : {}),
  AUTH_SECRET: 'test-secret-'.padEnd(64, '0123456789abcdef'),
  METRICS_TOKEN: 'test-metrics-token',
  APP_URL: 'http://localhost:3000',
  DATA_DIR: dataDir,
  DEMO: '0',
  LOG_LEVEL: 'error',
  DATABASE_POOL: '4',
  // Limits per time have tests of their own; everywhere else they would only make tests depend on each other.
  RATE_LIMIT_SCALE: '1000',
  // Seconds instead of minutes, so that what a crash left behind is found while a test waits.
  LEASE_SECONDS: '2',
  SWEEP_SECONDS: '1',
  MAIL_RETRY_SECONDS: '1,1,2',
});

vi.resetModules();

afterAll(async () => {
  const { closePool } = await import('@/lib/db/pool');
  await closePool();
});
