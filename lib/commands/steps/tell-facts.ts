import type { Tx } from '../../db/transaction';
import {
  afterTold,
  changesOf,
  type FactChange,
  type KnownFact,
  MOST_FACTS,
  saySame,
  type ToldFact,
} from '../../rules/facts';

/** What a source says about one customer; `key` is the caller's name for it. */
export interface Told {
  key: number;
  id: string;
  facts: readonly ToldFact[];
}

interface TellOptions {
  /** This is all that the source knows. */
  isAll: boolean;
  /** Nothing is written: only what would be is answered. */
  isPreview?: boolean;
}

/** Keys of what was told, by what came of it. With those that are in none nothing but the time is new. */
interface Telling {
  /** Something else is known of them now. */
  updated: { key: number; name: string; changes: FactChange[] }[];
  /** Those who would have too many, and stay as they were. */
  refused: number[];
  /** Those who became part of another customer meanwhile. */
  missed: number[];
}

/** Writes what a source told about customers, each of them once in the list. Their rows are locked in one order. */
export async function tellFacts(
  tx: Tx,
  source: string,
  told: readonly Told[],
  { isAll, isPreview = false }: TellOptions,
): Promise<Telling> {
  const { rows } = await tx.query<{ id: string; name: string; facts: KnownFact[] }>(
    'SELECT id, name, facts FROM person WHERE id = ANY($1::uuid[]) AND merged_into IS NULL ORDER BY id FOR NO KEY UPDATE',
    [told.map(({ id }) => id)],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const at = new Date();
  const results = told.flatMap(({ key, id, facts }) => {
    const customer = known.get(id);
    // merged into somebody just now
    if (!customer) return [];
    const { name, facts: before } = customer;
    const after = afterTold(before, source, facts, { at, isAll });
    return [{ key, id, name, before, after, isTooMuch: after.length > MOST_FACTS }];
  });
  const written = results.filter(({ isTooMuch }) => !isTooMuch);
  if (!isPreview)
    await tx.query(
      `UPDATE person p SET facts = n.facts FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, facts jsonb)
       WHERE p.id = n.id`,
      [JSON.stringify(written.map(({ id, after }) => ({ id, facts: after })))],
    );
  return {
    missed: told.filter(({ id }) => !known.has(id)).map(({ key }) => key),
    updated: written.flatMap(({ key, name, before, after }) =>
      saySame(before, after) ? [] : [{ key, name, changes: changesOf(before, after, source) }],
    ),
    refused: results.filter(({ isTooMuch }) => isTooMuch).map(({ key }) => key),
  };
}
