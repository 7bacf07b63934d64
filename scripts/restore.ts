/** `npm run restore -- FILE [--force]`: the opposite of backup. All rows come in one transaction, or none. */
import { createReadStream } from 'node:fs';
import { access, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { migrate } from '@/lib/db/migrate';
import { env } from '@/lib/env';
import {
  type End,
  format,
  type Header,
  type Line,
  listTables,
  quote,
  type Table,
  textSettings,
  version,
} from './lib/backup-format';
import {
  emptyTables,
  matchMigrations,
  refuseUnlessFree,
  suspendRules,
  TableWriter,
} from './lib/restore-database';
import { runScript, ScriptProblem } from './lib/run-script';

const damaged = (what: string) => new ScriptProblem(`The backup is damaged: ${what}. Nothing was changed.`);

function parseLine(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    throw damaged('a line cannot be read');
  }
}

async function* readLines(file: string): AsyncGenerator<Line> {
  const source = createReadStream(file).pipe(createGunzip());
  // Depending on the version of Node, readline hands on the errors of its input or waits for ever.
  const failed = new Promise<never>((_, reject) => source.once('error', reject));
  failed.catch(() => undefined);
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  for (;;) {
    const next = await Promise.race([lines.next(), failed]).catch(() => {
      throw damaged('it cannot be unpacked');
    });
    if (next.done) return;
    yield parseLine(next.value);
  }
}

async function readHeader(lines: AsyncGenerator<Line>): Promise<Header> {
  const first = (await lines.next()).value as Header | undefined;
  if (first?.format !== format)
    throw new ScriptProblem('This is not a backup of Switchboard. Nothing was changed.');
  if (first.version !== version)
    throw new ScriptProblem(`The backup has format ${first.version}; this version reads ${version}.`);
  return first;
}

/** Where a file of the backup is put; a name that leads out of the folder is refused. */
async function openFile(folder: string, name: string) {
  const target = path.resolve(folder, name);
  if (!target.startsWith(folder + path.sep)) throw damaged(`the file name "${name}"`);
  await mkdir(path.dirname(target), { recursive: true });
  return open(target, 'w', 0o600);
}

/** Writes rows into the open transaction and files into `folder`; returns what was counted. */
async function load(
  client: pg.Client,
  lines: AsyncGenerator<Line>,
  tables: Table[],
  folder: string,
): Promise<End> {
  const seen = { tables: 0, rows: 0, files: 0 };
  let writer: TableWriter | undefined;
  let file: Awaited<ReturnType<typeof openFile>> | undefined;
  try {
    for await (const line of lines) {
      if (Array.isArray(line)) {
        if (!writer) throw damaged('a row stands outside of a table');
        await writer.add(line);
        seen.rows += 1;
        continue;
      }
      if ('data' in line) {
        await file?.write(Buffer.from(line.data, 'base64'));
        continue;
      }
      await writer?.flush();
      await file?.close();
      writer = undefined;
      file = undefined;
      if ('table' in line) {
        const table = tables.find(({ name }) => name === line.table);
        if (!table) throw damaged(`it has a table "${line.table}"`);
        writer = new TableWriter(client, table, line.columns);
        seen.tables += 1;
      } else if ('sequence' in line) {
        await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [
          quote(line.sequence),
          line.value,
          line.called,
        ]);
      } else if ('file' in line) {
        file = await openFile(folder, line.file);
        seen.files += 1;
      } else if ('end' in line) {
        const complete = line.tables === seen.tables && line.rows === seen.rows && line.files === seen.files;
        if (!complete) throw damaged('something is missing in it');
        return line;
      }
    }
  } finally {
    await file?.close();
  }
  throw damaged('its end is missing');
}

/** Files that lie there already belong to somebody. */
async function refuseFiles(target: string): Promise<void> {
  const found = await readdir(target).catch(() => []);
  if (found.length > 0)
    throw new ScriptProblem(
      `There are files in ${target}. Restore into an empty folder, or add --force to replace all it holds.`,
    );
}

/** The rows speak of exactly these files: what lay there before goes. */
async function replaceFiles(folder: string, target: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
  await rename(folder, target);
}

await runScript(async () => {
  const args = process.argv.slice(2);
  const [file] = args.filter((arg) => !arg.startsWith('--'));
  if (!file) throw new ScriptProblem('Say which: npm run restore -- switchboard-2026-01-31.gz');
  await access(file).catch(() => {
    throw new ScriptProblem(`${file} cannot be read.`);
  });
  const { DATABASE_URL, DATA_DIR } = env();
  const client = new pg.Client({ connectionString: DATABASE_URL, application_name: 'switchboard-restore' });
  client.on('error', () => undefined);
  await client.connect();
  // Beside the real folder, on the same disk; only moved there when the rows are in.
  const folder = await mkdtemp(path.join(DATA_DIR, 'restore-'));
  try {
    for (const setting of textSettings) await client.query(setting);
    const lines = readLines(file);
    const header = await readHeader(lines);
    await matchMigrations(client, DATABASE_URL, header);
    const tables = await listTables(client);
    const force = args.includes('--force');
    await refuseUnlessFree(client, tables, force);
    if (!force) await refuseFiles(path.join(DATA_DIR, 'files'));
    await client.query('BEGIN');
    await emptyTables(client, tables);
    const resume = await suspendRules(client, tables);
    const { rows, files } = await load(client, lines, tables, folder);
    await resume();
    await client.query('COMMIT');
    await replaceFiles(folder, path.join(DATA_DIR, 'files'));
    await client.query('ANALYZE');
    const later = await migrate(DATABASE_URL);
    console.log(
      `Restored ${rows} rows and ${files} files of ${header.createdAt}${later.length > 0 ? `, and applied ${later.length} newer migrations` : ''}.`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
    await client.end();
  }
  return 0;
});
