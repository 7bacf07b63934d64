import pg from 'pg';
import { env } from '../env';
import { log } from '../log';

/** Channels that drafts are told on; the payload is the draft's id. */
export const DRAFT_CHANNEL = 'switchboard_draft';

type Hear = (payload: string) => void;
const hearers = new Set<Hear>();
let listener: Promise<pg.Client | null> | null = null;
const RETRY_MS = 1_000;

/**
 * Hears what other processes tell about drafts, until the returned function is called. One connection a process,
 * opened when somebody first listens. A hint alone: what is told while the line is broken is lost, so whoever waits
 * looks for himself as well.
 */
export function listenForDrafts(hear: Hear): () => void {
  hearers.add(hear);
  listener ??= connect();
  return () => void hearers.delete(hear);
}

async function connect(): Promise<pg.Client | null> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: 'switchboard-drafts',
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
  });
  const lost = () => {
    if (closed) return;
    setTimeout(() => {
      listener = hearers.size > 0 ? connect() : null;
    }, RETRY_MS).unref();
  };
  client.on('error', (error) => log.warn({ err: error }, 'draft listener lost'));
  client.on('notification', ({ payload }) => {
    for (const hear of [...hearers]) hear(payload ?? '');
  });
  try {
    await client.connect();
    client.on('end', lost);
    await client.query(`LISTEN ${DRAFT_CHANNEL}`);
    return client;
  } catch (error) {
    log.warn({ err: error }, 'draft listener cannot connect yet');
    lost();
    return null;
  }
}

let closed = false;

/** Ends the connection, when the process ends. */
export async function closeDraftListener(): Promise<void> {
  closed = true;
  await (await listener)?.end().catch(() => {});
  listener = null;
  closed = false;
}
