import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { env } from '../env';
import { RateLimited } from '../errors';

/**
 * The ordinary limits, per process and in memory: 1,200 requests a minute for a person, 600 for an address that has
 * not signed in. Codes, logins and mail have their own limits in PostgreSQL.
 */
let limiters: { person: RateLimiterMemory; address: RateLimiterMemory } | undefined;

/** @throws RateLimited with the seconds to wait. */
export async function limitRequests(personId: string | null, ip: string): Promise<void> {
  const perMinute = (points: number) =>
    new RateLimiterMemory({ points: Math.ceil(points * env().RATE_LIMIT_SCALE), duration: 60 });
  limiters ??= { person: perMinute(1200), address: perMinute(600) };
  try {
    await (personId ? limiters.person.consume(personId) : limiters.address.consume(ip));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new RateLimited(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
  }
}
