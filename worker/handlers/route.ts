import { routeWaiting } from '@/lib/commands/route-waiting';
import { publishExplained } from '@/lib/realtime/publish-explained';
import { workerRealtime } from '../realtime';

let running: Promise<unknown> | null = null;
let next: Promise<unknown> | null = null;

/**
 * Routes all waiting work. Jobs that come while a pass runs share the one after it: that pass sees everything that
 * they came for.
 */
export async function handle(): Promise<void> {
  if (!running) {
    const { io } = workerRealtime();
    running = routeWaiting(() => publishExplained(io)).finally(() => {
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
