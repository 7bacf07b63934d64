import { type ChildProcess, spawn } from 'node:child_process';
import { freePort } from '@/scripts/lib/embedded-postgres.mjs';
import { type Program, program, typescript } from '@/scripts/lib/paths.mjs';

/**
 * Real web and worker processes for tests: started as the launcher starts them, so that they end with us even
 * when we are killed (the channel closes), and ended by their ids.
 */

export interface TestProcess {
  readonly pid: number;
  readonly alive: boolean;
  /** All it has printed so far. */
  logs(): string;
  /** Sends the signal. Resolves when it is gone; at once for SIGSTOP, SIGCONT and the like. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Asks it to end, makes it end after 15 s; answers with its exit code (null: it had to be killed). */
  stop(): Promise<number | null>;
  exited: Promise<number | null>;
}

export interface WebProcess extends TestProcess {
  /** Where it answers, whatever APP_URL says. */
  url: string;
  port: number;
}

type Environment = Record<string, string | undefined>;

const root = process.cwd();
const children = new Set<ChildProcess>();
const READY_WITHIN = 60_000;
const ENDING: (NodeJS.Signals | undefined)[] = [
  'SIGKILL',
  'SIGTERM',
  'SIGINT',
  'SIGQUIT',
  'SIGHUP',
  'SIGABRT',
];

process.once('exit', () => {
  for (const child of children) signalGroup(child, 'SIGKILL');
});

/** What it has started itself goes with it. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

/** What every process needs of the machine; nothing else of the developer's shell gets through. */
function machine(): Environment {
  const { PATH, HOME, TMPDIR, LANG, TZ } = process.env;
  return { PATH, HOME, TMPDIR, LANG, TZ };
}

type Started = TestProcess & { child: ChildProcess };

/** Runs a TypeScript file of the repository in a process of its own. */
export const startScript = (file: string, env: Environment, args: string[] = []): Started =>
  start(typescript(file, args), env);

/** Runs what `npm start` runs: the programs as they are packed (scripts/lib/build.mjs). */
export const startProgram = (name: Program, env: Environment): Started => start(program(name), env);

function start(args: string[], env: Environment): Started {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { NODE_ENV: 'production', ...machine(), ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  children.add(child);
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      said += `${error.stack}\n`;
      resolve(null);
    });
    child.once('close', (code) => {
      children.delete(child);
      resolve(code);
    });
  });
  const alive = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  return {
    child,
    pid: child.pid ?? 0,
    get alive() {
      return alive();
    },
    logs: () => said,
    exited,
    async kill(signal = 'SIGKILL') {
      if (alive()) child.kill(signal);
      if (ENDING.includes(signal)) await exited;
    },
    async stop() {
      if (alive()) child.kill('SIGTERM');
      const late = setTimeout(() => signalGroup(child, 'SIGKILL'), 15_000);
      return exited.finally(() => clearTimeout(late));
    },
  };
}

/** Waits until `isReady` says so; a process that ends or hangs before is an error that shows what it printed. */
async function untilReady(
  started: TestProcess,
  what: string,
  isReady: () => Promise<boolean>,
): Promise<void> {
  for (const until = Date.now() + READY_WITHIN; Date.now() < until; ) {
    if (!started.alive) break;
    if (await isReady().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const how = started.alive ? `was not ready within ${READY_WITHIN / 1000} s` : 'ended before it was ready';
  await started.kill('SIGKILL');
  throw new Error(`The ${what} ${how}. It said:\n${started.logs()}`);
}

/** Starts a web process and waits for /readyz. PORT and APP_URL are chosen when `env` does not give them. */
export async function startWeb(env: Environment): Promise<WebProcess> {
  const port = env.PORT ? Number(env.PORT) : await freePort();
  const url = `http://localhost:${port}`;
  const started = startProgram('web', { HOST: '127.0.0.1', APP_URL: url, ...env, PORT: String(port) });
  await untilReady(started, 'web process', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5_000) });
    const body = await response.text();
    // Somebody else may have taken the port in between; ours is named in the answer.
    return response.ok && (!body.includes('"process"') || body.includes(String(started.pid)));
  });
  return Object.assign(started, { url, port });
}

/** Starts a worker and waits until it says that it is ready, over the channel or in its log. */
export async function startWorker(env: Environment): Promise<TestProcess> {
  const started = startProgram('worker', env);
  let told = false;
  started.child.on('message', (message) => {
    told ||= message === 'ready' || (typeof message === 'object' && 'ready' in message);
  });
  await untilReady(started, 'worker', async () => told || /\bready\b/i.test(started.logs()));
  return started;
}
