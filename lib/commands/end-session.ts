import { inTransaction } from '../db/transaction';
import { NotFound } from '../errors';
import { endSessions } from './steps/end-sessions';

/** Ends one login of a person, by himself: signing out, or closing another device. A second time is the same. */
export async function endSession(personId: string, sessionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { rowCount } = await tx.query('SELECT 1 FROM session WHERE id = $1 AND person_id = $2', [
      sessionId,
      personId,
    ]);
    if (rowCount === 0) throw new NotFound();
    await endSessions(tx, personId, { only: sessionId, actorId: personId });
  });
}
