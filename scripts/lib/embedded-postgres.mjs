import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { command, giveTo, postgresRunner } from './postgres-binaries.mjs';
import { commandLine, isAlive, signal, sleep, waitForExit } from './processes.mjs';
import { Problem } from './say.mjs';

/**
 * A real PostgreSQL out of the npm package, of which only the programs are used. Any number of them can run at
 * once, one for each folder. Role and database are called `switchboard`.
 *
 * @typedef {{ url: string, port: number, pid: number, stop: (mode?: 'fast' | 'immediate') => Promise<void> }} Server
 */

const defaults = {
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  listen_addresses: '127.0.0.1',
  // No socket file: its path would be too long in deep folders.
  unix_socket_directories: '',
};

/** A port nobody listens on. @param {number} [wanted] tried first @returns {Promise<number>} */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => (wanted ? freePort().then(resolve, reject) : reject(error)));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/** What we wrote beside the cluster's own files: its password and the port it had last. */
const noteOf = (/** @type {string} */ dir) => path.join(dir, 'switchboard.json');
const readNote = (/** @type {string} */ dir) => JSON.parse(readFileSync(noteOf(dir), 'utf8'));
const urlOf = (/** @type {string} */ password, /** @type {number} */ port) =>
  `postgres://switchboard:${password}@127.0.0.1:${port}/switchboard`;

