import { sql } from '../../db/transaction';
import { DRAFT_CHANNEL } from '../../queries/get-draft';
import type { DraftFailure } from '../../rules/draft-failures';
import type { DraftDto, DraftResult, DraftSourceDto } from '../../schemas/ai';

/** What a call made and cost. */
export interface WrittenDraft {
  result: DraftResult;
  sources: DraftSourceDto[];
  tokensIn: number | null;
  tokensOut: number | null;
  costMicros: number | null;
}
export interface FailedDraft {
  error: DraftFailure;
  retryAfter: number | null;
}
type Provider = { provider: NonNullable<DraftDto['provider']>; model: string | null };

/** Writes and tells what came of a draft that this worker holds; false when somebody ended it in the meantime. */
export async function settleDraft(
  id: string,
  { provider, model }: Provider,
  end: WrittenDraft | FailedDraft,
): Promise<boolean> {
  const written = 'result' in end ? end : null;
  const failed = 'error' in end ? end : null;
  const sentences = written?.result.sentences ?? [];
  const { rowCount } = await sql.query(
    `WITH settled AS (
       UPDATE ai_draft SET status = $2, provider = $3, model = $4, result = $5, sources = $6, unsupported = $7,
         questions = $8, tokens_in = $9, tokens_out = $10, cost_micros = $11, error = $12, retry_after = $13,
         latency_ms = extract(epoch FROM clock_timestamp() - created_at) * 1000, finished_at = clock_timestamp()
       WHERE id = $1 AND status = 'running' RETURNING id
     )
     SELECT pg_notify($14, id::text) FROM settled`,
    [
      id,
      written ? 'done' : 'failed',
      provider,
      model,
      written ? JSON.stringify(written.result) : null,
      JSON.stringify(written?.sources ?? []),
      sentences.filter((sentence) => sentence.unsupported).length,
      written?.result.missing.length ?? 0,
      written?.tokensIn ?? null,
      written?.tokensOut ?? null,
      written?.costMicros ?? null,
      failed?.error ?? null,
      failed?.retryAfter ?? null,
      DRAFT_CHANNEL,
    ],
  );
  return Boolean(rowCount);
}
