import { findLanguages } from '@/lib/commands/find-languages';
import { routeWaiting } from '@/lib/commands/route-waiting';
import { publishExplained } from '@/lib/realtime/publish-explained';
import { shared } from '@/lib/shared';
import { workerRealtime } from '../realtime';

/** Routes all waiting work, once it is known in which language it is. */
export const handle: () => Promise<void> = shared(async () => {
  const { io } = workerRealtime();
  await findLanguages();
  await routeWaiting(() => publishExplained(io));
});
