import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/**
 * Applies `prisma/migrations/<timestamp>_<name>/migration.sql` in the order of their names, each in a transaction
 * of its own, and keeps the record in Prisma's own table: `prisma migrate deploy` can take over at any time.
 * Prisma's command itself needs a binary that not every network can download.
 */
const folder = path.join(process.cwd(), 'prisma', 'migrations');

/** The advisory lock Prisma takes while it migrates: whoever comes second waits, whichever program it is. */
const lockId = 72707369;

const recordTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface Applied {
  name: string;
  checksum: string;
  finished: boolean;
}

/** What a `pg` pool and a `pg` client have in common. */
interface Queryable {
  query(sql: string): Promise<{ rows: unknown[] }>;
}

/** The database and this program do not fit together; the message says what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

let onDisk: Promise<Migration[]> | undefined;

/** All migrations of this program, read once. */
export function allMigrations(): Promise<Migration[]> {
  onDisk ??= readMigrations();
  return onDisk;
}

async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** What the database's record holds; empty for a database that was never migrated. */
export async function appliedMigrations(db: Queryable): Promise<Applied[]> {
  const found = await db.query(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS there`);
  if (!(found.rows[0] as { there: boolean }).there) return [];
  const { rows } = await db.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows as Applied[];
}

/** Throws when the database holds anything that this program does not know. */
function check(applied: Applied[], known: Migration[]): void {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied) {
    const migration = byName.get(name);
    if (!migration) {
      throw new MigrationError(
        `The database is newer than this program: it has the migration "${name}". Start the newer version, or restore a backup made by this one.`,
      );
    }
    if (!finished) {
      throw new MigrationError(
        `The migration "${name}" was begun by another tool and did not finish. Mend the database, then run: npx prisma migrate resolve --rolled-back "${name}"`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new MigrationError(
        `prisma/migrations/${name}/migration.sql was changed after it had been applied. Put the old file back and write the change as a new migration.`,
      );
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new MigrationError(
      `The migration "${name}" failed and was undone: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/**
 * Brings the database up to date and returns the names of what was applied now. Any number of processes may call
 * it at once; one works, the others wait for it. `last` stops after that migration.
 */
export async function migrate(databaseUrl: string, { last }: { last?: string } = {}): Promise<string[]> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'switchboard-migrate',
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener a connection that breaks between two queries would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockId]);
    const known = await allMigrations();
    const applied = await appliedMigrations(client);
    check(applied, known);
    const done = new Set(applied.map(({ name }) => name));
    const todo = known.filter(({ name }) => !done.has(name) && (last === undefined || name <= last));
    if (todo.length > 0) await client.query(recordTable);
    for (const migration of todo) await apply(client, migration);
    return todo.map(({ name }) => name);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Names of migrations that the database still lacks; throws when it does not fit this program at all. */
export async function pendingMigrations(db: Queryable): Promise<string[]> {
  const known = await allMigrations();
  const applied = await appliedMigrations(db);
  check(applied, known);
  const done = new Set(applied.map(({ name }) => name));
  return known.map(({ name }) => name).filter((name) => !done.has(name));
}
