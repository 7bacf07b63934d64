import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@/scripts/lib/embedded-postgres.mjs';
import { type FakeGemini, startFakeGemini } from '@/tests/fake-gemini';
import { startProgram, startWeb, startWorker, type TestProcess, type WebProcess } from '@/tests/processes';
import { startRedis } from '@/tests/redis';

/** The whole product, running: its own database, the demo inside, one or two web and worker processes. */
export interface House {
  /** Address of the first web process; what a person opens. */
  url: string;
  /** One a web process; two of them in a cluster. */
  urls: string[];
  /** Of every demo person. */
  password: string;
  web: WebProcess[];
  workers: TestProcess[];
  dir: string;
  /** Where the first admin of an empty house makes himself; null in the demo. */
  setupPath: string | null;
  /** The model that drafts come from; null where no key is set. */
  gemini: FakeGemini | null;
}

/**
 * `demo`: one web and one worker with the demo inside; `alone`: the same, for a journey that turns it over; `cluster`:
 * two of each on Redis; `empty`: nobody is there yet; `gemini`: the demo, with drafts from a local server that speaks
 * Gemini's protocol.
 */
export type HouseKind = 'demo' | 'alone' | 'cluster' | 'empty' | 'gemini';

export const DEMO_PASSWORD = 'demo-password-of-the-journeys';

type Ending = () => Promise<unknown>;

/** Migrates and loads the demo, exactly as the launcher does before it starts web and worker; the path of /setup. */
async function prepare(env: Record<string, string>): Promise<string | null> {
  const run = startProgram('prepare', env);
  const code = await run.exited;
  if (code !== 0) throw new Error(`The preparation ended with ${code}. It said:\n${run.logs()}`);
  return /\/setup#\S+?(?=")/.exec(run.logs())?.[0] ?? null;
}

async function startParts(kind: HouseKind, dir: string, endings: Ending[]): Promise<House> {
  const postgres = await startPostgres({ dir: path.join(dir, 'pg'), settings: { fsync: 'off' } });
  endings.push(() => postgres.stop('immediate'));
  const cluster = kind === 'cluster';
  const redis = cluster ? await startRedis() : null;
  if (redis) endings.push(() => redis.remove());
  const gemini = kind === 'gemini' ? await startFakeGemini() : null;
  if (gemini) endings.push(() => gemini.close());
  const env: Record<string, string> = {
    NODE_ENV: 'production',
    DATABASE_URL: postgres.url,
    ...(redis ? { REDIS_URL: redis.url } : {}),
    ...(gemini ? { GEMINI_API_KEY: 'journeys-key', GEMINI_BASE_URL: gemini.url } : {}),
    AUTH_SECRET: 'journeys-secret-'.padEnd(64, '0123456789abcdef'),
    METRICS_TOKEN: 'journeys-metrics-token',
    DATA_DIR: path.join(dir, 'data'),
    ...(kind === 'empty' ? { DEMO: '0' } : { DEMO: '1', DEMO_PASSWORD }),
    LOG_LEVEL: 'info',
    // Journeys sign in far more often than a person; how limits answer is tested elsewhere.
    RATE_LIMIT_SCALE: '1000',
  };
  mkdirSync(path.join(dir, 'data'), { recursive: true });
  const setupPath = await prepare(env);
  const web: WebProcess[] = [];
  const workers: TestProcess[] = [];
  endings.push(() => Promise.all([...web, ...workers].map((one) => one.stop())));
  for (let n = 0; n < (cluster ? 2 : 1); n++) {
    web.push(await startWeb(env));
    // Links in mails lead to the first web process, whichever worker writes them.
    workers.push(await startWorker({ ...env, APP_URL: web[0]?.url }));
  }
  const urls = web.map(({ url }) => url);
  return { url: urls[0] ?? '', urls, password: DEMO_PASSWORD, web, workers, dir, setupPath, gemini };
}

/** Starts a house and hands it to `use`; whatever happens, nothing of it is left afterwards. */
export async function withHouse(kind: HouseKind, use: (house: House) => Promise<void>): Promise<void> {
  const dir = mkdtempSync(path.join(tmpdir(), 'switchboard-e2e-'));
  const endings: Ending[] = [];
  try {
    await use(await startParts(kind, dir, endings));
  } finally {
    // The last that was started ends first: processes before Redis, Redis before PostgreSQL.
    for (const end of endings.reverse()) await end().catch(() => undefined);
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}
