import type pg from 'pg';
import { pool } from './pool';

/** What a step of a command works with: one open transaction. Queries use the pool through the same shape. */
export interface Sql {
  query<Row extends object = Record<string, unknown>>(
    text: string,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>;
}
/** A transaction, and what shall happen once it has committed. */
export interface Tx extends Sql {
  /** Runs after COMMIT, never after ROLLBACK; must not throw. */
  afterCommit(act: () => void): void;
}

/** Serialization failure and deadlock: the work is run again, PostgreSQL promises that nothing of it stayed. */
const RETRY = new Set(['40001', '40P01']);
const TRIES = 3;

/** Reads outside a transaction. Statements given as objects with a name are prepared once a connection. */
export const sql: Sql = { query: (text, values) => pool().query(text, values) };

/**
 * Runs `work` in one transaction on one connection and commits. Rolls back and throws what `work` throws.
 * Retries deadlocks and serialization failures up to three times, so `work` must have no effect outside `tx`.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptTransaction(work);
    } catch (error) {
      if (attempt >= TRIES || !RETRY.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

async function attemptTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  const after: (() => void)[] = [];
  const tx: Tx = {
    query: (text, values) => client.query(text, values),
    afterCommit: (act) => void after.push(act),
  };
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(tx);
    await client.query('COMMIT');
    for (const act of after) act();
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((rollback: Error) => {
      broken = rollback;
    });
    throw error;
  } finally {
    // a connection that could not even roll back is thrown away, not put back into the pool
    client.release(broken);
  }
}
