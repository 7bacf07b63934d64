import type { Tx } from '../../db/transaction';

const INDEX_LOCK = 7_310_003;

/** One process at a time writes search: what it reads is then never older than what another one wrote. */
export async function lockIndex(tx: Tx): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [INDEX_LOCK]);
}
