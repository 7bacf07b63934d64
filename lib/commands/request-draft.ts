import { configuredAi } from '../ai/configured';
import { newId } from '../clock';
import type { Tx } from '../db/transaction';
import { env } from '../env';
import { Conflict, RateLimited, UpstreamFailed } from '../errors';
import { recordEvent } from '../events/record';
import { accessTicket } from '../queries/access-ticket';
import { countDrafts } from '../queries/count-drafts';
import { getSettings } from '../queries/get-settings';
import { DRAFT_FAILURES } from '../rules/draft-failures';
import type { Actor } from '../rules/permissions';
import type { RequestDraftInput } from '../schemas/ai';
import { type Attempt, once } from './steps/once';

/**
 * Asks for a draft: a row in the ledger and an event, from which the worker's job follows.
 *
 * @throws RateLimited when the person's cap of the hour or the day is reached; Conflict `ai_not_configured` for what
 *   only a model can do; UpstreamFailed `ai_rate_limited` while the provider wants us to wait.
 */
export function requestDraft(
  actor: Actor,
  ref: string,
  { kind, ...input }: RequestDraftInput,
  attempt?: Attempt,
): Promise<{ id: string }> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.draft');
    const { provider } = configuredAi();
    if (provider === 'none' && (kind === 'refine' || kind === 'summary'))
      throw new Conflict('ai_not_configured', DRAFT_FAILURES.ai_not_configured.message);
    await refuseBeyondCap(tx, actor);
    if (provider !== 'none') await refuseWhileWaiting(tx, provider);
    const id = newId();
    await tx.query(
      `INSERT INTO ai_draft (id, ticket_id, person_id, kind, input, deadline_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))`,
      [id, ticket.id, actor.id, kind, JSON.stringify(input), env().AI_TIMEOUT_SECONDS],
    );
    await recordEvent(tx, 'draft.requested', { draft_id: id }, actor.id);
    return { id };
  });
}

async function refuseBeyondCap(tx: Tx, actor: Actor): Promise<void> {
  // a person's requests one after the other, so that thirty at once do not all find room
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`ai-draft ${actor.id}`]);
  const { left, wait } = await countDrafts(actor.id, await getSettings(tx), tx);
  if (left === 0) throw new RateLimited(wait);
}

/** A provider that asked us to wait is left alone until then, whoever asks. */
async function refuseWhileWaiting(tx: Tx, provider: string): Promise<void> {
  const { rows } = await tx.query<{ wait: number | null }>(
    `SELECT max(extract(epoch FROM finished_at + make_interval(secs => retry_after) - now()))::float8 AS wait
     FROM ai_draft WHERE retry_after IS NOT NULL AND provider = $1 AND finished_at > now() - interval '1 hour'`,
    [provider],
  );
  const wait = Math.ceil(rows[0]?.wait ?? 0);
  if (wait > 0)
    throw new UpstreamFailed(503, 'ai_rate_limited', DRAFT_FAILURES.ai_rate_limited.message, wait);
}
