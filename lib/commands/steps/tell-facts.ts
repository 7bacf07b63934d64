import type { Tx } from '../../db/transaction';
import { afterTold, type KnownFact, MOST_FACTS, saySame, type ToldFact } from '../../rules/facts';

/** What a source says about one customer; `key` is the caller's name for it. */
export interface Told {
  key: number;
  id: string;
  facts: readonly ToldFact[];
}

/**
 * Writes what a source told about customers, each of them once in the list. Their rows are locked in one order.
 *
 * @returns keys: `updated`, of whom something else is known now; `refused`, who would have too many and stay as they
 *   were; `missed`, who became part of another customer meanwhile. With the others nothing but the time is new.
 */
export async function tellFacts(
  tx: Tx,
  source: string,
  told: readonly Told[],
  { isAll }: { isAll: boolean },
): Promise<{ updated: number[]; refused: number[]; missed: number[] }> {
  const { rows } = await tx.query<{ id: string; facts: KnownFact[] }>(
    'SELECT id, facts FROM person WHERE id = ANY($1::uuid[]) AND merged_into IS NULL ORDER BY id FOR NO KEY UPDATE',
    [told.map(({ id }) => id)],
  );
  const known = new Map(rows.map(({ id, facts }) => [id, facts]));
  const at = new Date();
  const results = told.flatMap(({ key, id, facts }) => {
    const before = known.get(id);
    // merged into somebody just now
    if (!before) return [];
    const after = afterTold(before, source, facts, { at, isAll });
    return [{ key, id, facts: after, isSame: saySame(before, after), isTooMuch: after.length > MOST_FACTS }];
  });
  const written = results.filter(({ isTooMuch }) => !isTooMuch);
  await tx.query(
    `UPDATE person p SET facts = n.facts FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, facts jsonb)
     WHERE p.id = n.id`,
    [JSON.stringify(written.map(({ id, facts }) => ({ id, facts })))],
  );
  return {
    missed: told.filter(({ id }) => !known.has(id)).map(({ key }) => key),
    updated: written.filter(({ isSame }) => !isSame).map(({ key }) => key),
    refused: results.filter(({ isTooMuch }) => isTooMuch).map(({ key }) => key),
  };
}
