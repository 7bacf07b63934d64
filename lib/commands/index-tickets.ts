import { inTransaction, type Tx } from '../db/transaction';
import { log } from '../log';
import { importUnderWay } from '../queries/import-under-way';
import { indexBatch, type TicketToIndex, ticketsToIndex } from './steps/index-batch';
import { lockIndex } from './steps/lock-index';

const BATCH = 100;

/**
 * Brings search up to date: reads the tickets whose words changed since they were last read, imported ones last, newest
 * first, until none is left. However many events a ticket had, it is read once. Answers how many were read.
 *
 * Imported tickets wait while an import is under way: reading a conversation takes several times as long as importing
 * it, and both at once share the machine. The end of the import starts what was left.
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
  const { rows } = await tx.query<TicketToIndex>(`${ticketsToIndex} ${await due(tx)} LIMIT ${limit}`);
  if (rows.length > 0) await indexBatch(tx, rows, false);
  return rows.length;
}

/** The tickets `t` that are to be read now, in their order, which is the one of the index `ticket_to_index`. */
async function due(tx: Tx): Promise<string> {
  const importing = await importUnderWay(tx);
  return `WHERE t.indexed_seq < t.text_seq ${importing ? 'AND NOT t.is_imported' : ''} ORDER BY t.is_imported, t.id DESC`;
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
       WHERE id = (SELECT t.id FROM ticket t ${await due(tx)} LIMIT 1) RETURNING id`,
    );
    log.error({ err: error, ticketId: rows[0]?.id }, 'search: this ticket cannot be read');
    return rows.length;
  });
}
