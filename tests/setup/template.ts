import { createHash, randomBytes } from 'node:crypto';
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

/** Makes a database, as a copy of `template` or empty, and answers with its address. It goes with its server. */
export async function freshDatabase(serverUrl: string, template?: string): Promise<string> {
  const name = `switchboard_test_${randomBytes(6).toString('hex')}`;
  await withLock(serverUrl, (client) =>
    client.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`),
  );
  return databaseUrl(serverUrl, name);
}
