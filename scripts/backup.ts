/** `npm run backup -- FILE`: one file with all that the database and the files folder hold. */
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { appliedMigrations } from '@/lib/db/migrate';
import { env } from '@/lib/env';
import {
  format,
  type Line,
  listSequences,
  listTables,
  quote,
  type Row,
  type Table,
  textSettings,
  version,
} from './lib/backup-format';
import { runScript, ScriptProblem } from './lib/run-script';

const count = { tables: 0, rows: 0, files: 0 };

async function* tableLines(client: pg.Client, { name, columns }: Table): AsyncGenerator<Line> {
  yield { table: name, columns: columns.map((column) => column.name) };
  count.tables += 1;
  const list = columns.map((column) => `${quote(column.name)}::text`).join(', ');
  await client.query(`DECLARE backup NO SCROLL CURSOR FOR SELECT ${list} FROM ${quote(name)}`);
  for (;;) {
    const { rows } = await client.query<Row>({ text: 'FETCH 1000 FROM backup', rowMode: 'array' });
    if (rows.length === 0) break;
    count.rows += rows.length;
    yield* rows;
  }
  await client.query('CLOSE backup');
}

async function* fileLines(folder: string): AsyncGenerator<Line> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath, entry.name);
    yield { file: path.relative(folder, full).split(path.sep).join('/'), size: (await stat(full)).size };
    // A multiple of three bytes: the pieces' base64 can be joined.
    for await (const data of createReadStream(full, { highWaterMark: 3 * 65_536 }))
      yield { data: (data as Buffer).toString('base64') };
    count.files += 1;
  }
}

async function* allLines(client: pg.Client, filesFolder: string): AsyncGenerator<Line> {
  const migrations = await appliedMigrations(client);
  if (migrations.length === 0) throw new ScriptProblem('The database is empty: there is nothing to back up.');
  yield {
    format,
    version,
    createdAt: new Date().toISOString(),
    migrations: migrations.map(({ name, checksum }) => ({ name, checksum })),
  };
  for (const table of await listTables(client)) yield* tableLines(client, table);
  for (const sequence of await listSequences(client)) {
    const { rows } = await client.query(
      `SELECT last_value::text AS value, is_called AS called FROM ${quote(sequence)}`,
    );
    yield { sequence, ...(rows[0] as { value: string; called: boolean }) };
  }
  yield* fileLines(filesFolder);
  yield { end: true, ...count };
}

async function* asText(lines: AsyncGenerator<Line>): AsyncGenerator<string> {
  let text = '';
  for await (const line of lines) {
    text += `${JSON.stringify(line)}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}

await runScript(async () => {
  const file = process.argv[2];
  if (!file) throw new ScriptProblem('Say where to: npm run backup -- switchboard-2026-01-31.gz');
  const { DATABASE_URL, DATA_DIR } = env();
  const client = new pg.Client({ connectionString: DATABASE_URL, application_name: 'switchboard-backup' });
  client.on('error', () => undefined);
  await client.connect();
  const unfinished = `${file}.unfinished`;
  try {
    for (const setting of textSettings) await client.query(setting);
    // One moment for all tables, however long the reading takes.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const target = createWriteStream(unfinished, { mode: 0o600 });
    await pipeline(
      Readable.from(asText(allLines(client, path.join(DATA_DIR, 'files')))),
      createGzip(),
      target,
    );
    await chmod(unfinished, 0o600);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
    await client.end();
  }
  console.log(`Wrote ${file}: ${count.rows} rows of ${count.tables} tables, ${count.files} files.`);
  console.log('AUTH_SECRET is not in it: keep it elsewhere, or everybody signs in anew after a restore.');
  return 0;
});
