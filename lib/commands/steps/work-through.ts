/** Claims one after the other and handles it, until there is none, or so many were. @returns how many were handled. */
export async function workThrough<T>(
  limit: number,
  claim: () => Promise<T | null>,
  handle: (claimed: T) => Promise<void>,
): Promise<number> {
  for (let done = 0; done < limit; done++) {
    const claimed = await claim();
    if (!claimed) return done;
    await handle(claimed);
  }
  return limit;
}
