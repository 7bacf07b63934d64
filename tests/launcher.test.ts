import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { freePort } from '../scripts/lib/embedded-postgres.mjs';

/**
 * The launcher as a person uses it: real processes, a data folder of its own, and signals.
 * The processes it starts all carry the data folder in their environment; that is how they are found.
 */
let dataDir: string;
let port: number;
const launchers: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'switchboard-launcher-'));
  port = await freePort();
  return async () => {
    for (const pid of processesOf(dataDir)) kill(pid, 'SIGKILL');
    await sleep(200);
    rmSync(dataDir, { recursive: true, force: true });
  };
});

afterEach(async () => {
  for (const child of launchers.splice(0)) if (isRunning(child)) await stop(child, 'SIGINT');
});

/** A killed child has no exit code, only a signal. */
const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

function kill(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal);
  } catch {
    // gone already
  }
}

/** Living processes with this data folder in their environment or command line. A zombie is not alive. */
function processesOf(folder: string): number[] {
  const read = (pid: string, file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        const stat = read(pid, 'stat');
        if (/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))) return false;
        return read(pid, 'environ').includes(folder) || read(pid, 'cmdline').includes(folder);
      } catch {
        return false;
      }
    })
    .map(Number);
}

interface Started {
  child: ChildProcess;
  output: () => string;
  exit: Promise<number | null>;
}

function start(env: Record<string, string> = {}): Started {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|VITEST|DATABASE_URL|REDIS_URL|DEMO|AUTH_SECRET|SMTP_URL|APP_URL)/.test(name),
    ),
  );
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...inherited, DATA_DIR: dataDir, PORT: String(port), ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  launchers.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, output: () => text, exit };
}

/** Waits for the block; fails with all that was said when the launcher ends before. */
async function ready(started: Started, seconds: number) {
  const began = Date.now();
  while (!started.output().includes('Ctrl-C')) {
    if (!isRunning(started.child) || Date.now() - began > seconds * 1000) {
      throw new Error(`not ready after ${Date.now() - began} ms:\n${started.output()}`);
    }
    await sleep(20);
  }
  return Date.now() - began;
}

async function stop(child: ChildProcess, signal: NodeJS.Signals) {
  const exit = new Promise((resolve) => child.once('exit', resolve));
  kill(child.pid!, signal);
  await exit;
}

async function until(what: () => boolean, seconds: number) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(50)) if (what()) return true;
  return what();
}

test('the first start says all that is needed, and Ctrl-C leaves nothing behind', async () => {
  const started = start();
  await ready(started, 240);
  const block = started.output();
  expect(block).toContain(`http://localhost:${port}`);
  expect(block).toContain('admin@switchboard.test');
  expect(block).toMatch(/Password +\S+/);
  expect(block).toContain('/mailbox');
  expect(block).toContain('/lab');
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);

  kill(started.child.pid!, 'SIGINT');
  expect(await started.exit).toBe(0);
  expect(processesOf(dataDir)).toEqual([]);
});

test('the second start has nothing to install, load or build, and the same password', async () => {
  const started = start();
  const took = await ready(started, 60);
  expect(took, started.output()).toBeLessThan(20_000);
  const { DEMO_PASSWORD } = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'));
  expect(started.output()).toContain(DEMO_PASSWORD);
});

test('after kill -9 the children end, and a new start works', async () => {
  const first = start();
  await ready(first, 60);
  kill(first.child.pid!, 'SIGKILL');
  await first.exit;
  const second = start();
  await ready(second, 60);
  const mine = processesOf(dataDir);
  const webs = mine.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('programs/web'));
  expect(webs).toHaveLength(1);
  kill(second.child.pid!, 'SIGKILL');
  expect(await until(() => processesOf(dataDir).length === 0, 15), String(processesOf(dataDir))).toBe(true);
});

test('a process that dies is started again', async () => {
  const started = start();
  await ready(started, 60);
  const workers = () =>
    processesOf(dataDir).filter((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('programs/worker'),
    );
  const [old] = workers();
  kill(old!, 'SIGKILL');
  expect(await until(() => workers().some((pid) => pid !== old), 10)).toBe(true);
  expect(started.output()).toContain('The worker process ended (SIGKILL) and is started again.');
});

test('a second launcher on the same data says who is there', async () => {
  const first = start();
  await ready(first, 60);
  const second = start({ PORT: String(await freePort()) });
  expect(await second.exit).toBe(1);
  expect(second.output()).toContain(`already runs on ${dataDir} (process ${first.child.pid}`);
});

const sentences: [string, Record<string, string>, RegExp][] = [
  [
    'a port that is no number',
    { PORT: 'http' },
    /PORT is "http", which is not a port\..*PORT=3001 npm start/,
  ],
  [
    'an address of another machine',
    { HOST: '192.0.2.1' },
    /HOST is "192\.0\.2\.1", which is no address of this machine/,
  ],
  [
    'a data folder that is a file',
    { DATA_DIR: '/etc/hostname' },
    /data folder \/etc\/hostname cannot be used.*DATA_DIR=/,
  ],
  [
    'a database that is not there',
    { DATABASE_URL: 'postgres://someone:hidden@127.0.0.1:1/x', AUTH_SECRET: 'abcdef01'.repeat(5) },
    /The database at 127\.0\.0\.1:1\/x as someone does not answer \(ECONNREFUSED\)/,
  ],
];

test.each(sentences)('%s gets one clear sentence', async (_, env, sentence) => {
  const started = start(env);
  expect(await started.exit).toBe(1);
  expect(started.output()).toMatch(sentence);
  expect(started.output()).not.toMatch(/hidden|^ +at /m);
});

test('a used port gets one clear sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const used = (other.address() as { port: number }).port;
  const started = start({ PORT: String(used) });
  expect(await started.exit).toBe(1);
  expect(started.output()).toContain(`Port ${used} is used by another program.`);
  await new Promise((resolve) => other.close(resolve));
});
