import type { Tx } from '../../db/transaction';
import { Forbidden, NotFound } from '../../errors';
import { type Actor, may } from '../../rules/permissions';

/**
 * A note about this customer that the person may change, held until the transaction ends: his own, or for admins any.
 *
 * @throws NotFound, Forbidden.
 */
export async function lockNote(
  tx: Tx,
  actor: Actor,
  personId: string,
  noteId: string,
): Promise<{ body: string }> {
  if (!may(actor, 'customer.edit')) throw new Forbidden();
  const { rows } = await tx.query<{ author_id: string; body: string }>(
    'SELECT author_id, body FROM customer_note WHERE id = $1 AND person_id = $2 FOR UPDATE',
    [noteId, personId],
  );
  if (!rows[0]) throw new NotFound();
  if (rows[0].author_id !== actor.id && !may(actor, 'customer.edit_any_note'))
    throw new Forbidden('Only its author and admins can change a note.');
  return rows[0];
}
