/** Code that comes when somebody comes near what needs it, once for the whole tab. What has failed is asked for again. */
export class Later<T> {
  static readonly #all: { ask: () => Promise<unknown> }[] = [];
  /** Fetches all that this page knows of, at a time when nobody waits. */
  static askAll(): void {
    // what is not reached now is asked for again when it is needed
    for (const later of Later.#all) later.ask().catch(() => {});
  }

  /** Has code fetched at that time as well which something else shows: `next/dynamic` finds it there then. */
  static atRest(load: () => Promise<unknown>): void {
    new Later(load);
  }

  /** Null until it has come. */
  now: T | null = null;
  /** Resolves when it has come, without asking for it. */
  readonly arrival: Promise<T>;
  #arrive: (code: T) => void = () => {};
  readonly #load: () => Promise<T>;
  #coming: Promise<T> | null = null;

  constructor(load: () => Promise<T>) {
    this.#load = load;
    this.arrival = new Promise((resolve) => {
      this.#arrive = resolve;
    });
    Later.#all.push(this);
  }

  /** @throws what loading throws: the network is away, or the product was replaced meanwhile. */
  ask(): Promise<T> {
    this.#coming ??= this.#load().then(
      (code) => {
        this.now = code;
        this.#arrive(code);
        return code;
      },
      (error) => {
        this.#coming = null;
        throw error;
      },
    );
    return this.#coming;
  }
}
