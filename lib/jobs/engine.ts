import {
  createRedisBackend,
  type IQueueBackend,
  PostgresConnection,
  PostgresQueueBackend,
  Queue,
  type QueueBaseOptions,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import { env } from '../env';
import { log } from '../log';
import type { QueueName } from './definitions';

/**
 * BullMQ on PostgreSQL, or on Redis when REDIS_URL is set: the one place that knows which. Left alone, each Queue and
 * each Worker opens connections of its own; here all of a process share them (docs/decisions/012).
 */
type Purpose = 'add' | 'work';

/** Connections of a process for adding, taking and finishing jobs; another one hears that there are some. */
const POOL = 3;
let postgres: PostgresConnection | undefined;
const clients = new Map<Purpose, Redis>();

/** A queue's or worker's way to the shared connection: none of them may end it for the others. */
class SharedBackend extends PostgresQueueBackend {
  override async close(): Promise<void> {}
}

function postgresConnection(): PostgresConnection {
  postgres ??= new PostgresConnection({
    connectionString: env().DATABASE_URL,
    migrate: true,
    max: POOL,
    application_name: 'switchboard-queue',
    // a job need not wait for the disk: what a crash takes back here is done again, and what the relay marks as
    // published afterwards takes the job to the disk with it
    options: '-c synchronous_commit=off',
  }).setMaxListeners(0);
  return postgres;
}

/** A worker waits for Redis to come back; who adds jobs (the relay) fails at once and tries again. */
function redisClient(url: string, purpose: Purpose): Redis {
  const known = clients.get(purpose);
  if (known) return known;
  const client = new Redis(url, {
    retryStrategy: (times) => Math.min(times * 100, 1_000),
    ...(purpose === 'work'
      ? { maxRetriesPerRequest: null }
      : { maxRetriesPerRequest: 0, enableOfflineQueue: false }),
  });
  // its queues tell of it, as soon as there are any
  client.on('error', () => {});
  clients.set(purpose, client);
  return client;
}

/** On Redis each worker has a copy of the connection as well, on which it waits for jobs. */
function backend(name: string, options: QueueBaseOptions, more?: object): IQueueBackend {
  return env().REDIS_URL
    ? createRedisBackend(name, options, more)
    : new SharedBackend(postgresConnection(), name, options as never);
}

function connection(purpose: Purpose): QueueBaseOptions['connection'] {
  const { REDIS_URL } = env();
  return REDIS_URL ? redisClient(REDIS_URL, purpose) : {};
}

const onError = (name: string) => (error: Error) => log.warn({ err: error, queue: name }, 'queue connection');

/**
 * Called when a process starts. On PostgreSQL it makes the engine's tables when they are not there yet: BullMQ remembers
 * a first attempt that failed, and would not try again. On Redis it begins to connect, and waits for nothing: the first
 * job that a process adds would find no connection, and its work would wait for the next sweep.
 */
export async function prepareEngine(): Promise<void> {
  const { REDIS_URL } = env();
  if (REDIS_URL) redisClient(REDIS_URL, 'add');
  else await postgresConnection().waitUntilReady();
}

export function openQueue(name: QueueName): Queue {
  const options = {
    connection: connection('add'),
    prefix: 'switchboard',
    // it would be the first to fail, before there is a connection, and would take the queue with it for good; the
    // workers' connections are checked as well
    skipVersionCheck: true,
    skipWaitingForReady: true,
    defaultJobOptions: { removeOnComplete: true, removeOnFail: { count: 1_000 } },
  };
  const queue = new Queue(name, options, backend as never);
  queue.on('error', onError(name));
  return queue as Queue;
}

/** `handle` gets name, data and id of a job; what it throws is tried again as the definition says. */
export function openWorker(
  name: QueueName,
  concurrency: number,
  handle: (job: { name: string; data: unknown; id: string }) => Promise<void>,
): Worker {
  const lease = env().LEASE_SECONDS * 1_000;
  const options: WorkerOptions = {
    connection: connection('work'),
    prefix: 'switchboard',
    concurrency,
    lockDuration: lease,
    stalledInterval: lease,
    // a job whose worker was killed runs again; how often a crash may hit the same job is no reason to give it up
    maxStalledCount: 50,
    // the default waits 15 s after a lost connection
    runRetryDelay: 1_000,
  };
  const worker = new Worker(
    name,
    async (job) => handle({ name: job.name, data: job.data, id: job.id ?? '' }),
    options,
    backend as never,
  );
  worker.on('error', onError(name));
  return worker as Worker;
}

/** Ends the shared connections, after all queues and workers are closed. */
export async function closeEngine(): Promise<void> {
  for (const client of clients.values()) client.disconnect();
  clients.clear();
  await postgres?.close();
  postgres = undefined;
}