/** Lines of postmaster.pid when its process is alive and is ours. @param {string} dir */
function postmaster(dir) {
  try {
    const lines = readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    // The pid may meanwhile belong to somebody else: only one that was started for this folder counts.
    if (!isAlive(pid) || !commandLine(pid).includes(dir)) return null;
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

const realDir = (/** @type {string} */ dir) => {
  const note = `${path.resolve(dir)}.moved`;
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : path.resolve(dir);
};

/**
 * The server that runs on this folder already, or null.
 * @param {string} dir @returns {{ url: string, port: number, pid: number } | null}
 */
export function runningPostgres(dir) {
  const found = postmaster(realDir(dir));
  if (!found?.ready) return null;
  return { url: urlOf(readNote(realDir(dir)).password, found.port), port: found.port, pid: found.pid };
}

/** Ends the server on this folder, if there is one, whoever started it. @param {string} dir @param {'fast' | 'immediate'} [mode] */
export async function stopPostgres(dir, mode = 'fast') {
  const found = postmaster(realDir(dir));
  if (!found) return;
  signal(found.pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  if (await waitForExit(found.pid, 15_000)) return;
  signal(found.pid, 'SIGQUIT');
  if (!(await waitForExit(found.pid, 10_000)))
    throw new Problem(`PostgreSQL (process ${found.pid}) does not stop. End it with: kill -9 ${found.pid}`);
}

/** @param {import('./postgres-binaries.mjs').Runner} runner @param {'initdb' | 'postgres'} program @param {string[]} args @param {string} [input] */
function run(runner, program, args, input) {
  const { file, args: all, options } = command(runner, program, args);
  const done = spawnSync(file, all, { ...options, input, encoding: 'utf8', timeout: 120_000 });
  if (done.status !== 0) {
    throw new Problem(
      `PostgreSQL's ${program} failed in ${runner.dir}. Check that the disk is not full and the folder is yours.`,
      done.stderr || String(done.error ?? ''),
    );
  }
}

/** Makes the cluster beside its place and moves it there when complete: half a cluster is never found. */
function initialise(
  /** @type {import('./postgres-binaries.mjs').Runner} */ runner,
  /** @type {boolean} */ sync,
) {
  const { dir, uid = -1, gid = -1 } = runner;
  const fresh = `${dir}.new`;
  const secret = `${dir}.password`;
  const password = randomBytes(24).toString('base64url');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  try {
    if (uid >= 0) for (const file of [fresh, secret]) chownSync(file, uid, gid);
    run(runner, 'initdb', [
      ...[
        '-D',
        fresh,
        '-U',
        'postgres',
        '-A',
        'scram-sha-256',
        `--pwfile=${secret}`,
        '-E',
        'UTF8',
        '--no-instructions',
      ],
      // The same order of text on every machine, and lower() that knows more than ASCII.
      ...[
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...(sync ? [] : ['--no-sync']),
      ],
    ]);
    const sql = [
      `CREATE ROLE switchboard LOGIN CREATEDB PASSWORD '${password}';`,
      'GRANT pg_monitor TO switchboard;',
      'CREATE DATABASE switchboard OWNER switchboard;',
    ];
    run(runner, 'postgres', ['--single', '-D', fresh, 'postgres'], `${sql.join('\n')}\n`);
    writeFileSync(noteOf(fresh), JSON.stringify({ password }), { mode: 0o600 });
    if (uid >= 0) giveTo(fresh, uid, gid);
    chmodSync(fresh, 0o700);
    renameSync(fresh, dir);
  } finally {
    rmSync(secret, { force: true });
  }
}

/**
 * A small shell that outlives us when we are killed without a word, and then ends the server. Node cannot be
 * the server's guardian: PostgreSQL knows nothing of our channel.
 * @param {number} pid
 */
function guard(pid) {
  const shell = spawn('/bin/sh', ['-c', 'read -r _; sleep 1; kill -INT "$1"', 'guard', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.on('error', () => {});
  shell.stdin?.on('error', () => {});
  shell.unref();
  /** @type {import('node:net').Socket} */ (shell.stdin).unref();
  return () => shell.kill('SIGKILL');
}

/**
 * Starts the server of a folder, made when needed. A server that already runs there is stopped first: it is
 * what a killed launcher left behind.
 * @param {{ dir: string, port?: number, settings?: Record<string, string | number>, log?: string }} options
 *   `settings` override ours (`{ fsync: 'off' }`), `log` is a file for its messages.
 * @returns {Promise<Server>}
 */
export async function startPostgres({ dir: wanted, port, settings = {}, log }) {
  const runner = postgresRunner(path.resolve(wanted));
  const { dir } = runner;
  await stopPostgres(wanted);
  mkdirSync(path.dirname(dir), { recursive: true });
  if (!existsSync(path.join(dir, 'PG_VERSION'))) initialise(runner, settings.fsync !== 'off');
  rmSync(path.join(dir, 'postmaster.pid'), { force: true });
  const note = readNote(dir);
  const logFile = log ?? `${dir}.log`;
  mkdirSync(path.dirname(logFile), { recursive: true });
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort(note.port));
    const server = await launch(runner, chosen, { ...defaults, ...settings }, logFile);
    if (server) {
      if (note.port !== chosen)
        writeFileSync(noteOf(dir), JSON.stringify({ ...note, port: chosen }), { mode: 0o600 });
      return { url: urlOf(note.password, chosen), port: chosen, ...server };
    }
    // Somebody else may have taken the port in between: try another one, unless it was asked for.
    if (port !== undefined || attempt >= 3) throw failed(dir, logFile);
    note.port = undefined;
  }
}

function failed(/** @type {string} */ dir, /** @type {string} */ logFile) {
  const lines = existsSync(logFile)
    ? readFileSync(logFile, 'utf8').trim().split('\n').slice(-8).join('\n')
    : '';
  return new Problem(
    `PostgreSQL does not start on ${dir}. Its last words are below; the whole log is ${logFile}.`,
    lines,
  );
}

/**
 * @param {import('./postgres-binaries.mjs').Runner} runner @param {number} port
 * @param {Record<string, string | number>} settings @param {string} logFile
 */
async function launch(runner, port, settings, logFile) {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, options } = command(runner, 'postgres', [
    '-D',
    runner.dir,
    '-p',
    String(port),
    ...flags,
  ]);
  const output = openSync(logFile, 'a', 0o600);
  // A group of its own: the terminal's Ctrl-C must reach us alone, the database is stopped last.
  const child = spawn(file, args, { ...options, stdio: ['ignore', output, output], detached: true });
  closeSync(output);
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  let over = false;
  void ended.then(() => (over = true));
  while (!over && !(postmaster(runner.dir)?.pid === child.pid && postmaster(runner.dir)?.ready))
    await sleep(15);
  if (over || child.pid === undefined) return null;
  const { pid } = child;
  const release = guard(pid);
  void ended.then(release);
  child.unref();
  const stop = async (/** @type {'fast' | 'immediate'} */ mode = 'fast') => {
    // nothing else may be left to wait for: without it Node would end in the middle of this wait, with code 13
    child.ref();
    if (!over) await stopPostgres(runner.dir, mode);
    await ended;
  };
  return { pid, stop };
}
