import { sql } from '../db/transaction';
import { ALIVE_SECONDS } from '../heartbeat';
import { queueCounts } from '../jobs/queue';
import type { QueueDto } from '../schemas/system';
import { type Check, failed } from './check';

/** Recorded facts are told within a second; one that waits this long (seconds) has nobody to tell it. */
const LATE = 10;
const STUCK = 60;
/** Jobs that wait: more than a busy minute makes. */
const MANY_JOBS = 1_000;

/** Web and worker processes that are alive, by their heartbeats. */
export async function checkProcesses(): Promise<Check> {
  try {
    const { rows } = await sql.query<{ web: number; worker: number }>(
      `SELECT count(*) FILTER (WHERE kind = 'web')::int AS web, count(*) FILTER (WHERE kind = 'worker')::int AS worker
       FROM heartbeat WHERE beat_at > now() - make_interval(secs => $1)`,
      [ALIVE_SECONDS],
    );
    const facts = rows[0]!;
    if (facts.web + facts.worker === 0) return { part: 'processes', state: 'warn', says: 'stopped', facts };
    if (facts.worker === 0) return { part: 'processes', state: 'bad', says: 'no_worker', facts };
    if (facts.web === 0) return { part: 'processes', state: 'bad', says: 'no_web', facts };
    return { part: 'processes', state: 'ok', says: 'ok', facts };
  } catch (error) {
    return failed('processes', error);
  }
}

/** Facts that are recorded and not told yet: jobs, mail and live pushes all wait behind them. */
export async function checkEvents(): Promise<Check> {
  try {
    const { rows } = await sql.query<{ waiting: number; seconds: number }>(
      `SELECT count(*)::int AS waiting, coalesce(extract(epoch FROM now() - min(created_at)), 0)::int AS seconds
       FROM event WHERE published_at IS NULL`,
    );
    const facts = rows[0]!;
    const state = facts.seconds > STUCK ? 'bad' : facts.seconds > LATE ? 'warn' : 'ok';
    return { part: 'events', state, says: state === 'ok' ? 'ok' : 'late', facts };
  } catch (error) {
    return failed('events', error);
  }
}

/** Jobs by queue, and what they say together. */
export async function checkQueue(): Promise<{ check: Check; queues: QueueDto[] }> {
  try {
    const queues = await queueCounts();
    const sum = (key: 'waiting' | 'active' | 'delayed' | 'failed') =>
      queues.reduce((total, queue) => total + queue[key], 0);
    const facts = {
      waiting: sum('waiting'),
      active: sum('active'),
      delayed: sum('delayed'),
      failed: sum('failed'),
    };
    const says = facts.waiting > MANY_JOBS ? 'crowded' : facts.failed > 0 ? 'has_failed' : 'ok';
    return { check: { part: 'queue', state: says === 'ok' ? 'ok' : 'warn', says, facts }, queues };
  } catch (error) {
    return { check: failed('queue', error), queues: [] };
  }
}
