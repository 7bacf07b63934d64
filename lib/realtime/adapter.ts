import { createAdapter as onPostgres } from '@socket.io/postgres-adapter';
import { createAdapter as onRedis } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Server } from 'socket.io';
import { createPool } from '../db/pool';
import { env } from '../env';
import { log } from '../log';
import { watchForFlush } from './flush-watch';
import { notifyInOrder } from './notify-in-order';
import { Sending } from './sending';

/** The adapter that carries packets between processes, and how to end it. */
export interface Carrier {
  adapter: NonNullable<Parameters<Server['adapter']>[0]>;
  /** Resolves when all that was told so far has left this process; rejects when some of it could not. */
  sent(): Promise<void>;
  close(): Promise<void>;
}

/**
 * PostgreSQL by default, Redis streams when REDIS_URL is set: the one place that knows which.
 *
 * @param hearing is told when this process no longer hears the others, and when it does again. What was told in
 *   between is lost to it: whoever depends on it has to catch up.
 */
export function openCarrier(hearing: Hearing = { onLoss: () => {}, onReturn: () => {} }): Carrier {
  const { REDIS_URL } = env();
  return REDIS_URL ? redisCarrier(REDIS_URL, hearing) : postgresCarrier(hearing);
}

interface Hearing {
  onLoss(): void;
  onReturn(): void;
}

/** Bytes of a packet that still fit into a NOTIFY, whose payload must be shorter than 8,000. */
const NOTIFY_BYTES = 7_900;

function postgresCarrier(hearing: Hearing): Carrier {
  const pool = createPool({ max: 2, application_name: 'switchboard-sockets' });
  const sending = new Sending();
  const query = notifyInOrder(pool);
  const ear = listener(hearing);
  // all that the adapter asks of a pool: to publish, and for one client to listen with
  const carrier = {
    query: (text: string, values?: unknown[]) => sending.track(query(text, values)),
    connect: ear.connect,
  };
  const adapter = onPostgres(carrier as unknown as pg.Pool, {
    payloadThreshold: NOTIFY_BYTES,
    errorHandler: (error) => log.warn({ err: error }, 'socket adapter'),
  });
  return {
    adapter,
    sent: () => sending.done(),
    close: async () => {
      await ear.close();
      await pool.end();
    },
  };
}

/**
 * The connection that the adapter listens with. It is none of a pool's: the adapter keeps a client whose server is
 * gone, which would cost the pool a place at each restart of PostgreSQL, until none is left and nothing arrives.
 */
function listener({ onLoss, onReturn }: Hearing) {
  let lost = false;
  let closing = false;
  let current: pg.Client | undefined;
  const connect = async () => {
    const client = new pg.Client({
      connectionString: env().DATABASE_URL,
      application_name: 'switchboard-sockets',
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
    });
    client.on('error', (error) => log.warn({ err: error }, 'socket listener lost'));
    await client.connect();
    current = client;
    client.on('end', () => {
      lost = true;
      if (!closing) onLoss();
    });
    // queued behind the LISTEN that the adapter sends as soon as it has the client
    if (lost) setImmediate(() => client.query('SELECT 1').then(onReturn, () => {}));
    return Object.assign(client, { release: () => void client.end().catch(() => {}) });
  };
  const close = async () => {
    closing = true;
    await current?.end().catch(() => {});
  };
  return { connect, close };
}

function redisCarrier(url: string, { onLoss, onReturn }: Hearing): Carrier {
  const client = new Redis(url, {
    // to tell something fails at once while Redis is away; who must not lose it tells it again
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(times * 100, 1_000),
  });
  client.on('error', (error) => log.warn({ err: error }, 'socket adapter'));
  // the adapter reads with copies of the client, and these wait
  const duplicate = client.duplicate.bind(client);
  client.duplicate = (options) => {
    const copy = duplicate({ ...options, enableOfflineQueue: true, maxRetriesPerRequest: null });
    copy.once('ready', () => copy.on('ready', onReturn).on('close', onLoss));
    return copy;
  };
  const watch = watchForFlush(client, onReturn);
  const sending = new Sending();
  const append = client.xadd.bind(client) as (...args: unknown[]) => Promise<string | null>;
  client.xadd = ((...args: unknown[]) => sending.track(append(...args))) as typeof client.xadd;
  return {
    adapter: onRedis(client, { streamName: 'switchboard-sockets', maxLen: 10_000 }),
    sent: () => sending.done(),
    close: async () => {
      watch.stop();
      client.disconnect();
    },
  };
}
