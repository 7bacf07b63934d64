import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inspect, isAlive, sleep } from './processes.mjs';

/**
 * Who holds a lock file. `purpose` is what a person typed; `children` are process groups to clean up when the
 * holder died without doing so.
 * @typedef {{ pid: number, started: string, purpose: string, stopping?: boolean, url?: string,
 *   children?: { name: string, pid: number, started: string }[] }} Holder
 */

/** @param {string} file @returns {Holder | null} */
export function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** The holder when it is alive, else null. @param {string} file */
export function liveHolder(file) {
  const holder = readLock(file);
  return holder && isAlive(holder.pid, holder.started) ? holder : null;
}

/**
 * Takes the lock, or returns the live holder. What a dead holder left is returned as `previous`.
 * @param {string} file @param {string} purpose
 * @returns {{ lock: Lock, previous: Holder | null } | { holder: Holder }}
 */
export function takeLock(file, purpose) {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = { pid: process.pid, started: inspect(process.pid)?.started ?? '', purpose };
  let previous = null;
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return { lock: new Lock(file, mine), previous };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const holder = readLock(file);
    if (holder && isAlive(holder.pid, holder.started)) return { holder };
    previous = removeStale(file, holder) ?? previous;
  }
}

/**
 * Two starts may find the same dead lock at once. Renaming is atomic: only one gets the file, and it looks
 * again at what it got before it throws it away.
 * @param {string} file @param {Holder | null} seen
 */
function removeStale(file, seen) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return null;
  }
  const got = readLock(aside);
  if (got && isAlive(got.pid, got.started)) {
    renameSync(aside, file);
    return null;
  }
  rmSync(aside, { force: true });
  return got ?? seen;
}

/**
 * Waits while somebody else holds the lock.
 * @param {string} file @param {string} purpose @param {(holder: Holder) => boolean} mayWait asked every 100 ms
 */
export async function waitForLock(file, purpose, mayWait) {
  for (;;) {
    const taken = takeLock(file, purpose);
    if ('lock' in taken || !mayWait(taken.holder)) return taken;
    await sleep(100);
  }
}

export class Lock {
  /** @param {string} file @param {Holder} holder */
  constructor(file, holder) {
    this.file = file;
    this.holder = holder;
  }

  /** @param {Partial<Holder>} changes */
  update(changes) {
    Object.assign(this.holder, changes);
    const temporary = `${this.file}.${process.pid}.new`;
    writeFileSync(temporary, JSON.stringify(this.holder), { mode: 0o600 });
    renameSync(temporary, this.file);
  }

  release() {
    if (readLock(this.file)?.pid === this.holder.pid) rmSync(this.file, { force: true });
  }
}
