import type pg from 'pg';
import { allMigrations, appliedMigrations, migrate } from '@/lib/db/migrate';
import { type Header, quote, type Row, type Table } from './backup-format';
import { ScriptProblem } from './run-script';

/** PostgreSQL takes at most 65,535 parameters in one statement. */
const mostParameters = 30_000;

/**
 * Brings a database that was never migrated to exactly the state the backup was made in; any other must be there
 * already. The rest of the migrations follow after the rows are in.
 */
export async function matchMigrations(client: pg.Client, url: string, header: Header): Promise<void> {
  const known = await allMigrations();
  const strange = header.migrations.find(
    (m) => !known.some((k) => k.name === m.name && k.checksum === m.checksum),
  );
  if (strange) {
    throw new ScriptProblem(
      `The backup was made by another version (migration "${strange.name}"). Restore it with that version, or with a newer one.`,
    );
  }
  if ((await appliedMigrations(client)).length === 0)
    await migrate(url, { last: header.migrations.at(-1)?.name });
  const names = (list: { name: string }[]) => list.map(({ name }) => name).join();
  if (names(await appliedMigrations(client)) !== names(header.migrations)) {
    throw new ScriptProblem(
      'The backup is older than this database. Restore it into a new, empty database (another DATA_DIR or DATABASE_URL): it is then brought up to date.',
    );
  }
}

/** Nobody else may be at work, and nothing may be lost that nobody asked to lose. */
export async function refuseUnlessFree(client: pg.Client, tables: Table[], force: boolean): Promise<void> {
  const { rows: others } = await client.query(
    `SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  if (others.length > 0)
    throw new ScriptProblem('The database is in use. Stop Switchboard (Ctrl-C where it runs), then restore.');
  if (force) return;
  for (const { name } of tables) {
    const { rows } = await client.query(`SELECT FROM ${quote(name)} LIMIT 1`);
    if (rows.length === 0) continue;
    throw new ScriptProblem(
      `The database is not empty ("${name}" has rows). Restore into an empty one, or add --force to replace all it holds.`,
    );
  }
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/**
 * Within the transaction of the caller: nothing checks or reacts while the rows go in, so their order does not
 * matter. No superuser is needed, unlike for `session_replication_role`. Returns what puts all of it back.
 */
export async function suspendRules(client: pg.Client, tables: Table[]): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`,
  );
  const { rows: triggers } = await client.query<{ table: string; name: string }>(
    `SELECT tgrelid::regclass::text AS table, tgname AS name FROM pg_trigger
      WHERE NOT tgisinternal AND tgenabled = 'O' AND tgrelid::regclass::text = ANY ($1)`,
    [tables.map(({ name }) => quote(name)).concat(tables.map(({ name }) => name))],
  );
  for (const key of keys) await client.query(`ALTER TABLE ${key.table} DROP CONSTRAINT ${quote(key.name)}`);
  for (const { table, name } of triggers)
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${quote(name)}`);
  return async () => {
    for (const { table, name } of triggers)
      await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${quote(name)}`);
    for (const key of keys) {
      await client.query(`ALTER TABLE ${key.table} ADD CONSTRAINT ${quote(key.name)} ${key.definition}`);
    }
  };
}

/** Collects rows of one table and writes them in few statements. */
export class TableWriter {
  #rows: Row[] = [];
  readonly #head: string;
  readonly #types: string[];
  readonly #batch: number;
  private readonly client: pg.Client;

  constructor(client: pg.Client, table: Table, columns: string[]) {
    this.client = client;
    this.#types = columns.map((name) => {
      const column = table.columns.find((candidate) => candidate.name === name);
      if (!column)
        throw new ScriptProblem(`The backup has a column "${table.name}.${name}" that this database lacks.`);
      return column.type;
    });
    this.#head = `INSERT INTO ${quote(table.name)} (${columns.map(quote).join(', ')}) OVERRIDING SYSTEM VALUE VALUES `;
    this.#batch = Math.min(500, Math.floor(mostParameters / Math.max(1, columns.length)));
  }

  async add(row: Row): Promise<void> {
    if (row.length !== this.#types.length)
      throw new ScriptProblem('The backup is damaged: a row has the wrong length.');
    this.#rows.push(row);
    if (this.#rows.length >= this.#batch) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#rows.length === 0) return;
    const width = this.#types.length;
    const tuples = this.#rows.map(
      (_, r) => `(${this.#types.map((type, c) => `$${r * width + c + 1}::text::${type}`).join(', ')})`,
    );
    await this.client.query(this.#head + tuples.join(', '), this.#rows.flat());
    this.#rows = [];
  }
}

/** Empties the tables, the queue of the old state included: its jobs speak of rows that are gone. */
export async function emptyTables(client: pg.Client, tables: Table[]): Promise<void> {
  await client.query(`TRUNCATE ${tables.map(({ name }) => quote(name)).join(', ')} CASCADE`);
  await client.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
}
