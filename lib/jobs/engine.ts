import {
  createPostgresBackend,
  Queue,
  type QueueOptions,
  setDefaultBackendFactory,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { env } from '../env';
import { log } from '../log';
import type { QueueName } from './definitions';

/**
 * BullMQ on PostgreSQL, or on Redis when REDIS_URL is set: the one place that knows which. Every Queue and Worker opens
 * connections of its own, so each is made once a process and kept small.
 */
function connection(purpose: 'add' | 'work'): QueueOptions['connection'] {
  const { REDIS_URL, DATABASE_URL } = env();
  if (!REDIS_URL) {
    setDefaultBackendFactory(createPostgresBackend as never);
    return {
      connectionString: DATABASE_URL,
      migrate: true,
      max: 2,
      application_name: `switchboard-${purpose}`,
    } as never;
  }
  const retryStrategy = (times: number) => Math.min(times * 100, 1_000);
  // a worker waits for Redis to come back
  if (purpose === 'work') return { url: REDIS_URL, maxRetriesPerRequest: null, retryStrategy };
  // a relay that adds jobs fails at once and tries again. The check of the version would be the first to fail, before
  // there is a connection, and would take the queue with it for good; the workers' connections make it as well.
  return {
    url: REDIS_URL,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    skipVersionCheck: true,
    retryStrategy,
  };
}

const onError = (name: string) => (error: Error) => log.warn({ err: error, queue: name }, 'queue connection');

export function openQueue(name: QueueName): Queue {
  const queue = new Queue(name, {
    connection: connection('add'),
    prefix: 'switchboard',
    skipWaitingForReady: true,
    defaultJobOptions: { removeOnComplete: true, removeOnFail: { count: 1_000 } },
  });
  queue.on('error', onError(name));
  return queue;
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
  );
  worker.on('error', onError(name));
  return worker;
}
