import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '../db/pool';
import { env } from '../env';
import { RateLimited } from '../errors';
import { isOwnMachine } from '../origin';

/**
 * Requests per time at the doors of identity, counted in PostgreSQL so that neither a restart nor a flushed Redis
 * resets them (spec/reliability.md C08, C29). RATE_LIMIT_SCALE is a factor on all of them; tries per code are counted
 * on the code's row and know no factor.
 */
const MINUTES = 60;
const LIMITS = {
  /** Passwords tried on one account from one address; a right one starts over. */
  login_account: { points: 5, seconds: 5 * MINUTES },
  login_ip: { points: 30, seconds: 5 * MINUTES },
  code_address: { points: 3, seconds: 15 * MINUTES },
  code_ip: { points: 30, seconds: 15 * MINUTES },
  code_all: { points: 600, seconds: 15 * MINUTES },
  verify_ip: { points: 100, seconds: 15 * MINUTES },
  /** Tokens of every kind: registration, links, Google. */
  token_ip: { points: 60, seconds: 15 * MINUTES },
  /** New visitors of websites, and what they begin there: whom a website vouches for counts by himself. */
  visitor_ip: { points: 60, seconds: 15 * MINUTES },
  chat_ip: { points: 6, seconds: 12 * 60 * MINUTES },
  chat_person: { points: 30, seconds: 12 * 60 * MINUTES },
  visitor_upload: { points: 60, seconds: 60 * MINUTES },
  chat_message: { points: 60, seconds: 5 * MINUTES },
  password_person: { points: 10, seconds: 15 * MINUTES },
  /** Mail servers that an admin has tried: each is a connection to a host of his choice. */
  server_person: { points: 30, seconds: 15 * MINUTES },
} as const satisfies Record<string, { points: number; seconds: number }>;
export type Limit = keyof typeof LIMITS;
/** In the demo on its own machine all of the lab's customers come from one address. */
const NOT_IN_LAB: ReadonlySet<Limit> = new Set<Limit>(['visitor_ip', 'chat_ip']);

const limiters = new Map<Limit, RateLimiterPostgres>();

function limiterOf(limit: Limit): RateLimiterPostgres {
  let limiter = limiters.get(limit);
  if (!limiter) {
    limiter = new RateLimiterPostgres({
      storeClient: pool(),
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      // housekeeping deletes what has expired
      clearExpiredByTimeout: false,
      keyPrefix: limit,
      points: Math.ceil(LIMITS[limit].points * env().RATE_LIMIT_SCALE),
      duration: LIMITS[limit].seconds,
    });
    limiters.set(limit, limiter);
  }
  return limiter;
}

/** Whom a limit counts for. Addresses of people are kept as a hash; of IPv6 the /64 counts, which is one customer. */
export const hashed = (text: string): string =>
  createHash('sha256').update(text.slice(0, 1_000)).digest('base64url').slice(0, 22);

export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped || !ip.includes(':')) return (mapped ?? ip).slice(0, 45);
  const [head = '', tail] = ip.toLowerCase().split('%')[0]!.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}

/**
 * Counts one request.
 * @throws RateLimited with the seconds to wait when there were too many.
 */
export async function countRequest(limit: Limit, key: string): Promise<void> {
  if (env().DEMO && isOwnMachine() && NOT_IN_LAB.has(limit)) return;
  try {
    await limiterOf(limit).consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new RateLimited(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
  }
}

/** Starts over for this key. */
export async function forgiveRequests(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).delete(key);
}
