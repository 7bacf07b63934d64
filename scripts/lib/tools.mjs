import { spawn } from 'node:child_process';
import { root } from './paths.mjs';
import { inspect, signal } from './processes.mjs';

/** @typedef {{ name: string, pid: number, started: string }} Tracked */

/** Tools that run right now (npm, the build, the migration). @type {Set<Tracked>} */
const running = new Set();
let changed = () => {};

export const runningTools = () => [...running];

/** `listener` hears of every tool that begins or ends. @param {() => void} listener */
export const onToolsChanged = (listener) => (changed = listener);

export function killTools() {
  for (const { pid } of running) signal(-pid, 'SIGKILL');
}

/**
 * Runs a program to its end and keeps what it says. It has a group of its own: on Ctrl-C we end it, with all
 * it has started.
 * @param {string} file @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, channel?: boolean, onError?: () => Error }} [options] `channel`: it ends when we die
 * @returns {Promise<{ code: number, stdout: string, stderr: string, output: string }>}
 */
export function runTool(file, args, { env = process.env, channel = false, onError } = {}) {
  const child = spawn(file, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...(channel ? /** @type {['ipc']} */ (['ipc']) : [])],
  });
  const result = { code: 1, stdout: '', stderr: '', output: '' };
  const collect = (/** @type {'stdout' | 'stderr'} */ name) =>
    child[name]?.on('data', (chunk) => {
      result[name] += chunk;
      result.output += chunk;
    });
  collect('stdout');
  collect('stderr');
  const pid = child.pid ?? 0;
  const entry = { name: file, pid, started: inspect(pid)?.started ?? '' };
  if (pid) running.add(entry);
  changed();
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(onError?.() ?? error));
    child.once('close', (code) => {
      running.delete(entry);
      changed();
      resolve({ ...result, code: code ?? 1 });
    });
  });
}

/** Last lines of what a tool said. @param {string} output @param {number} count */
export const tail = (output, count) => output.trim().split('\n').slice(-count).join('\n');
