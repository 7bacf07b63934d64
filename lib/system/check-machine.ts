import { randomBytes } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from '../db/transaction';
import type { Env } from '../env';
import { type Check, failed, within } from './check';

const LITTLE_GB = 1;
const NONE_GB = 0.1;
/** Seconds by which two clocks may differ; codes and sessions are judged by PostgreSQL's, tokens by the process's. */
const SLOPPY = 2;
const WRONG = 30;

/** Where files and the embedded database lie: that it can be written, and how much room is left. */
export async function checkStorage({ DATA_DIR }: Pick<Env, 'DATA_DIR'>): Promise<Check> {
  const probe = path.join(DATA_DIR, `.check-${randomBytes(4).toString('hex')}`);
  try {
    await writeFile(probe, '');
    await rm(probe);
    const { bavail, bsize } = await statfs(DATA_DIR);
    const gigabytes = Math.round((bavail * bsize) / 2 ** 30 / 0.1) * 0.1;
    const facts = { folder: DATA_DIR, gigabytes: Number(gigabytes.toFixed(1)) };
    const state = gigabytes < NONE_GB ? 'bad' : gigabytes < LITTLE_GB ? 'warn' : 'ok';
    return { part: 'storage', state, says: state === 'ok' ? 'ok' : 'little', facts };
  } catch (error) {
    return failed('storage', error);
  }
}

/** Our clock against PostgreSQL's. The way there and back counts half. */
export async function checkClock(): Promise<Check> {
  try {
    const before = Date.now();
    const { rows } = await within(
      sql.query<{ now: number }>('SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now'),
      5_000,
    );
    const apart = Math.abs(rows[0]!.now - (before + Date.now()) / 2) / 1000;
    const facts = { seconds: Number(apart.toFixed(3)) };
    const state = apart > WRONG ? 'bad' : apart > SLOPPY ? 'warn' : 'ok';
    return { part: 'clock', state, says: state === 'ok' ? 'ok' : 'apart', facts };
  } catch (error) {
    return failed('clock', error);
  }
}
