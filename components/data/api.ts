import { ApiError } from './api-error';

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

interface Options {
  query?: Query;
  body?: unknown;
  /** `Idempotency-Key`: one per intent of the person, the same on each retry. */
  key?: string;
  /** Answers at once with an id instead of keeping the line open. */
  async?: boolean;
  signal?: AbortSignal;
}

/** An answer later than this is treated as none; the key makes asking again harmless. */
const PATIENCE_MS = 30_000;

/** The address of a request below `/api`; lists are joined by commas, what is empty is left out. */
export function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    if (Array.isArray(value)) {
      if (value.length > 0) search.set(name, value.join(','));
    } else search.set(name, String(value));
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`;
}

function refusalOf(response: Response, answer: unknown): ApiError {
  const retryAfter = Number(response.headers.get('retry-after')) || null;
  const problem = (answer as { error?: Record<string, unknown> } | null)?.error;
  if (typeof problem !== 'object' || problem === null) {
    // A proxy or a crash answered instead of the API.
    return new ApiError({
      status: response.status,
      code: 'unavailable',
      message: response.statusText,
      retryAfter,
    });
  }
  const { code, message, fields, requestId, ...details } = problem;
  return new ApiError({
    status: response.status,
    code: String(code),
    message: String(message),
    fields: (fields as Record<string, string[]> | undefined) ?? {},
    requestId: typeof requestId === 'string' ? requestId : null,
    details,
    retryAfter,
  });
}

async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  // Without it a session cookie is refused on writes: a form of another site cannot send this type.
  if (method !== 'GET') headers['content-type'] = 'application/json';
  if (options.key) headers['idempotency-key'] = options.key;
  if (options.async) headers.prefer = 'respond-async';
  const patience = AbortSignal.timeout(PATIENCE_MS);
  let response: Response;
  let text: string;
  try {
    response = await fetch(addressOf(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal ? AbortSignal.any([options.signal, patience]) : patience,
    });
    text = await response.text();
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new ApiError({ status: 0, code: 'network', message: 'The server was not reached.' }, { cause });
  }
  let answer: unknown = null;
  try {
    if (text !== '') answer = JSON.parse(text);
  } catch {
    if (response.ok) throw refusalOf(response, null);
  }
  if (!response.ok) throw refusalOf(response, answer);
  return answer as T;
}

/** The browser's one way to the API. Paths start after `/api`; answers are the DTOs of `lib/schemas`. */
export const api = {
  get: <T>(path: string, options?: Pick<Options, 'query' | 'signal'>) => request<T>('GET', path, options),
  post: <T>(path: string, body: unknown, options?: Pick<Options, 'key' | 'async' | 'signal'>) =>
    request<T>('POST', path, { ...options, body: body ?? {} }),
  put: <T>(path: string, body: unknown, options?: Pick<Options, 'signal'>) =>
    request<T>('PUT', path, { ...options, body }),
  patch: <T>(path: string, body: unknown, options?: Pick<Options, 'signal'>) =>
    request<T>('PATCH', path, { ...options, body }),
  delete: <T>(path: string, options?: Pick<Options, 'query' | 'signal'>) =>
    request<T>('DELETE', path, options),
};
