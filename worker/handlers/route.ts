import { routeWaiting } from '@/lib/commands/route-waiting';

let running: Promise<unknown> | null = null;
let next: Promise<unknown> | null = null;

/**
 * Routes all waiting work. Jobs that come while a pass runs share the one after it: that pass sees everything that
 * they came for.
 */
export async function handle(): Promise<void> {
  if (!running) {
    running = routeWaiting().finally(() => {
      running = null;
    });
    await running;
    return;
  }
  next ??= running
    .catch(() => {})
    .then(() => {
      next = null;
      return handle();
    });
  await next;
}
