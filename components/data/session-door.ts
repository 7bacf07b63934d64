import { ApiError } from './api-error';

/**
 * The browser's session, opened and closed at next-auth's own addresses. Its client library is left out: it would
 * weigh more than the sign-in page, and it leaves the page when the server is not reached.
 */
async function ask(path: string, fields?: Record<string, string>): Promise<Response> {
  try {
    return await fetch(`/api/auth/${path}`, {
      method: fields ? 'POST' : 'GET',
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
      body: fields && new URLSearchParams(fields),
    });
  } catch (cause) {
    throw new ApiError({ status: 0, code: 'network', message: 'The server was not reached.' }, { cause });
  }
}

async function post(path: string, fields: Record<string, string>): Promise<URL> {
  const asked = await ask('csrf');
  if (!asked.ok) throw new ApiError({ status: asked.status, code: 'unavailable', message: asked.statusText });
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answer = await ask(path, { ...fields, csrfToken, json: 'true', callbackUrl: window.location.origin });
  const body = (await answer.json().catch(() => null)) as {
    url?: string;
    error?: { code?: string };
  } | null;
  const retryAfter = Number(answer.headers.get('retry-after')) || null;
  const url = body?.url ? new URL(body.url, window.location.origin) : null;
  const error = url?.searchParams.get('error') ?? body?.error?.code;
  if (answer.status === 429 || error === 'rate_limited')
    throw new ApiError({ status: 429, code: 'rate_limited', message: 'Too many attempts.', retryAfter });
  if (answer.status >= 500 || error === 'unavailable')
    throw new ApiError({ status: answer.status, code: 'unavailable', message: answer.statusText });
  if (error || !answer.ok || !url)
    throw new ApiError({ status: 401, code: 'unauthenticated', message: 'These do not fit together.' });
  return url;
}

type Credentials = { email: string; password: string } | { email: string; verification_token: string };

export const sessionDoor = {
  /** Signs in. Throws `ApiError`: `unauthenticated`, `rate_limited`, `network`, `unavailable`. */
  open: (credentials: Credentials): Promise<URL> => post('callback/credentials', credentials),
  /** The address at Google that asks the person; it comes back to `/`. */
  google: (): Promise<URL> => post('signin/google', {}),
  close: (): Promise<URL> => post('signout', {}),
};
