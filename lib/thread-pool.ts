import { type Transferable, Worker } from 'node:worker_threads';
import { Unavailable } from './errors';
import { log } from './log';

/** The work was stopped: it took too long, too much memory, or its thread died of it. */
export class TooHeavy extends Error {
  constructor() {
    super('The work was too heavy and was stopped.');
    this.name = 'TooHeavy';
  }
}

interface Limits {
  threads: number;
  /** Of one task. */
  milliseconds: number;
  memoryMb: number;
  /** Beyond this many waiting, who asks is told to come back. */
  waiting: number;
}
interface Task<In, Out> {
  input: In;
  transfer: Transferable[];
  resolve(answer: Out): void;
  reject(error: Error): void;
}

/**
 * Threads for work on what strangers sent: beside the process, within a time and a memory, so that nothing anybody
 * sends holds up anybody else. The thread says `ready` once, then answers each message with one.
 */
export class ThreadPool<In, Out> {
  readonly #waiting: Task<In, Out>[] = [];
  readonly #idle: Worker[] = [];
  #threads = 0;

  /** @param entry the thread's program, by its place on disk. */
  constructor(
    private readonly entry: string,
    private readonly limits: Limits,
  ) {}

  /** @throws TooHeavy when it was stopped; Unavailable when many wait, or no thread can be had. */
  run(input: In, transfer: Transferable[] = []): Promise<Out> {
    if (this.#waiting.length >= this.limits.waiting) return Promise.reject(new Unavailable());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, transfer, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    while (this.#waiting.length > 0 && this.#idle.length > 0)
      this.#give(this.#idle.pop()!, this.#waiting.shift()!);
    if (this.#waiting.length > 0 && this.#threads < this.limits.threads) this.#start();
  }

  #start(): void {
    this.#threads++;
    const worker = new Worker(/* turbopackIgnore: true */ this.entry, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb },
    });
    const failed = (error: Error) => {
      log.error({ err: error, entry: this.entry }, 'no thread to work in');
      this.#threads--;
      for (const task of this.#waiting.splice(0)) task.reject(new Unavailable());
    };
    worker.once('error', failed);
    worker.once('message', () => {
      worker.off('error', failed);
      this.#rest(worker);
    });
  }

  /** An idle thread keeps no process alive. */
  #rest(worker: Worker): void {
    worker.unref();
    this.#idle.push(worker);
    this.#next();
  }

  #give(worker: Worker, task: Task<In, Out>): void {
    worker.ref();
    const done = (answer: Out) => {
      clearTimeout(late);
      worker.off('error', giveUp);
      task.resolve(answer);
      this.#rest(worker);
    };
    const giveUp = () => {
      clearTimeout(late);
      worker.off('message', done);
      this.#threads--;
      // what it still has to say is of no use to anybody
      worker.on('error', () => undefined);
      void worker.terminate();
      task.reject(new TooHeavy());
      this.#next();
    };
    const late = setTimeout(giveUp, this.limits.milliseconds);
    worker.once('message', done);
    // out of memory or stack: of this task as well
    worker.once('error', giveUp);
    worker.postMessage(task.input, task.transfer);
  }
}
