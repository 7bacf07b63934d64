import { inTransaction, type Tx } from '../db/transaction';
import { log } from '../log';
import { indexBatch, type TicketToIndex, ticketsToIndex } from './steps/index-batch';
import { lockIndex } from './steps/lock-index';

const BATCH = 100;

/**
 * Brings search up to date: reads the tickets whose words changed since they were last read, newest first, until none
 * is left. However many events a ticket had, it is read once. Answers how many were read.
 *
 * A ticket that cannot be read holds up no other: it is logged and left until it changes again.
 */
export async function indexTickets(): Promise<number> {
  let total = 0;
  for (;;) {
    const done = await inTransaction((tx) => indexNext(tx, BATCH)).catch(indexOneByOne);
    if (done === 0) return total;
    total += done;
  }
}

async function indexNext(tx: Tx, limit: number): Promise<number> {
  await lockIndex(tx);
  const { rows } = await tx.query<TicketToIndex>(
    `${ticketsToIndex} WHERE t.indexed_seq < t.text_seq ORDER BY t.id DESC LIMIT ${limit}`,
  );
  if (rows.length > 0) await indexBatch(tx, rows, false);
  return rows.length;
}

/** What a batch could not do, its tickets do one at a time, so that the one that is to blame stands alone. */
async function indexOneByOne(error: Error): Promise<number> {
  log.warn({ err: error }, 'search: a batch failed; its tickets are read one by one');
  for (let n = 0; n < BATCH; n++) {
    const done = await inTransaction((tx) => indexNext(tx, 1)).catch(setAside);
    if (done === 0) return n;
  }
  return BATCH;
}

async function setAside(error: Error): Promise<number> {
  return inTransaction(async (tx) => {
    await lockIndex(tx);
    const { rows } = await tx.query<{ id: string }>(
      `UPDATE ticket SET indexed_seq = text_seq
       WHERE id = (SELECT id FROM ticket WHERE indexed_seq < text_seq ORDER BY id DESC LIMIT 1) RETURNING id`,
    );
    log.error({ err: error, ticketId: rows[0]?.id }, 'search: this ticket cannot be read');
    return rows.length;
  });
}
