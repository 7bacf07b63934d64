import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Redis } from 'ioredis';
import { sameText } from './auth/secrets';
import { pendingMigrations } from './db/migrate';
import { sql } from './db/transaction';
import { env, processId } from './env';
import { ALIVE_SECONDS } from './heartbeat';
import { backlog, registry } from './metrics';

/** /healthz, /readyz and /metrics of the web process. Answers true when the path was one of them. */
export async function answerOperations(
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<boolean> {
  switch (path.replace(/\/$/, '')) {
    case '/healthz':
      send(res, 200, { status: 'ok' });
      return true;
    case '/readyz': {
      const parts = await readiness();
      const down = parts.database !== 'ok' || parts.migrations !== 'ok';
      const degraded = Object.values(parts).some((state) => state !== 'ok' && state !== 'not configured');
      send(
        res,
        down ? 503 : 200,
        { status: down ? 'down' : degraded ? 'degraded' : 'ok', process: processId, parts },
        down ? { 'retry-after': '2' } : {},
      );
      return true;
    }
    case '/metrics':
      await answerMetrics(req, res);
      return true;
    default:
      return false;
  }
}

type State = 'ok' | 'down' | 'degraded' | 'pending' | 'not configured';
type Readiness = Record<'database' | 'migrations' | 'worker' | 'queue' | 'mail', State>;

const within = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([
    work.catch(() => otherwise),
    new Promise<T>((resolve) => setTimeout(() => resolve(otherwise), 2_000).unref()),
  ]);

/** Each part by name. Without PostgreSQL or its migrations nothing works; without the others people go on working. */
async function readiness(): Promise<Readiness> {
  const [database, migrations, worker, queue, mail] = await Promise.all([
    within<State>(
      sql.query('SELECT 1').then(() => 'ok'),
      'down',
    ),
    within<State>(
      pendingMigrations(sql).then((pending) => (pending.length === 0 ? 'ok' : 'pending')),
      'down',
    ),
    within<State>(workerState(), 'down'),
    within<State>(queueState(), 'down'),
    within<State>(mailState(), 'down'),
  ]);
  return { database, migrations, worker, queue, mail };
}

async function workerState(): Promise<State> {
  const { rows } = await sql.query<{ n: number }>(
    `SELECT count(*) AS n FROM heartbeat WHERE kind = 'worker' AND beat_at > now() - make_interval(secs => $1)`,
    [ALIVE_SECONDS],
  );
  return rows[0]!.n > 0 ? 'ok' : 'down';
}

async function queueState(): Promise<State> {
  const { REDIS_URL } = env();
  if (!REDIS_URL) return 'ok';
  const redis = new Redis(REDIS_URL, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  redis.on('error', () => {});
  try {
    await redis.connect();
    await redis.ping();
    return 'ok';
  } finally {
    redis.disconnect();
  }
}

/** Mail is degraded while something has waited for more than ten minutes, or the server refuses our credentials. */
async function mailState(): Promise<State> {
  const { rows } = await sql.query<{ late: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM outbound_mail WHERE state IN ('queued', 'sending', 'deferred')
       AND next_attempt_at < now() - interval '10 minutes')
     OR EXISTS (SELECT 1 FROM setting WHERE key = 'mail_out_pause' AND (value ->> 'until')::timestamptz > now()) AS late`,
  );
  return rows[0]!.late ? 'degraded' : 'ok';
}

async function answerMetrics(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { METRICS_TOKEN } = env();
  const given = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1] ?? '';
  // without the token this address does not exist
  if (!METRICS_TOKEN || !sameText(given, METRICS_TOKEN))
    return send(res, 404, {
      error: { code: 'not_found', message: 'There is nothing at this address.', requestId: randomUUID() },
    });
  const { rows } = await sql.query<{ kind: string; n: number }>(
    `SELECT 'events' AS kind, count(*) AS n FROM event WHERE published_at IS NULL
     UNION ALL SELECT 'mails', count(*) FROM outbound_mail WHERE state IN ('queued', 'sending', 'deferred')
     UNION ALL SELECT 'tickets', count(*) FROM ticket
       WHERE assignee_id IS NULL AND status = 'OPEN' AND deleted_at IS NULL AND spam_at IS NULL AND NOT is_held
     UNION ALL SELECT 'search', count(*) FROM ticket WHERE indexed_seq < text_seq`,
  );
  for (const row of rows) backlog.set({ kind: row.kind }, row.n);
  res.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
}

function send(res: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  res.end(JSON.stringify(body));
}
