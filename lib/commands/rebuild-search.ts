import { inTransaction } from '../db/transaction';
import { indexBatch, type TicketToIndex, ticketsToIndex } from './steps/index-batch';
import { lockIndex } from './steps/lock-index';

const BATCH = 200;

/**
 * Reads every ticket and message again, in the order of their ids, while search goes on working with what is there.
 * Gives what the worker would have written ticket by ticket.
 *
 * @param onProgress is told how many tickets have been read, after each batch.
 */
export async function rebuildSearch(onProgress: (tickets: number) => void = () => {}): Promise<number> {
  let total = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await inTransaction(async (tx) => {
      await lockIndex(tx);
      const { rows } = await tx.query<TicketToIndex>(
        `${ticketsToIndex} WHERE t.id > $1 ORDER BY t.id LIMIT ${BATCH}`,
        [after],
      );
      if (rows.length > 0) await indexBatch(tx, rows, true);
      return rows;
    });
    if (rows.length === 0) return total;
    after = rows.at(-1)!.id;
    total += rows.length;
    onProgress(total);
  }
}
