import type { DraftFailure } from '../rules/draft-failures';

/** What a model is asked. It has no tools: all that it can do is answer. */
export interface ModelRequest {
  system: string;
  user: string;
  /** JSON schema of the answer. */
  schema: Record<string, unknown>;
  signal: AbortSignal;
  /** Called with all text so far, each time that more has come. */
  onText: (text: string) => void;
}

export interface ModelAnswer {
  text: string;
  tokensIn: number | null;
  tokensOut: number | null;
}

/** The seam: one function a provider, chosen in `providers.ts`. */
export type Model = (request: ModelRequest) => Promise<ModelAnswer>;

/** A provider failed. Carries a code of ours and nothing of what it said: that may hold our prompt. */
export class ModelFailed extends Error {
  readonly code: DraftFailure;
  /** Seconds that it asked us to wait. */
  readonly retryAfter: number | null;
  constructor(code: DraftFailure, retryAfter: number | null = null) {
    super(code);
    this.name = 'ModelFailed';
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Tokens of an answer, and characters that are read of one before it is given up. */
export const MOST_OUTPUT_TOKENS = 2_048;
export const MOST_OUTPUT = 64 * 1024;
/** Bytes of one answer on the wire, whatever they are. */
export const MOST_BYTES = 1024 * 1024;

/** Where a provider asks to wait without saying how long. */
const DEFAULT_WAIT = 20;
const LONGEST_WAIT = 3_600;

/** What an HTTP status of a provider means to us. */
export function failureOf(status: number, retryAfter: string | null): ModelFailed {
  if (status === 429) return new ModelFailed('ai_rate_limited', secondsOf(retryAfter) ?? DEFAULT_WAIT);
  if (status >= 400 && status < 500) return new ModelFailed('ai_misconfigured');
  return new ModelFailed('ai_unavailable', secondsOf(retryAfter));
}

/** `Retry-After`: seconds, or a date. */
function secondsOf(header: string | null): number | null {
  const text = header?.trim() ?? '';
  if (!/^\d+(\.\d+)?s?$|^[A-Z][a-z]{2}, /.test(text)) return null;
  const seconds = /^\d/.test(text) ? Number.parseFloat(text) : (Date.parse(text) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.min(LONGEST_WAIT, Math.max(1, Math.ceil(seconds))) : null;
}
