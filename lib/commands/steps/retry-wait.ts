import { env } from '../../env';

/** Seconds until what leaves by a vendor is tried again; the last of the configured waits repeats. */
export function retryWait(attempts: number): number {
  const waits = env().MAIL_RETRY_SECONDS;
  return waits[Math.min(attempts, waits.length) - 1] ?? 3_600;
}
