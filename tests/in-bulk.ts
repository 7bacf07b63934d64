import { inTransaction, type Tx } from '@/lib/db/transaction';

/** What tests of plans ask is how rows are found, not that each has its parent; checking that takes most of the time. */
const WITHOUT_KEYS = `DO $$ DECLARE k record; BEGIN
  FOR k IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
    WHERE contype = 'f' AND conrelid IN ('ticket'::regclass, 'message'::regclass, 'message_search'::regclass, 'ticket_search'::regclass)
  LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', k.t, k.conname); END LOOP;
END $$`;

/** Writes a hundred thousand rows into this test file's own database: unchecked, and however long it takes. */
export const inBulk = (work: (tx: Tx) => Promise<unknown>): Promise<void> =>
  inTransaction(async (tx) => {
    await tx.query(WITHOUT_KEYS);
    await tx.query('SET LOCAL statement_timeout = 0');
    await work(tx);
  });
