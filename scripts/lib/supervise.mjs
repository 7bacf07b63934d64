import { spawn } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
} from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { inspect, signal, sleep } from './processes.mjs';
import { say } from './say.mjs';

const longestPause = 5_000;
/** Whoever has run this long was healthy: the next end is a new story. */
const healthyAfter = 10_000;
const logLimit = 20 * 1024 * 1024;

/** Last lines of a file, for a person. @param {string} file @param {number} [count] */
export function lastLines(file, count = 12) {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

/** Keeps one older log; writers append, so emptying the file below them is safe. @param {string} file */
export function rotate(file) {
  if (!existsSync(file) || statSync(file).size < logLimit) return;
  copyFileSync(file, `${file}.1`);
  truncateSync(file);
}

/**
 * Keeps one process running until `stop()`: a dead one is started again, at once and then with growing pauses
 * of at most 5 s, for ever. It is said when it dies, and once more when it keeps dying.
 */
export class Supervised {
  /**
   * @param {{ name: string, args: string[], env: Record<string, string>, logFile: string | null, onStart?: () => void }} options
   *   `logFile` null: the terminal.
   */
  constructor(options) {
    this.options = options;
    this.name = options.name;
    /** @type {import('node:child_process').ChildProcess | null} */
    this.child = null;
    this.started = '';
    this.deaths = 0;
    this.stopping = false;
    this.#start();
  }

  get pid() {
    return this.child?.pid ?? 0;
  }

  get alive() {
    return this.child !== null;
  }

  #start() {
    const { args, env, logFile, name, onStart } = this.options;
    if (logFile) mkdirSync(path.dirname(logFile), { recursive: true });
    const output = logFile ? openSync(logFile, 'a', 0o600) : 'inherit';
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      // Own group: Ctrl-C in the terminal must not reach it beside our SIGTERM. The channel tells it when we die.
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
    if (typeof output === 'number') closeSync(output);
    const began = Date.now();
    this.child = child;
    this.started = inspect(child.pid ?? 0)?.started ?? '';
    child.on('error', () => {});
    child.once('exit', (code, killedBy) => void this.#ended(began, killedBy ?? `exit code ${code}`, name));
    onStart?.();
  }

  /** @param {number} began @param {string} how @param {string} name */
  async #ended(began, how, name) {
    this.child = null;
    if (this.stopping) return;
    if (Date.now() - began > healthyAfter) this.deaths = 0;
    this.deaths += 1;
    const { logFile } = this.options;
    if (this.deaths === 1) say(`! The ${name} process ended (${how}) and is started again.`);
    if (this.deaths === 4) {
      say(
        `! The ${name} process keeps ending (${how}). Trying goes on every 5 s. ${logFile ? `Its last words, from ${logFile}:\n${lastLines(logFile)}` : ''}`,
      );
    }
    await sleep(Math.min(longestPause, 100 * 2 ** Math.min(this.deaths, 6)));
    if (!this.stopping) this.#start();
  }

  /** Asks it to end, and after `patience` ms makes it end, with all it has started. @param {number} patience */
  async stop(patience) {
    this.stopping = true;
    const { child } = this;
    if (!child?.pid) return;
    const group = -child.pid;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    signal(child.pid, 'SIGTERM');
    const polite = await Promise.race([gone.then(() => true), sleep(patience).then(() => false)]);
    if (!polite) say(`! The ${this.name} process did not end within ${patience / 1000} s and is killed.`);
    // Helpers in its group (the compiler of tsx) end by themselves a moment later; do not depend on it.
    if (!polite || !(await groupGone(group, 300))) signal(group, 'SIGKILL');
    await gone;
  }

  kill() {
    this.stopping = true;
    if (this.child?.pid) signal(-this.child.pid, 'SIGKILL');
  }
}

async function groupGone(/** @type {number} */ group, /** @type {number} */ ms) {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(15)) {
    try {
      process.kill(group, 0);
    } catch {
      return true;
    }
  }
  return false;
}
