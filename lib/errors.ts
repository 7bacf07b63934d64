/**
 * What a command or query may refuse with. One place (`lib/api/problem.ts`) maps them to HTTP and socket acks;
 * `code` is part of the contract, `message` is plain English for people.
 */
export abstract class Refusal extends Error {
  abstract readonly status: number;
  readonly code: string;
  /** Extra members of the error object, e.g. `current` beside a version conflict. Never secrets. */
  readonly details: Record<string, unknown>;
  constructor(code: string, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.details = details;
    this.name = new.target.name;
  }
}

/** 401: nobody is signed in, or the credentials do not hold. */
export class Unauthenticated extends Refusal {
  readonly status = 401;
  constructor(message = 'Sign in first.', code = 'unauthenticated') {
    super(code, message);
  }
}

/** 403: this person's role can never do it. */
export class Forbidden extends Refusal {
  readonly status = 403;
  constructor(message = 'Your role does not allow this.', code = 'forbidden') {
    super(code, message);
  }
}

/** 404: absent or not yours; the two are the same on purpose. */
export class NotFound extends Refusal {
  readonly status = 404;
  constructor() {
    super('not_found', 'There is nothing here, or it is not yours to see.');
  }
}

/** 409: the state does not allow it (any more). */
export class Conflict extends Refusal {
  readonly status = 409;
}

/** 422: understood, but against a rule; `fields` maps a path to the names of the rules it broke. */
export class Invalid extends Refusal {
  readonly status = 422;
  readonly fields: Record<string, string[]>;
  constructor(
    fields: Record<string, string[]>,
    message = 'Some fields need attention.',
    code = 'validation_failed',
  ) {
    super(code, message);
    this.fields = fields;
  }
}

/** 429 with the seconds to wait. */
export class RateLimited extends Refusal {
  readonly status = 429;
  readonly retryAfter: number;
  constructor(
    retryAfter: number,
    code = 'rate_limited',
    message = `Too many attempts. Try again in ${retryAfter} s.`,
  ) {
    super(code, message);
    this.retryAfter = retryAfter;
  }
}

/** 503: a part we need does not answer; nothing was done. */
export class Unavailable extends Refusal {
  readonly status = 503;
  readonly retryAfter = 2;
  constructor(message = 'The service is starting again. Nothing was lost; try once more.') {
    super('unavailable', message);
  }
}

/** 502, 503 or 504: a service outside, asked for somebody, did not give what was needed. */
export class UpstreamFailed extends Refusal {
  readonly status: 502 | 503 | 504;
  /** Seconds to wait, where it named them. */
  readonly retryAfter: number | null;
  constructor(status: 502 | 503 | 504, code: string, message: string, retryAfter: number | null = null) {
    super(code, message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
