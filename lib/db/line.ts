import pg from 'pg';
import { env } from '../env';
import { log } from '../log';

/**
 * The process's line: the one connection on which it hears what other processes NOTIFY, and tells them. Everything
 * told here is a hint: what is told while the line is broken is lost, so whoever depends on it looks for himself as
 * well, or catches up when the line is back.
 */
export interface Ear {
  hear(payload: string): void;
  /** The line is broken: nothing is heard until `onReturn`. */
  onLoss?(): void;
  onReturn?(): void;
}

const RETRY_MS = 1_000;
const ears = new Map<string, Set<Ear>>();
let line: Promise<pg.Client> | null = null;
let before: Promise<unknown> = Promise.resolve();
let lost = false;
let retry: NodeJS.Timeout | undefined;

/** Hears a channel until the returned function is called. */
export function listen(channel: string, ear: Ear): () => void {
  const known = ears.get(channel);
  if (known) known.add(ear);
  else ears.set(channel, new Set([ear]));
  // a line that opens after this listens to all that is known by then
  if (!line) open().catch(() => {});
  else if (!known) say(listenTo(channel)).catch(() => {});
  return () => void ears.get(channel)?.delete(ear);
}

/** Runs a short statement on the line, after those before it. @throws when the line is broken. */
export function say(text: string, values?: unknown[]): Promise<pg.QueryResult> {
  const said = Promise.all([open(), before]).then(([client]) => client.query(text, values));
  before = said.catch(() => {});
  return said;
}

/** Ends the line, when the process ends; what was said before is still told. */
export async function closeLine(): Promise<void> {
  ears.clear();
  clearTimeout(retry);
  try {
    await before;
    await (await line)?.end();
  } catch {
    // It is broken already.
  }
}

const listenTo = (channel: string) => `LISTEN ${pg.escapeIdentifier(channel)}`;
const all = () => [...ears.values()].flatMap((some) => [...some]);

function open(): Promise<pg.Client> {
  line ??= connect().catch((error: Error) => {
    log.warn({ err: error }, 'the line to other processes cannot be opened yet');
    lose();
    throw error;
  });
  return line;
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: 'switchboard-line',
    // nothing said here is kept: a NOTIFY need not wait for the disk
    options: '-c synchronous_commit=off',
    connectionTimeoutMillis: 3_000,
    // a line that broke silently is noticed within a minute instead of hours
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  client.on('error', (error) => log.warn({ err: error }, 'the line to other processes is broken'));
  client.on('notification', ({ channel, payload }) => {
    for (const ear of [...(ears.get(channel) ?? [])]) ear.hear(payload ?? '');
  });
  try {
    await client.connect();
    for (const channel of ears.keys()) await client.query(listenTo(channel));
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  client.on('end', lose);
  const back = lost;
  lost = false;
  if (back) for (const ear of all()) ear.onReturn?.();
  return client;
}

function lose(): void {
  line = null;
  if (ears.size === 0) return;
  if (!lost) for (const ear of all()) ear.onLoss?.();
  lost = true;
  clearTimeout(retry);
  retry = setTimeout(() => open().catch(() => {}), RETRY_MS);
}
