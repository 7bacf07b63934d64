import { inTransaction, sql } from '../db/transaction';
import { log } from '../log';
import { releaseMessage } from './steps/release-message';

/** Messages of one pass; the next one takes the rest. */
const BATCH = 500;

/** Lets go whatever is due: the net under the jobs, which may be lost with the queue. */
export async function releaseDue(): Promise<void> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM held_message WHERE state = 'held' AND send_at <= now() ORDER BY send_at, id LIMIT ${BATCH}`,
  );
  for (const { id } of rows) {
    try {
      await inTransaction((tx) => releaseMessage(tx, id));
    } catch (error) {
      // one that cannot leave must not keep the others
      log.error({ err: error, held: id }, 'held message did not leave; the next sweep tries again');
    }
  }
}
