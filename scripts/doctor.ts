/** `npm run doctor`: looks at everything the product needs and says what is wrong. Exit code 1 when it cannot run. */
import { randomBytes } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { pendingMigrations } from '@/lib/db/migrate';
import { type Env, EnvError, parseEnv } from '@/lib/env';
import { isBuilt } from './lib/build.mjs';
import { databasePlace, runScript, sentenceFor } from './lib/run-script';

interface Check {
  part: string;
  /** `warn`: the product runs, but not as it should. */
  state: 'ok' | 'warn' | 'bad';
  about: string;
}

const problem = (error: unknown) => (error instanceof Error ? error.message : String(error));

function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const good = major > 20 || (major === 20 && minor >= 19);
  return {
    part: 'Node',
    state: good ? 'ok' : 'bad',
    about: `${process.versions.node}${good ? '' : ': 20.19 or newer is needed'}`,
  };
}

async function checkDatabase({ DATABASE_URL }: Env): Promise<Check[]> {
  const client = new pg.Client({ connectionString: DATABASE_URL, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; text: string }>(
      "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS text",
    );
    const old = Number(rows[0]?.number) < 150_000;
    const reached: Check = {
      part: 'Database',
      state: old ? 'bad' : 'ok',
      about: `PostgreSQL ${rows[0]?.text} at ${databasePlace(DATABASE_URL)}${old ? ': 15 or newer is needed' : ''}`,
    };
    return [reached, await checkMigrations(client)];
  } catch (error) {
    return [{ part: 'Database', state: 'bad', about: sentenceFor(error, DATABASE_URL) ?? problem(error) }];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function checkMigrations(client: pg.Client): Promise<Check> {
  try {
    const pending = await pendingMigrations(client);
    if (pending.length === 0) return { part: 'Migrations', state: 'ok', about: 'up to date' };
    return {
      part: 'Migrations',
      state: 'bad',
      about: `${pending.length} to apply: npm run migrate (npm start does it by itself)`,
    };
  } catch (error) {
    return { part: 'Migrations', state: 'bad', about: problem(error) };
  }
}

/** Talks to a server over TCP: sends `hello` (or nothing) and takes the first line of the answer. */
function firstLine(url: URL, port: number, hello: string | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: url.hostname, port: Number(url.port) || port, timeout: 5_000 });
    socket.once('connect', () => hello && socket.write(hello));
    socket.once('data', (data) => resolve(data.toString('latin1').split('\r\n')[0] ?? ''));
    socket.once('timeout', () => reject(new Error('no answer within 5 s')));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed without an answer')));
  });
}

async function checkServer(
  part: string,
  url: string | undefined,
  unset: string,
  port: number,
  hello: string | null,
): Promise<Check> {
  if (!url) return { part, state: 'ok', about: unset };
  const target = new URL(url);
  // An encrypted server says nothing before the handshake: that it takes the connection has to do.
  if (target.protocol === 'rediss:' || target.protocol === 'smtps:') return checkOpen(part, target, port);
  try {
    const answer = await firstLine(target, port, hello);
    return { part, state: 'ok', about: `${target.host} answers: ${answer.slice(0, 60)}` };
  } catch (error) {
    return { part, state: 'bad', about: `${target.host} does not answer: ${problem(error)}` };
  }
}

function checkOpen(part: string, target: URL, port: number): Promise<Check> {
  return new Promise((resolve) => {
    const socket = connect({ host: target.hostname, port: Number(target.port) || port, timeout: 5_000 });
    const end = (state: Check['state'], about: string) => {
      socket.destroy();
      resolve({ part, state, about });
    };
    socket.once('connect', () => end('ok', `${target.host} takes connections`));
    socket.once('timeout', () => end('bad', `${target.host} does not answer within 5 s`));
    socket.once('error', (error) => end('bad', `${target.host} does not answer: ${error.message}`));
  });
}

async function checkDataDir({ DATA_DIR }: Env): Promise<Check> {
  const probe = path.join(DATA_DIR, `.doctor-${randomBytes(4).toString('hex')}`);
  try {
    await writeFile(probe, '');
    await rm(probe);
    const { bavail, bsize } = await statfs(DATA_DIR);
    const free = (bavail * bsize) / 2 ** 30;
    return {
      part: 'Data folder',
      state: free < 1 ? 'warn' : 'ok',
      about: `${DATA_DIR}, ${free.toFixed(1)} GB free`,
    };
  } catch (error) {
    return { part: 'Data folder', state: 'bad', about: `${DATA_DIR} cannot be written: ${problem(error)}` };
  }
}

const checkBuild = (): Check =>
  isBuilt()
    ? { part: 'Pages', state: 'ok', about: 'built' }
    : { part: 'Pages', state: 'warn', about: 'to be built: npm start does it' };

await runScript(async () => {
  const checks: Check[] = [checkNode()];
  try {
    const env = parseEnv(process.env);
    checks.push({ part: 'Environment', state: 'ok', about: `complete, DEMO=${env.DEMO ? 1 : 0}` });
    checks.push(...(await checkDatabase(env)));
    checks.push(
      await checkServer('Redis', env.REDIS_URL, 'not set: PostgreSQL does its work', 6379, 'PING\r\n'),
    );
    checks.push(await checkServer('Mail', env.SMTP_URL, 'not set: local mailbox', 25, null));
    checks.push(await checkDataDir(env));
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    checks.push({ part: 'Environment', state: 'bad', about: error.message });
  }
  checks.push(checkBuild());
  const mark = { ok: '✓', warn: '!', bad: '✗' };
  for (const { part, state, about } of checks) console.log(`${mark[state]} ${part.padEnd(13)} ${about}`);
  return checks.some(({ state }) => state === 'bad') ? 1 : 0;
});
