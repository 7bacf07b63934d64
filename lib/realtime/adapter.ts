import { createAdapter as onPostgres } from '@socket.io/postgres-adapter';
import { createAdapter as onRedis } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import type pg from 'pg';
import type { Server } from 'socket.io';
import { listen, say } from '../db/line';
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
/** Where the adapter tells what is for the namespace `/`. */
const SOCKET_CHANNEL = 'socket.io#/';

function postgresCarrier(hearing: Hearing): Carrier {
  const sending = new Sending();
  const query = notifyInOrder(say);
  let stop = () => {};
  // all that the adapter asks of a pool: to publish, and for one client to listen with
  const carrier = {
    query: (text: string, values?: unknown[]) => sending.track(query(text, values)),
    connect: async () => ({
      on: (event: string, hear: (message: { payload: string }) => void) => {
        if (event === 'notification')
          stop = listen(SOCKET_CHANNEL, { hear: (payload) => hear({ payload }), ...hearing });
      },
      query: async () => {},
      removeAllListeners: () => {},
      release: () => stop(),
    }),
  };
  const adapter = onPostgres(carrier as unknown as pg.Pool, {
    payloadThreshold: NOTIFY_BYTES,
    errorHandler: (error) => log.warn({ err: error }, 'socket adapter'),
  });
  return { adapter, sent: () => sending.done(), close: async () => stop() };
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
