import { pendingMigrations } from '../db/migrate';
import { sql } from '../db/transaction';
import { type Check, failed, within } from './check';

const PATIENCE_MS = 5_000;
const OLDEST = 150_000;
/** Share of PostgreSQL's connections above which one more process may find none. */
const CROWDED = 0.8;

/** PostgreSQL: version, size, connections; then whether it has the shape this version needs. */
export async function checkDatabase(): Promise<Check[]> {
  try {
    return [await within(describeServer(), PATIENCE_MS), await checkMigrations()];
  } catch (error) {
    return [failed('database', error)];
  }
}

async function describeServer(): Promise<Check> {
  const { rows } = await sql.query<{
    number: number;
    version: string;
    megabytes: number;
    connections: number;
    allowed: number;
  }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version,
       (pg_database_size(current_database()) / 1048576.0)::float8 AS megabytes,
       (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
       current_setting('max_connections')::int AS allowed`,
  );
  const { number, version, megabytes, connections, allowed } = rows[0]!;
  const facts = { version, megabytes: Math.round(megabytes), connections, allowed };
  if (number < OLDEST) return { part: 'database', state: 'bad', says: 'too_old', facts };
  if (connections > allowed * CROWDED) return { part: 'database', state: 'warn', says: 'crowded', facts };
  return { part: 'database', state: 'ok', says: 'ok', facts };
}

async function checkMigrations(): Promise<Check> {
  try {
    const pending = (await pendingMigrations(sql)).length;
    return pending === 0
      ? { part: 'migrations', state: 'ok', says: 'ok', facts: {} }
      : { part: 'migrations', state: 'bad', says: 'pending', facts: { pending } };
  } catch (error) {
    return failed('migrations', error);
  }
}
