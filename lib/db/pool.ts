import pg from 'pg';
import { env } from '../env';
import { log } from '../log';
import { closeLine } from './line';

// bigint (ticket numbers, counts) as number: we stay far below 2^53
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** A pool that survives a restart of PostgreSQL: every client and the pool itself have an error listener. */
export function createPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
    ...options,
  });
  const onError = (error: Error) =>
    log.warn({ err: error, pool: options.application_name }, 'database connection lost');
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

let main: pg.Pool | undefined;

/** The process's pool for requests, commands and jobs. */
export function pool(): pg.Pool {
  main ??= createPool({
    max: env().DATABASE_POOL,
    application_name: 'switchboard',
    // no statement of ours needs longer; a hanging one must not hold a connection
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 20_000,
  });
  return main;
}

export async function closePool(): Promise<void> {
  await closeLine();
  await main?.end();
  main = undefined;
}
