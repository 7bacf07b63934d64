import { PLAIN_UNSOLVED } from '../db/sql/plain-unsolved';
import { inTransaction } from '../db/transaction';
import type { Status } from '../schemas/values';
import { statusColumns } from './steps/status-columns';
import { writeTickets } from './steps/write-ticket';

/** More than a demo has; what is left goes with the next press. */
const AT_MOST = 1_000;

/**
 * Solves what is open, so that the desk has room for what is sent from the lab: the demo begins with more than its
 * people can hold. By itself, so nobody is mailed.
 */
export function clearLabDesk(): Promise<{ solved: number }> {
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{ id: string; status: Status }>(
      `SELECT id, status FROM ticket WHERE ${PLAIN_UNSOLVED} ORDER BY id LIMIT ${AT_MOST} FOR NO KEY UPDATE`,
    );
    await writeTickets(
      tx,
      rows.map(({ id, status: from }) => ({
        id,
        events: [{ type: 'status.changed', data: { from, to: 'RESOLVED', by_hand: false }, actorId: null }],
      })),
      statusColumns('IN_PROGRESS', 'RESOLVED', new Date()),
    );
    return { solved: rows.length };
  });
}
