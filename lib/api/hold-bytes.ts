/** Bytes of large bodies that one process holds at once, of whoever sends them. */
const MOST_BYTES = 256 * 1024 * 1024;
let held = 0;

/** Says that so many bytes more are kept; false when there is no room for them. */
export type Hold = (bytes: number) => boolean;

/**
 * Does `work`, which says of each piece that it keeps how large it is; what it holds is free again when it ends.
 */
export async function holdingBytes<T>(work: (hold: Hold) => Promise<T>): Promise<T> {
  let own = 0;
  try {
    return await work((bytes) => {
      if (held + bytes > MOST_BYTES) return false;
      held += bytes;
      own += bytes;
      return true;
    });
  } finally {
    held -= own;
  }
}
