import { setImmediate as nextTurn } from 'node:timers/promises';

/** Keeps count of what is on its way, so that somebody may wait for it and learn whether all of it got out. */
export class Sending {
  private readonly under = new Set<Promise<unknown>>();
  private failure: unknown;

  track<T>(work: Promise<T>): Promise<T> {
    const settled = work
      .catch((error: unknown) => {
        this.failure = error;
      })
      .finally(() => this.under.delete(settled));
    this.under.add(settled);
    return work;
  }

  /** Waits until nothing is on its way. @throws what the last failure was since it was asked before. */
  async done(): Promise<void> {
    while (this.under.size > 0) {
      await Promise.all(this.under);
      // a large packet leaves in two steps: the second begins now
      await nextTurn();
    }
    const { failure } = this;
    this.failure = undefined;
    if (failure !== undefined) throw failure;
  }
}
