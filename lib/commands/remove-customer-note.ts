import { inTransaction } from '../db/transaction';
import { recordEvent } from '../events/record';
import type { Actor } from '../rules/permissions';
import { lockNote } from './steps/lock-note';

/** Removes a note about a customer for good: one's own, or for admins any. @throws NotFound, Forbidden. */
export function removeCustomerNote(actor: Actor, personId: string, noteId: string): Promise<void> {
  return inTransaction(async (tx) => {
    await lockNote(tx, actor, personId, noteId);
    await tx.query('DELETE FROM customer_note WHERE id = $1', [noteId]);
    const data = { person_id: personId, note_id: noteId, what: 'removed' as const };
    await recordEvent(tx, 'customer.noted', data, actor.id);
  });
}
