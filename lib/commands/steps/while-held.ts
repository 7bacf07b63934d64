import { env } from '../../env';
import { log } from '../../log';

/** Does what may take longer than a lease, and renews the lease meanwhile. */
export async function whileHeld<T>(renew: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(
    () => void renew().catch((error: unknown) => log.warn({ err: error }, 'a lease was not renewed')),
    (env().LEASE_SECONDS * 1_000) / 3,
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
