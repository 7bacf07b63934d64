import { inTransaction } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type Actor, may } from '../rules/permissions';
import { endSessions } from './steps/end-sessions';
import { lockPerson } from './steps/lock-person';

/**
 * An admin signs somebody out: of one login, or everywhere. His own present login stays. A second time is the same.
 * @throws Forbidden; NotFound when there is no such person, or the login is not his.
 */
export async function endSessionsOf(actor: Actor, personId: string, sessionId?: string): Promise<void> {
  if (!may(actor, 'person.edit_any')) throw new Forbidden();
  await inTransaction(async (tx) => {
    await lockPerson(tx, personId);
    if (sessionId === undefined) {
      await endSessions(tx, personId, { keep: actor.sessionId, actorId: actor.id });
      return;
    }
    const { rowCount } = await tx.query('SELECT 1 FROM session WHERE id = $1 AND person_id = $2', [
      sessionId,
      personId,
    ]);
    if (rowCount === 0) throw new NotFound();
    await endSessions(tx, personId, { only: sessionId, actorId: actor.id });
  });
}
