import { z } from 'zod';
import { isDatabaseAway } from '../db/is-database-away';
import { Invalid, RateLimited, Refusal, Unavailable, UpstreamFailed } from '../errors';
import { log } from '../log';
import type { ProblemDto } from '../schemas/problem';
import { RangeNotSatisfiable } from './range-not-satisfiable';
import { TooLarge } from './read-body';

/** An error as it leaves the house: HTTP status, headers and the one shape of spec/reliability.md §4. */
export interface Problem {
  status: number;
  headers: Record<string, string>;
  body: ProblemDto;
}

/** PostgreSQL refused the text itself: U+0000, a lone surrogate, a value that is no uuid. */
const BAD_TEXT = new Set(['22021', '22P05', '22P02', '22003']);
/** Maps whatever was thrown. Unknown errors are logged whole and told as `internal`, without any detail. */
export function toProblem(error: unknown, requestId: string): Problem {
  const refusal = asRefusal(error);
  if (!refusal) {
    log.error({ err: error, requestId }, 'unexpected error');
    return problem(500, requestId, {
      code: 'internal',
      message: 'Something went wrong on our side. It was recorded.',
    });
  }
  const headers: Record<string, string> = {};
  if (refusal instanceof RateLimited || refusal instanceof Unavailable)
    headers['retry-after'] = String(refusal.retryAfter);
  if (refusal instanceof UpstreamFailed && refusal.retryAfter !== null)
    headers['retry-after'] = String(refusal.retryAfter);
  if (refusal instanceof RangeNotSatisfiable) headers['content-range'] = `bytes */${refusal.size}`;
  // the rest of the body is not read: this connection ends here
  if (refusal instanceof TooLarge && !refusal.isDrained) headers.connection = 'close';
  const fields = refusal instanceof Invalid ? { fields: refusal.fields } : {};
  return problem(
    refusal.status,
    requestId,
    { code: refusal.code, message: refusal.message, ...fields, ...refusal.details },
    headers,
  );
}

export function problem(
  status: number,
  requestId: string,
  error: { code: string; message: string; [key: string]: unknown },
  headers: Record<string, string> = {},
): Problem {
  return { status, headers, body: { error: { ...error, requestId } as ProblemDto['error'] } };
}

/** The problem as a Web answer. */
export function problemResponse({ status, headers, body }: Problem): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof z.core.$ZodError) return new Invalid(fieldsOf(error.issues));
  if (!(error instanceof Error)) return null;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && BAD_TEXT.has(code)) return new Invalid({ '': ['not_allowed'] });
  return isDatabaseAway(error) ? new Unavailable() : null;
}

/** Rule names of the contract out of zod's issues: our own checks carry theirs as the message. */
export function fieldsOf(issues: readonly z.core.$ZodIssue[]): Record<string, string[]> {
  // a map: keys are the client's, and `__proto__` or `constructor` would be found in every plain object
  const fields = new Map<string, Set<string>>();
  const add = (path: PropertyKey[], rule: string) => {
    const key = path.map(String).join('.');
    fields.set(key, (fields.get(key) ?? new Set()).add(rule));
  };
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) add([...issue.path, key], 'unknown_key');
    else add(issue.path, ruleOf(issue));
  }
  return Object.fromEntries([...fields].map(([key, rules]) => [key, [...rules]]));
}

function ruleOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z_]+$/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'type';
  if (issue.code === 'invalid_value') return 'not_allowed';
  if (issue.code === 'invalid_format') return 'format';
  return issue.code;
}
