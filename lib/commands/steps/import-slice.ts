import type { Tx } from '../../db/transaction';
import { placeSlice } from './place-slice';
import { addCustomers, type Slice, takeSlice } from './take-slice';
import { writeSlice } from './write-slice';

/** What a slice added. */
export interface Added {
  imported: number;
  conversations: number;
  customers: number;
  /** Messages that came to a conversation of an earlier import. */
  joined: number;
  /** Who of the customers is signed in, and has a list that is another one now. */
  signedIn: string[];
}

/**
 * Turns the rows of a slice into customers, conversations, messages and their events. What is worked out on the way
 * stands in temporary tables that end with the transaction: PostgreSQL knows how many rows they have, while it takes
 * what a WITH query holds for a handful and compares thousands with thousands one by one.
 */
export async function importSlice(tx: Tx, slice: Slice, route: boolean): Promise<Added> {
  const imported = await takeSlice(tx, slice);
  if (imported === 0) return { imported, conversations: 0, customers: 0, joined: 0, signedIn: [] };
  const customers = await addCustomers(tx, slice.importId);
  await placeSlice(tx, imported);
  const added = await sums(tx, slice.importId);
  await writeSlice(tx, slice.importId, { route, rows: imported });
  return { imported, customers, ...added };
}

/** Asked before the slice is written: what it makes is not there yet. */
async function sums(tx: Tx, importId: string): Promise<Pick<Added, 'conversations' | 'joined' | 'signedIn'>> {
  const { rows } = await tx.query<Pick<Added, 'conversations' | 'joined' | 'signedIn'>>(
    `SELECT (SELECT count(*) FROM slice_ticket WHERE is_new) AS conversations,
            (SELECT coalesce(sum(n), 0) FROM slice_ticket s WHERE NOT is_new AND $1::uuid IS DISTINCT FROM
               (SELECT import_id FROM import_ticket WHERE ticket_id = s.ticket_id)) AS joined,
            ARRAY(SELECT DISTINCT customer_id FROM slice_ticket s WHERE (SELECT true FROM session l
              WHERE l.person_id = s.customer_id AND l.revoked_at IS NULL AND l.expires_at > now() LIMIT 1)) AS "signedIn"`,
    [importId],
  );
  return rows[0]!;
}
