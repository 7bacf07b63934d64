import type { Redis } from 'ioredis';
import { processId } from '../env';

const EVERY_MS = 1_000;
const KEPT_SECONDS = 60;

/**
 * Notices that Redis was emptied while its connections held: what other processes had told and this one had not read
 * is gone then, and nothing else would say so. A mark of this process lies beside the packets; when it is missing, they
 * were lost as well.
 */
export function watchForFlush(client: Redis, onFlush: () => void): { stop(): void } {
  const key = `switchboard-sockets-read-by-${processId}`;
  let isSet = false;
  const look = async () => {
    const known = await client.get(key);
    await client.set(key, '1', 'EX', KEPT_SECONDS);
    if (isSet && known === null) onFlush();
    isSet = true;
  };
  // while Redis is away this fails; its return is noticed by the connections
  const timer = setInterval(() => void look().catch(() => {}), EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
