import { createAdapter as onPostgres } from '@socket.io/postgres-adapter';
import { createAdapter as onRedis } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import type { Server } from 'socket.io';
import { createPool } from '../db/pool';
import { env } from '../env';
import { log } from '../log';

/** The adapter that carries packets between processes, and how to end it. */
export interface Carrier {
  adapter: NonNullable<Parameters<Server['adapter']>[0]>;
  close(): Promise<void>;
}

/** PostgreSQL by default, Redis streams when REDIS_URL is set: the one place that knows which. */
export function openCarrier(): Carrier {
  const { REDIS_URL } = env();
  return REDIS_URL ? redisCarrier(REDIS_URL) : postgresCarrier();
}

function postgresCarrier(): Carrier {
  const pool = createPool({ max: 3, application_name: 'switchboard-sockets' });
  // The adapter keeps the client it listens with when the server goes away; a dead one must leave the pool, or each
  // restart of PostgreSQL costs a place until none is left and no event arrives any more.
  pool.on('connect', (client) => {
    client.on('end', () => {
      try {
        (client as typeof client & { release?: (destroy: boolean) => void }).release?.(true);
      } catch {
        // released already
      }
    });
  });
  const adapter = onPostgres(pool, {
    errorHandler: (error) => log.warn({ err: error }, 'socket adapter'),
  });
  return { adapter, close: () => pool.end() };
}

function redisCarrier(url: string): Carrier {
  const client = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, 1_000),
  });
  client.on('error', (error) => log.warn({ err: error }, 'socket adapter'));
  return {
    adapter: onRedis(client, { streamName: 'switchboard-sockets', maxLen: 10_000 }),
    close: async () => client.disconnect(),
  };
}
