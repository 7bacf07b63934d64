import { env } from '../env';
import { log } from '../log';
import { checkClock } from './check-machine';
import { checkRedis } from './check-redis';

/**
 * What a process says loudly when it starts, and runs all the same (spec/reliability.md C48): a Redis that drops keys
 * or forgets them, and a clock that is not PostgreSQL's. Secrets and migrations stop it before.
 */
export async function warnAtBoot(): Promise<void> {
  for (const { part, state, says, facts } of [...(await checkRedis(env())), await checkClock()])
    if (state !== 'ok') log.warn({ part, says, ...facts }, 'CHECK THIS INSTALLATION: see npm run doctor');
}
