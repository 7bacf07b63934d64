import { DRAFT_FAILURES, isDraftFailure } from '../rules/draft-failures';
import type { DraftDto, DraftResult, DraftSourceDto } from '../schemas/ai';

/** A row of `ai_draft`, as far as its reader is told. */
export interface DraftRow {
  id: string;
  ticket_id: string;
  person_id: string;
  kind: DraftDto['kind'];
  input: Record<string, unknown>;
  status: DraftDto['status'];
  deadline_at: Date;
  provider: DraftDto['provider'];
  model: string | null;
  result: DraftResult | null;
  sources: DraftSourceDto[];
  error: string | null;
  retry_after: number | null;
  created_at: Date;
}

const NOTHING: DraftResult = {
  text: '',
  sentences: [],
  missing: [],
  language: null,
  confidence: null,
  similar: [],
  proposals: null,
};

export function presentDraft(row: DraftRow): DraftDto {
  const code = row.error !== null && isDraftFailure(row.error) ? row.error : null;
  return {
    ...(row.result ?? NOTHING),
    id: row.id,
    ticket_id: row.ticket_id,
    kind: row.kind,
    status: row.status,
    provider: row.provider,
    model: row.model,
    sources: row.sources,
    error: code && { code, message: DRAFT_FAILURES[code].message, retry_after: row.retry_after },
    created_at: row.created_at.toISOString(),
  };
}
