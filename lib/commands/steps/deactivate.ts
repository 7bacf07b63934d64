import type { PersonRow } from '../../db/sql/person-row';
import type { Tx } from '../../db/transaction';
import { endSessions } from './end-sessions';
import { releaseTickets } from './release-tickets';

/** Shuts a locked person out: no sign-in, no session, no open link, and his unsolved tickets go back to the queue. */
export async function deactivate(tx: Tx, person: PersonRow, actorId: string): Promise<void> {
  await tx.query(
    `UPDATE person SET disabled_at = now(), is_available = false, updated_at = now(),
       availability_changed_at = CASE WHEN is_available THEN now() ELSE availability_changed_at END
     WHERE id = $1`,
    [person.id],
  );
  await voidLinks(tx, person.id);
  await endSessions(tx, person.id, { actorId });
  const reason = `waiting: ${person.name} no longer works here`;
  await releaseTickets(tx, person.id, { actorId, reason });
}

/** Links that were mailed to a person open nothing any more. */
export async function voidLinks(tx: Tx, personId: string): Promise<void> {
  await tx.query('UPDATE verification_token SET used_at = now() WHERE person_id = $1 AND used_at IS NULL', [
    personId,
  ]);
}
