import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@/scripts/lib/embedded-postgres.mjs';

/** A real redis-server on 127.0.0.1 with a folder of its own; keeps its port over a restart. */
export interface RedisServer {
  url: string;
  port: number;
  readonly pid: number;
  /** Ends it in order; what it wrote is kept for `start`. */
  stop(): Promise<void>;
  /** The crash. */
  kill(): Promise<void>;
  /** Starts it again on the same port and folder. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Ends it and deletes its folder. */
  remove(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** The usual places, because a service's PATH often lacks sbin. */
function program(): string {
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ];
  for (const folder of folders) {
    const file = path.join(folder, 'redis-server');
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here.
    }
  }
  throw new Error('redis-server was not found. `npm test` says how to install it.');
}

/** Redis knows nothing of its parent: a shell that reads from us ends it when we are killed without a word. */
function guard(pid: number): () => void {
  const shell = spawn('/bin/sh', ['-c', 'read -r _; kill -KILL "$1"', 'guard', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.stdin.on('error', () => undefined);
  shell.unref();
  (shell.stdin as net.Socket).unref();
  return () => shell.kill('SIGKILL');
}

async function answers(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    const [reply] = (await once(socket, 'data')) as [Buffer];
    return reply.toString().startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function launch(port: number, dir: string, appendonly: boolean): Promise<ChildProcess> {
  const settings = {
    port,
    bind: '127.0.0.1',
    dir,
    save: '',
    appendonly: appendonly ? 'yes' : 'no',
    databases: 512,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(program(), args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  running.add(child);
  const release = guard(child.pid ?? 0);
  child.once('exit', () => {
    running.delete(child);
    release();
  });
  for (const until = Date.now() + 10_000; Date.now() < until; ) {
    if (child.exitCode !== null) break;
    if (await answers(port)) return child;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill('SIGKILL');
  throw new Error(`redis-server did not start on port ${port}:\n${said}`);
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** `appendonly`: what it acknowledged survives a crash, as in a real installation. */
export async function startRedis(
  options: { port?: number; appendonly?: boolean } = {},
): Promise<RedisServer> {
  const { appendonly = false } = options;
  const port = options.port ?? (await freePort());
  const dir = mkdtempSync(path.join(tmpdir(), 'switchboard-redis-'));
  let child = await launch(port, dir, appendonly);
  const server: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    port,
    get pid() {
      return child.pid ?? 0;
    },
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
    async start() {
      child = await launch(port, dir, appendonly);
    },
    async restart() {
      await server.stop();
      await server.start();
    },
    async remove() {
      await server.kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return server;
}
