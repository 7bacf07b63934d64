import { kept } from './keep';

/** What the API refused, or `network` with status 0 where it was not reached. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly fields: Record<string, string[]> = {},
  ) {
    super(code);
  }

  /** Asking again later may help. */
  get passes(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

interface Problem {
  error?: { code?: string; fields?: Record<string, string[]> };
}

/** An answer later than this is treated as none; keys make asking again harmless. */
const PATIENCE_MS = 30_000;

export const token = () => kept<string>('token');

/** Who we are is said by the token alone: a cookie of somebody of the staff would speak for another person. */
const authorization = (): Record<string, string> => {
  const own = token();
  return own ? { authorization: `Bearer ${own}` } : {};
};

const refusal = (status: number, answer: unknown) => {
  const { code, fields } = (answer as Problem | null)?.error ?? {};
  return new Refused(status, code ?? 'unavailable', fields);
};

const fetched = (path: string, init: RequestInit): Promise<Response> =>
  fetch(`/api${path}`, {
    ...init,
    headers: { ...authorization(), ...init.headers },
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new Refused(0, 'network');
  });

/** @throws Refused. Paths start after `/api`; `key` is the request's `Idempotency-Key`. */
export async function ask<T>(method: string, path: string, body?: object, key?: string): Promise<T> {
  const response = await fetched(path, {
    method,
    headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusal(response.status, answer);
  return answer as T;
}

/** A file of a message; it is read with the token, so a plain link does not do. @throws Refused */
export async function download(id: string): Promise<Blob> {
  const response = await fetched(`/attachments/${id}/?inline=1`, {});
  if (!response.ok) throw refusal(response.status, null);
  return response.blob();
}

/** Sends a file and tells how much of it is there, which `fetch` cannot. @throws Refused */
export function upload<T>(file: File, onProgress: (share: number) => void, aborted: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/attachments/');
    for (const [name, value] of Object.entries(authorization())) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = request.onabort = () => reject(new Refused(0, 'network'));
    request.onload = () =>
      request.status < 300
        ? resolve(request.response as T)
        : reject(refusal(request.status, request.response));
    aborted.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.set('file', file);
    request.send(form);
  });
}
