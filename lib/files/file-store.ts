/** First and last byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where files lie, under keys that say nothing. Nothing else of the product touches them. */
export interface FileStore {
  /**
   * Writes all pieces. When it resolves they outlive a loss of power; when it does not, nothing stays.
   *
   * @returns how many bytes there are.
   */
  put(key: string, pieces: AsyncIterable<Uint8Array>): Promise<number>;
  /** The bytes as they are asked for; null when there is no such file. What is not read to the end must be returned. */
  open(key: string, range?: ByteRange): Promise<AsyncGenerator<Uint8Array> | null>;
  /** Removing what is not there is done. */
  remove(key: string): Promise<void>;
}
