import { Redis } from 'ioredis';
import type { Env } from '../env';
import { type Check, failed, within } from './check';

const PATIENCE_MS = 3_000;

/**
 * Redis, when it is used: it must never drop keys by itself (a dropped key is a lost job until the sweep finds it), and
 * should keep its file, so that a restart is no interruption.
 */
export async function checkRedis({ REDIS_URL }: Pick<Env, 'REDIS_URL'>): Promise<Check[]> {
  if (!REDIS_URL) return [{ part: 'redis', state: 'ok', says: 'unset', facts: {} }];
  const redis = new Redis(REDIS_URL, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  redis.on('error', () => {});
  try {
    await within(redis.connect(), PATIENCE_MS);
    return judge(await within(redis.info(), PATIENCE_MS));
  } catch (error) {
    return [failed('redis', error)];
  } finally {
    redis.disconnect();
  }
}

function judge(info: string): Check[] {
  const value = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
  const facts = {
    version: value('valkey_version') || value('redis_version'),
    memory: value('used_memory_human'),
    policy: value('maxmemory_policy'),
  };
  const findings: Check[] = [];
  if (facts.policy !== 'noeviction') findings.push({ part: 'redis', state: 'warn', says: 'evicts', facts });
  if (value('aof_enabled') !== '1') findings.push({ part: 'redis', state: 'warn', says: 'no_file', facts });
  return findings.length > 0 ? findings : [{ part: 'redis', state: 'ok', says: 'ok', facts }];
}
