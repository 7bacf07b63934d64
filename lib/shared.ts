/**
 * One run at a time for all who ask. Who asks while it runs shares the run after it with all others who do: that one
 * sees everything that they came for.
 */
export function shared(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  return function ask(): Promise<void> {
    if (!running) {
      running = run().finally(() => {
        running = null;
      });
      return running;
    }
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null;
        return ask();
      });
    return next;
  };
}
