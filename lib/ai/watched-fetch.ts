import { AsyncLocalStorage } from 'node:async_hooks';
import { MOST_BYTES } from './model';

/** What is kept of the answers to requests that a library makes for us. */
interface Watch {
  retryAfter: string | null;
}
const watches = new AsyncLocalStorage<Watch>();

/**
 * Google's library takes no `fetch` of ours, hides the headers of what it refuses and reads without a limit. So this
 * stands before the global one and, only for what runs inside {@link watched}, notes Retry-After and cuts the answer
 * off at {@link MOST_BYTES}.
 */
const plain = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const watch = watches.getStore();
  const response = await plain(input, init);
  if (!watch) return response;
  watch.retryAfter = response.headers.get('retry-after');
  const { status, statusText, headers } = response;
  return new Response(response.body?.pipeThrough(limited()) ?? null, { status, statusText, headers });
};

/** Runs `work`; `watch.retryAfter` is what the last answer inside it said. */
export function watched<T>(work: (watch: Watch) => Promise<T>): Promise<T> {
  const watch: Watch = { retryAfter: null };
  return watches.run(watch, () => work(watch));
}

function limited(): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) controller.error(new Error('the answer is too long'));
      else controller.enqueue(chunk);
    },
  });
}
