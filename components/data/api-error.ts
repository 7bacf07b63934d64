/**
 * Why a request came to nothing. `code` is the contract's word (`version_conflict`, `validation_failed`, …);
 * `network` is ours and says that no answer came at all, so that a screen can tell "refused" from "not reached".
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** Path in the input → names of the rules it broke. */
  readonly fields: Readonly<Record<string, string[]>>;
  readonly requestId: string | null;
  /** Further members of the error object, e.g. `current` beside a version conflict. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Seconds to wait, when the server named them. */
  readonly retryAfter: number | null;

  constructor(
    facts: {
      status: number;
      code: string;
      message: string;
      fields?: Record<string, string[]>;
      requestId?: string | null;
      details?: Record<string, unknown>;
      retryAfter?: number | null;
    },
    options?: ErrorOptions,
  ) {
    super(facts.message, options);
    this.name = 'ApiError';
    this.status = facts.status;
    this.code = facts.code;
    this.fields = facts.fields ?? {};
    this.requestId = facts.requestId ?? null;
    this.details = facts.details ?? {};
    this.retryAfter = facts.retryAfter ?? null;
  }

  /** No answer came: offline, a restart, a cut line. Trying again with the same key is safe. */
  get isNetwork(): boolean {
    return this.code === 'network';
  }

  /** Worth another try by itself: nothing was decided about the request. */
  get isTransient(): boolean {
    return this.isNetwork || this.status === 502 || this.status === 503 || this.status === 504;
  }
}
