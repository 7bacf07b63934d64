import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export const sleep = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * State letter and start time of a process, or null when there is none. Start time and pid together name a
 * process for good; a pid alone may have been given to somebody else since.
 * @param {number} pid @returns {{ state: string, started: string } | null}
 */
export function inspect(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The second field is the program's name in brackets and may hold anything, brackets included.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return { state: fields[0] ?? '', started: fields[19] ?? '' };
    } catch {
      return null;
    }
  }
  const ps = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state, ...started] = (ps.stdout ?? '').trim().split(/\s+/);
  return ps.status === 0 && state ? { state, started: started.join(' ') } : null;
}

/** A zombie counts as gone: it only waits for its parent to look. @param {number} pid @param {string} [started] */
export function isAlive(pid, started) {
  const found = inspect(pid);
  return found !== null && !/^[ZX]/.test(found.state) && (started === undefined || found.started === started);
}

/** The parent of a process, where that is cheap to ask, else undefined. @param {number} pid */
export function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Command line of a process, as one string. @param {number} pid */
export function commandLine(pid) {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/** True when the process is gone within `ms`. @param {number} pid @param {number} ms @param {string} [started] */
export async function waitForExit(pid, ms, started) {
  const until = Date.now() + ms;
  while (isAlive(pid, started)) {
    if (Date.now() >= until) return false;
    await sleep(20);
  }
  return true;
}

/** Sends a signal and does not mind when nobody is there. @param {number} pid @param {NodeJS.Signals} name */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone, which is what was wanted.
  }
}
