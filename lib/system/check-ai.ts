import { configuredAi } from '../ai/configured';
import { type Greeting, greetProvider } from '../ai/greet-provider';
import { sql } from '../db/transaction';
import type { Env } from '../env';
import type { DraftFailure } from '../rules/draft-failures';
import { type Check, failed } from './check';

/** Failures that speak of the service; the others are about one ticket, one person or our own worker. */
const OF_THE_SERVICE = [
  'ai_misconfigured',
  'ai_rate_limited',
  'ai_unavailable',
  'ai_bad_response',
  'draft_timeout',
] satisfies DraftFailure[];

interface Drafts {
  /** Seconds since the newest one that came, and since the newest that failed; null when none did in thirty days. */
  came: number | null;
  failed: number | null;
  /** Of the last hour. */
  failures: number;
  error: string | null;
}

/** Who writes drafts, whether he takes our key, and how the last ones went. No model is fine: the house answers itself. */
export async function checkAi(settings: Env): Promise<Check> {
  const { provider, model } = configuredAi(settings);
  if (provider === 'none' || model === null) return { part: 'ai', state: 'ok', says: 'none', facts: {} };
  try {
    const [greeting, drafts] = await Promise.all([greetProvider(settings), readDrafts(provider, model)]);
    const { facts, ...finding } = judge(greeting, drafts);
    return { part: 'ai', ...finding, facts: { provider, model, ...facts } };
  } catch (error) {
    return failed('ai', error);
  }
}

/** What it says itself goes first; a draft that failed counts until another came, unless it is old and we were let in since. */
function judge(greeting: Greeting, drafts: Drafts): Omit<Check, 'part'> {
  const { came, failed, failures, error } = drafts;
  if (greeting === 'ai_misconfigured') return { state: 'bad', says: 'refused', facts: {} };
  if (greeting === 'ai_rate_limited') return { state: 'warn', says: 'rate_limited', facts: {} };
  if (greeting === 'ai_unavailable') return { state: 'bad', says: 'unreachable', facts: {} };
  const facts = { greeting, failures };
  const isNewest = failed !== null && (came === null || failed < came);
  if (error !== null && isNewest && (failures > 0 || greeting === 'unknown'))
    return { state: 'warn', says: 'failing', facts: { ...facts, error, ...ago(failed) } };
  if (came === null) return { state: 'ok', says: 'unused', facts };
  return { state: 'ok', says: 'ok', facts: { ...facts, ...ago(came) } };
}

function ago(seconds: number): { ago: number; unit: 'minute' | 'hour' | 'day' } {
  if (seconds < 3_600) return { ago: Math.floor(seconds / 60), unit: 'minute' };
  if (seconds < 86_400) return { ago: Math.floor(seconds / 3_600), unit: 'hour' };
  return { ago: Math.floor(seconds / 86_400), unit: 'day' };
}

/** The ledger of the provider and model that are set now: what others did before them says nothing of these. */
async function readDrafts(provider: string, model: string): Promise<Drafts> {
  const { rows } = await sql.query<Drafts>(
    `WITH d AS NOT MATERIALIZED (
       SELECT status, error, created_at, extract(epoch FROM now() - coalesce(finished_at, created_at))::int AS seconds
       FROM ai_draft WHERE provider = $1 AND model = $2 AND created_at > now() - interval '30 days'
     ), bad AS NOT MATERIALIZED (SELECT * FROM d WHERE status = 'failed' AND error = ANY($3)),
     newest AS (SELECT seconds, error FROM bad ORDER BY created_at DESC LIMIT 1)
     SELECT (SELECT seconds FROM d WHERE status = 'done' ORDER BY created_at DESC LIMIT 1) AS came,
       (SELECT seconds FROM newest) AS failed, (SELECT error FROM newest) AS error,
       (SELECT count(*)::int FROM bad WHERE created_at > now() - interval '1 hour') AS failures`,
    [provider, model, OF_THE_SERVICE],
  );
  return rows[0]!;
}
