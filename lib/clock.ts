import { randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/** A new id: UUIDv7, so that rows made one after another lie beside each other in their index. */
export const newId = (): string => v7();

/** Many of them, each greater than the one before; randomness, which is most of their price, is fetched once. */
export function newIds(many: number): string[] {
  const random = randomBytes(16 * many);
  const msecs = Date.now();
  const first = randomInt(2 ** 31);
  return Array.from({ length: many }, (_, n) =>
    v7({ msecs, seq: first + n, random: random.subarray(16 * n, 16 * (n + 1)) }),
  );
}
