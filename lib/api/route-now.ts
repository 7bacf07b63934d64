import { setTimeout as sleep } from 'node:timers/promises';
import { routeWaiting } from '../commands/route-waiting';
import { log } from '../log';
import { shared } from '../shared';

/** Far longer than a pass takes; what is not done by then goes on without us, here and in the worker. */
const PATIENCE_MS = 2_000;

/** Gives only: the worker's own pass, which follows every change, says why the rest waits, and tells the screens. */
const pass = shared(async () => void (await routeWaiting(null)));

/**
 * Lets routing give away what waits, in its order, so that an answer can name who got it. Whatever happens to that,
 * the answer comes: the worker does the same soon.
 */
export async function routeNow(): Promise<void> {
  const done = pass().catch((error: unknown) => log.warn({ err: error }, 'routing now'));
  await Promise.race([done, sleep(PATIENCE_MS, undefined, { ref: false })]);
}
