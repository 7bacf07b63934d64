import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensurePrograms } from '@/scripts/lib/build.mjs';
import { startPostgres } from '@/scripts/lib/embedded-postgres.mjs';
import { startRedis } from '../redis';
import { ensureTemplate } from './template';

/** What one run of the integration tests shares; each test file takes its own database from it. */
export interface Services {
  dir: string;
  postgres: string;
  template: string;
  /** Null where PostgreSQL carries all. */
  redis: string | null;
}

declare module 'vitest' {
  interface ProvidedContext {
    services: Services;
  }
}

/**
 * A crash of the machine is not what these tests are about: nothing waits for the disk, and copying the template
 * writes no log. What autovacuum would do, a test that needs it does itself.
 */
const SETTINGS = {
  ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  ...{ wal_level: 'minimal', max_wal_senders: 0, autovacuum: 'off', max_connections: 300 },
};

/** Starts one PostgreSQL, and a Redis for the project that is named after it; ends both afterwards, also when the start fails. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(path.join(tmpdir(), 'switchboard-int-'));
  const endings: (() => Promise<void>)[] = [];
  const teardown = async () => {
    const results = await Promise.allSettled(endings.map((end) => end()));
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  };
  try {
    await ensurePrograms();
    const postgres = await startPostgres({ dir: path.join(dir, 'pg'), settings: SETTINGS });
    endings.push(() => postgres.stop('immediate'));
    const redis = project.name.endsWith('redis') ? await startRedis() : null;
    if (redis) endings.push(() => redis.remove());
    const template = await ensureTemplate(postgres.url);
    project.provide('services', { dir, postgres: postgres.url, template, redis: redis?.url ?? null });
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}
