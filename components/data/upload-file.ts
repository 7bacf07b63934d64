import { ApiError } from './api-error';

interface Sending {
  /** Media type of a body that is not a form. */
  type?: string;
  /** `Idempotency-Key`. */
  key?: string;
  onProgress: (share: number) => void;
  signal?: AbortSignal;
}

/**
 * Sends a file, as it is or in a form, and tells how much of it is there, which `fetch` cannot. Paths start after
 * `/api`.
 *
 * @throws ApiError; what the signal was aborted with.
 */
export function uploadFile<T>(
  path: string,
  body: File | FormData,
  { type, key, onProgress, signal }: Sending,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}`);
    if (type) request.setRequestHeader('content-type', type);
    if (key) request.setRequestHeader('idempotency-key', key);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('error', () =>
      reject(new ApiError({ status: 0, code: 'network', message: 'The server was not reached.' })),
    );
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText);
      if (request.status < 300 && answer) resolve(answer as T);
      else reject(refusal(request.status, answer));
    });
    signal?.addEventListener('abort', () => {
      request.abort();
      reject(signal.reason);
    });
    request.send(body);
  });
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refusal(status: number, answer: Record<string, unknown> | null): ApiError {
  const {
    code = 'unavailable',
    message = '',
    fields,
    requestId,
  } = (answer?.error ?? {}) as Record<string, string>;
  return new ApiError({
    ...{ status, code, message, requestId: requestId ?? null },
    fields: fields as unknown as Record<string, string[]> | undefined,
  });
}
