import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Unavailable } from '../errors';
import { log } from '../log';
import type { ReplayResult, ReplayTask } from '../rules/simulation/replay';

/** A thousand tickets take a fraction of a second; what takes so long is given up. */
const LIMIT_MS = 20_000;
/** So many run at once in a process, and so many wait for their turn; who comes then is told to come back. */
const THREADS = 1;
const MAX_WAITING = 4;
const MEMORY_MB = 256;

/** By its place on disk, which is the same under both doors of the API; Next must not pack it. */
const ENTRY = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/simulation/start-worker.mjs');

const waiting: (() => void)[] = [];
let running = 0;

/**
 * Plays what was in a thread beside the process, so that nobody waits for it but who asked.
 *
 * @throws Unavailable when many ask at once, or when it took too long.
 */
export async function runReplay(task: ReplayTask): Promise<ReplayResult> {
  if (running < THREADS) running++;
  else {
    if (waiting.length >= MAX_WAITING) throw new Unavailable('Others are trying something out. Try again.');
    await new Promise<void>((go) => waiting.push(go));
  }
  try {
    return await inThread(task);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

function inThread(task: ReplayTask): Promise<ReplayResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(/* turbopackIgnore: true */ ENTRY, {
      workerData: task,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const end = () => {
      clearTimeout(late);
      void worker.terminate();
    };
    const late = setTimeout(() => {
      end();
      reject(new Unavailable('This took too long. Try fewer tickets.'));
    }, LIMIT_MS);
    worker.once('message', (result: ReplayResult) => {
      end();
      resolve(result);
    });
    worker.once('error', (error) => {
      end();
      log.error({ err: error }, 'a replay of routing failed');
      reject(new Unavailable());
    });
  });
}
