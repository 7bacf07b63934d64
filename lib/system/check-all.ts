import type { Env } from '../env';
import type { QueueDto } from '../schemas/system';
import type { Check } from './check';
import { checkAi } from './check-ai';
import { checkDatabase } from './check-database';
import { checkEnvironment } from './check-environment';
import { checkClock, checkStorage } from './check-machine';
import { checkMail, checkMailServer } from './check-mail';
import { checkMailIn } from './check-mail-in';
import { checkRedis } from './check-redis';
import { checkEvents, checkProcesses, checkQueue } from './check-work';

/**
 * Looks at every part of the installation at once: what `/admin/system` shows and `npm run doctor` prints. Never
 * throws; without the database only what can be seen without it is told.
 */
export async function checkAll(env: Env): Promise<{ checks: Check[]; queues: QueueDto[] }> {
  const [database, redis, mailServer, storage] = await Promise.all([
    checkDatabase(),
    checkRedis(env),
    checkMailServer(env),
    checkStorage(env),
  ]);
  const outside = [...redis, mailServer, storage];
  const usable = database.every(({ state }) => state !== 'bad');
  if (!usable) return { checks: [checkEnvironment(env), ...database, ...outside], queues: [] };
  const [processes, events, queue, mail, mailIn, ai, clock] = await Promise.all([
    checkProcesses(),
    checkEvents(),
    checkQueue(),
    checkMail(),
    checkMailIn(),
    checkAi(env),
    checkClock(),
  ]);
  return {
    checks: [
      checkEnvironment(env),
      ...database,
      processes,
      events,
      queue.check,
      ...redis,
      mailServer,
      mail,
      mailIn,
      ai,
      storage,
      clock,
    ],
    queues: queue.queues,
  };
}
