import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '@/lib/db/transaction';
import { listTables, quote, textSettings } from '@/scripts/lib/backup-format';
import { type Server, startPostgres } from '@/scripts/lib/embedded-postgres.mjs';
import { handle as loadDemo } from '@/worker/handlers/load-demo';
import { requestDemo } from '../lib/commands/request-demo';
import { addActor } from './factories';

/**
 * A backup of a house with history, restored on a machine that has nothing but the program: an empty folder, in which
 * a PostgreSQL of its own is made. Compared are all rows of all tables, counters and files.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-backup-'));
const file = path.join(folder, 'backup.gz');
const empty = path.join(folder, 'restored');
/** Programs are started five times, one of them makes a database: on a busy machine that takes a while. */
const PATIENCE = 120_000;
const source = process.env.DATA_DIR!;
const secret = { AUTH_SECRET: process.env.AUTH_SECRET! };
/** The one that `restore` has made, once it is done. */
let restored: Server | undefined;
const attachments: Record<string, Buffer> = {
  'ab/picture.png': Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7) % 256)),
  'cd/empty.txt': Buffer.alloc(0),
};

/** As `npm run backup` and `npm run restore` run it. */
function run(args: string[], env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { PATH, HOME } = process.env;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/with-database.mjs', 'tsx', ...args], {
      env: { PATH, HOME, NODE_ENV: 'production', ...env } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.once('exit', (code) => resolve({ code, said }));
  });
}

/** Every row of every table as PostgreSQL's own text, in an order that is the same in both databases. */
async function contents(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const setting of textSettings) await client.query(setting);
    const found: Record<string, string[]> = {};
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query(`SELECT t::text AS line FROM ${quote(name)} t ORDER BY 1`);
      found[name] = rows.map(({ line }) => line);
    }
    return found;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  const admin = await addActor('admin');
  await requestDemo(admin, 'load');
  await loadDemo();
  for (const [name, bytes] of Object.entries(attachments)) {
    mkdirSync(path.dirname(path.join(source, 'files', name)), { recursive: true });
    writeFileSync(path.join(source, 'files', name), bytes);
  }
});
afterAll(async () => {
  await restored?.stop('immediate');
  rmSync(folder, { recursive: true, force: true });
});

test(
  'what was backed up stands in an empty folder again: rows, counters and files',
  async () => {
    const backup = await run(['scripts/backup.ts', file], {
      ...secret,
      DATABASE_URL: process.env.DATABASE_URL!,
      DATA_DIR: source,
    });
    expect(backup, backup.said).toMatchObject({ code: 0 });
    expect(backup.said).toMatch(/rows of \d+ tables, 2 files/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(gunzipSync(readFileSync(file)).toString()).not.toContain(secret.AUTH_SECRET);

    const restore = await run(['scripts/restore.ts', file], { DATA_DIR: empty });
    expect(restore, restore.said).toMatchObject({ code: 0 });
    restored = await startPostgres({ dir: path.join(empty, 'pg'), settings: { fsync: 'off' } });
    expect(await contents(restored.url)).toEqual(await contents(process.env.DATABASE_URL!));
    await expectNextNumber(restored.url);
    for (const [name, bytes] of Object.entries(attachments))
      expect(readFileSync(path.join(empty, 'files', name)).equals(bytes), name).toBe(true);
    expect(readdirSync(empty).filter((name) => name.startsWith('restore-'))).toEqual([]);
  },
  PATIENCE,
);

/** The next ticket must not get a number that is taken. */
async function expectNextNumber(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const next = await client.query(`SELECT nextval(pg_get_serial_sequence('ticket', 'number'))::int AS n`);
  await client.end();
  const { rows } = await sql.query<{ n: number }>('SELECT max(number)::int AS n FROM ticket');
  expect(next.rows[0].n).toBe(rows[0]!.n + 1);
}

test(
  'a second restore over it is refused, and so is a file of another format or one that was cut off',
  async () => {
    const lines = gunzipSync(readFileSync(file)).toString();
    const restore = (name: string, text: string) => {
      writeFileSync(path.join(folder, name), gzipSync(text));
      return run(['scripts/restore.ts', path.join(folder, name), '--force'], over);
    };
    const over = { ...secret, DATABASE_URL: restored!.url, DATA_DIR: empty };
    // one after the other: each would see the others in the database
    const again = await run(['scripts/restore.ts', file], over);
    const foreign = await restore('foreign.gz', lines.replace('"version":1', '"version":2'));
    const cut = await restore('cut.gz', lines.slice(0, lines.length / 2));
    expect([again.code, foreign.code, cut.code]).toEqual([69, 69, 69]);
    expect(again.said).toMatch(/The database is not empty .* add --force/);
    expect(foreign.said).toContain('The backup has format 2; this version reads 1.');
    expect(cut.said).toMatch(/The backup is damaged: .*Nothing was changed/);
    expect(readFileSync(path.join(empty, 'files', 'ab/picture.png')).length).toBe(300_000);
  },
  PATIENCE,
);
