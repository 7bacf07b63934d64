import { inTransaction } from '../db/transaction';
import { Conflict, Forbidden, NotFound } from '../errors';
import { recordEvent } from '../events/record';
import { addJobs } from '../jobs/queue';
import { type Actor, may } from '../rules/permissions';

/**
 * Has something that Messenger told us read once more, which could not be read.
 *
 * @throws NotFound; Conflict `not_recoverable` when it has not failed.
 */
export async function rereadMessengerEvent(actor: Actor, id: string): Promise<{ id: string }> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{ state: string; name: string }>(
      `SELECT e.state, p.name FROM messenger_event e JOIN messenger_page p ON p.id = e.page_id
       WHERE e.id = $1 FOR NO KEY UPDATE OF e`,
      [id],
    );
    const [told] = rows;
    if (!told) throw new NotFound();
    if (told.state !== 'failed')
      throw new Conflict('not_recoverable', 'This has not failed, or is being read again.');
    await tx.query(
      `UPDATE messenger_event SET state = 'received', reason = NULL, detail = NULL, attempts = 0, lease_until = NULL,
         settled_at = NULL WHERE id = $1`,
      [id],
    );
    await recordEvent(tx, 'messenger_event.reread', { messenger_event_id: id, name: told.name }, actor.id);
    tx.afterCommit(
      () =>
        void addJobs([
          { name: 'read-messenger', payload: {}, id: `${id}-again-${crypto.randomUUID()}` },
        ]).catch(() => {}),
    );
    return { id };
  });
}
