import type { PersonRow } from '../../db/sql/person-row';
import type { Tx } from '../../db/transaction';
import { changeIntent } from './change-intent';
import { endSessions } from './end-sessions';
import { handOver, type Successor } from './hand-over';

/**
 * Shuts a locked person out: no sign-in, no session, no open link, and his unsolved tickets go on to `successor`,
 * without one to the queue.
 * Returns how many tickets those were.
 */
export async function deactivate(
  tx: Tx,
  person: PersonRow,
  actorId: string,
  successor?: Successor,
): Promise<number> {
  await tx.query(`UPDATE person SET disabled_at = now(), updated_at = now() WHERE id = $1`, [person.id]);
  await changeIntent(tx, person, { intent: 'offline' }, { cause: 'left', actorId });
  await voidLinks(tx, person.id);
  await endSessions(tx, person.id, { actorId });
  return handOver(tx, person, actorId, successor);
}

/** Links that were mailed to a person open nothing any more. */
export async function voidLinks(tx: Tx, personId: string): Promise<void> {
  await tx.query('UPDATE verification_token SET used_at = now() WHERE person_id = $1 AND used_at IS NULL', [
    personId,
  ]);
}
