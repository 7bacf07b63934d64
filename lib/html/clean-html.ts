import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Invalid, Unavailable } from '../errors';
import { log } from '../log';

/** Bytes in UTF-8 beyond which HTML is not looked at. */
export const MAX_HTML = 256 * 1024;
/** Honest HTML takes about a second for a megabyte; 244 KB of nested `<div>` took nine (spec/reliability.md 0.6). */
const LIMIT_MS = 2_000;
/** Characters of the outcome: `&` and `<` become longer, and mean nothing in such numbers. */
const MAX_CLEAN = 2 * MAX_HTML;
const THREADS = 2;
/** Beyond this many waiting, who asks is told to come back. */
const MAX_WAITING = 50;
const MEMORY_MB = 128;

export interface CleanHtml {
  html: string;
  /** What it says, for search, mails and everybody who does not look at HTML. */
  text: string;
}
interface Task {
  html: string;
  resolve(clean: CleanHtml): void;
  reject(error: Error): void;
}

/** By its place on disk, which is the same under both doors of the API; Next must not pack it. */
const ENTRY = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/html/start-worker.mjs');

const waiting: Task[] = [];
const idle: Worker[] = [];
let threads = 0;

/**
 * Cleans HTML of people who may mean harm, in a thread beside the process and within two seconds, so that nothing
 * anybody sends holds up anybody else.
 *
 * @throws Invalid `too_long` beyond 256 KB, `too_complex` when two seconds were not enough; Unavailable when many wait.
 */
export function cleanHtml(html: string): Promise<CleanHtml> {
  if (Buffer.byteLength(html) > MAX_HTML) return Promise.reject(new Invalid({ html: ['too_long'] }));
  if (waiting.length >= MAX_WAITING) return Promise.reject(new Unavailable());
  return new Promise((resolve, reject) => {
    waiting.push({ html, resolve, reject });
    next();
  });
}

function next(): void {
  while (waiting.length > 0 && idle.length > 0) run(idle.pop()!, waiting.shift()!);
  if (waiting.length > 0 && threads < THREADS) start();
}

function start(): void {
  threads++;
  const worker = new Worker(/* turbopackIgnore: true */ ENTRY, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const failed = (error: Error) => {
    log.error({ err: error }, 'no thread to clean HTML in');
    threads--;
    for (const task of waiting.splice(0)) task.reject(new Unavailable());
  };
  worker.once('error', failed);
  worker.once('message', () => {
    worker.off('error', failed);
    rest(worker);
  });
}

/** An idle cleaner keeps no process alive. */
function rest(worker: Worker): void {
  worker.unref();
  idle.push(worker);
  next();
}

function run(worker: Worker, task: Task): void {
  worker.ref();
  const done = (clean: CleanHtml) => {
    clearTimeout(late);
    worker.off('error', giveUp);
    if (clean.html.length > MAX_CLEAN) task.reject(new Invalid({ html: ['too_complex'] }));
    else task.resolve(clean);
    rest(worker);
  };
  const giveUp = () => {
    clearTimeout(late);
    worker.off('message', done);
    threads--;
    // what it still has to say is of no use to anybody
    worker.on('error', () => undefined);
    void worker.terminate();
    task.reject(new Invalid({ html: ['too_complex'] }));
    next();
  };
  const late = setTimeout(giveUp, LIMIT_MS);
  worker.once('message', done);
  // out of memory or stack: of this text as well
  worker.once('error', giveUp);
  worker.postMessage(task.html);
}
