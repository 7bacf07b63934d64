import { type PersonRow, personColumns } from '../../db/sql/person-row';
import { IS_LIVE } from '../../db/sql/presence';
import type { Tx } from '../../db/transaction';
import { recordPresence } from './change-intent';

/**
 * Writes down who is online and no longer there, and who is there again, so that screens, reports and routing hear of
 * it. Whether somebody may be given work does not depend on this: that is asked of his connections each time.
 * Rows that somebody else writes are left to the next time.
 *
 * @param of of these people only; without it of everybody.
 */
export async function settleLiveness(tx: Tx, of?: readonly string[]): Promise<void> {
  const { rows } = await tx.query<PersonRow>(
    `SELECT ${personColumns} FROM person
     WHERE is_available AND (lost_at IS NULL) <> ${IS_LIVE} ${of ? 'AND id = ANY($1::uuid[])' : ''}
     ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`,
    of ? [of] : [],
  );
  for (const before of rows) {
    const written = await tx.query<PersonRow>(
      `UPDATE person SET lost_at = CASE WHEN lost_at IS NULL THEN now() END WHERE id = $1 RETURNING ${personColumns}`,
      [before.id],
    );
    await recordPresence(tx, before, written.rows[0]!, { cause: 'connection', actorId: null });
  }
}
