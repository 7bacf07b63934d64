import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { allMigrations, migrate } from '@/lib/db/migrate';

/** Any fixed number: whoever makes or copies a database holds this lock, so that the template is never busy. */
const LOCK = 548_201_077;

/** The same server, another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'switchboard-tests' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withLock<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(serverUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return work(client);
  });
}

/**
 * One migrated, empty database for each state of the migrations. Nobody may connect to it (copying would fail
 * then); a template that still lets people in was not finished, and is made again.
 */
export async function ensureTemplate(serverUrl: string): Promise<string> {
  const hash = createHash('sha256');
  for (const { checksum } of await allMigrations()) hash.update(checksum);
  const name = `switchboard_template_${hash.digest('hex').slice(0, 12)}`;
  await withLock(serverUrl, async (client) => {
    const found = await client.query('SELECT datallowconn FROM pg_database WHERE datname = $1', [name]);
    if (found.rows[0]?.datallowconn === false) return;
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
    await migrate(databaseUrl(serverUrl, name));
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  });
  return name;
}

/** Makes `name` anew as a copy of `template` (or empty, without one) and answers with its address. */
export async function freshDatabase(serverUrl: string, name: string, template?: string): Promise<string> {
  await withLock(serverUrl, async (client) => {
    await drop(client, name);
    await client.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`);
  });
  return databaseUrl(serverUrl, name);
}

/**
 * The test file before may have left connections open; FORCE ends them. Autovacuum, if it is just there, belongs to
 * the superuser and may not be ended by us: it is gone a moment later.
 */
async function drop(client: pg.Client, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || tries === 100) throw error;
      await sleep(200);
    }
  }
}
