/**
 * Many asks close together are one run, `wait` milliseconds after the first; under a steady stream there are `pause`
 * milliseconds between two runs.
 */
export function batched(run: () => void, { wait, pause }: { wait: number; pause: number }) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  return {
    ask: () => {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          last = Date.now();
          run();
        },
        Math.max(wait, last + pause - Date.now()),
      );
    },
    stop: () => clearTimeout(timer),
  };
}
