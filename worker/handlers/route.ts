import { routeWaiting } from '@/lib/commands/route-waiting';
import { publishExplained } from '@/lib/realtime/publish-explained';
import { shared } from '@/lib/shared';
import { workerRealtime } from '../realtime';

/** Routes all waiting work. */
export const handle: () => Promise<void> = shared(async () => {
  const { io } = workerRealtime();
  await routeWaiting(() => publishExplained(io));
});
