import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { stopPostgres } from '@/scripts/lib/embedded-postgres.mjs';
import { startScript, type TestProcess } from '@/tests/processes';
import { cells, type Figure } from './figure';
import { type PartName, parts } from './parts';

/**
 * `npm run bench [-- part …]`: each part in a process and with a database of its own, so that none meets what another
 * left behind, and one that fails or does not end leaves the others theirs. One table at the end, in Markdown.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
let running: TestProcess | undefined;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    interrupted = true;
    void running?.stop();
  });

/** @throws Error with what the part said, when it failed or did not end in time. */
async function figuresOf(name: PartName): Promise<Figure[]> {
  const dir = await mkdtemp(path.join(tmpdir(), 'switchboard-bench-'));
  const { minutes } = parts[name];
  const part = startScript('bench/part.ts', { DATA_DIR: dir }, [name]);
  running = part;
  let figures: Figure[] | undefined;
  part.child.on('message', (message) => {
    figures = (message as { figures: Figure[] }).figures;
  });
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    void part.stop();
  }, minutes * 60_000);
  const code = await part.exited;
  clearTimeout(limit);
  await clear(dir);
  if (figures) return figures;
  throw new Error(late ? `not done within ${minutes} minutes` : part.logs().trim() || `ended with ${code}`);
}

/** A part that was ended leaves its database running. */
async function clear(dir: string): Promise<void> {
  const cluster = path.join(dir, 'pg');
  await stopPostgres(cluster, 'immediate');
  const moved = `${cluster}.moved`;
  if (existsSync(moved)) await rm((await readFile(moved, 'utf8')).trim(), { recursive: true, force: true });
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}

const asked = process.argv.slice(2);
const names = Object.keys(parts) as PartName[];
const unknown = asked.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) {
  say(`There is no part ${unknown.join(', ')}. The parts are ${names.join(', ')}.`);
  process.exit(2);
}
const chosen = asked.length === 0 ? names : names.filter((name) => asked.includes(name));
const rows: string[][] = [];
for (const name of chosen) {
  if (interrupted) break;
  const began = performance.now();
  try {
    for (const figure of await figuresOf(name)) rows.push([name, ...cells(figure)]);
  } catch (error) {
    process.exitCode = 1;
    say(`${name} failed:\n${(error as Error).message}`);
    rows.push([name, 'failed', '', '', '', '', 'no']);
  }
  say(`${name.padEnd(8)} ${((performance.now() - began) / 1_000).toFixed(0)} s`);
}
const row = (columns: readonly string[]) => `| ${columns.join(' | ')} |`;
const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB`;
say(`\n${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${memory}, Node ${process.version}\n`);
say(row(['part', 'figure', 'measured', 'aim', 'bare', 'ratio', 'met']));
say(row(['---', '---', '--:', '--:', '--:', '--:', '---']));
for (const columns of rows) say(row(columns));
