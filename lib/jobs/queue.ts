import type { Queue } from 'bullmq';
import { type JobName, type JobPayload, jobs, QUEUES, type QueueName, RETRY_DELAY } from './definitions';
import { closeEngine, openQueue } from './engine';

/**
 * A job to add. Two with the same id are one as long as the first is not done; ids may not be numbers or hold `:`.
 * `delay` is how long it waits, in milliseconds; what `canWait` lets all go before it that wait in its queue and cannot.
 */
export type JobRequest = {
  [N in JobName]: { name: N; payload: JobPayload<N>; id: string; delay?: number; canWait?: boolean };
}[JobName];

/** A queue that has not answered by then is away: the caller tries again, and what still arrives has the same ids. */
const PATIENCE_MS = 3_000;

let queues: Map<QueueName, Queue> | undefined;

/** This process's own queues, opened when they are first needed. */
export function openQueues(): Map<QueueName, Queue> {
  queues ??= new Map((Object.keys(QUEUES) as QueueName[]).map((name) => [name, openQueue(name)]));
  return queues;
}

/**
 * On PostgreSQL BullMQ adds many at once by way of temporary tables, which takes as long as some ten of them one by
 * one, and longer than anything else between a fact and what follows from it.
 */
const FEW = 5;

/**
 * Adds jobs, all queues at once. The relay and the schedules call this, and the doors of mail without waiting for it: a
 * request never waits for a queue.
 *
 * @throws when the queue does not answer within three seconds.
 */
export async function addJobs(requests: readonly JobRequest[]): Promise<void> {
  const added = [...openQueues()].map(([name, queue]) =>
    addTo(
      queue,
      requests.filter((request) => jobs[request.name].queue === name),
    ),
  );
  await inTime(Promise.all(added));
}

async function addTo(queue: Queue, requests: readonly JobRequest[]): Promise<void> {
  const wanted = requests.map(({ name, payload, id, delay = 0, canWait = false }) => ({
    name,
    data: payload,
    opts: {
      jobId: id,
      delay,
      // 0 is none, and goes before any
      priority: canWait ? 1 : 0,
      attempts: jobs[name].attempts,
      backoff: { type: 'exponential', delay: RETRY_DELAY },
    },
  }));
  if (wanted.length > FEW) await queue.addBulk(wanted);
  else await Promise.all(wanted.map(({ name, data, opts }) => queue.add(name, data, opts)));
}

/** What each queue holds. @throws when the queue does not answer within three seconds. */
export async function queueCounts(): Promise<
  { name: QueueName; waiting: number; active: number; delayed: number; failed: number }[]
> {
  const read = [...openQueues()].map(async ([name, queue]) => {
    const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0 } = await queue.getJobCounts();
    return { name, waiting: waiting + prioritized, active, delayed, failed };
  });
  return inTime(Promise.all(read));
}

/** Redis keeps commands for its return, which may take hours: whoever waits must not wait as long. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the queue does not answer')), PATIENCE_MS);
  });
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Closes the queues and the connections they share with the workers, which are closed by then. */
export async function closeQueues(): Promise<void> {
  await Promise.all([...(queues?.values() ?? [])].map((queue) => queue.close()));
  queues = undefined;
  await closeEngine();
}
