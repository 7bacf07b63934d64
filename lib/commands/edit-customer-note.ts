import { inTransaction } from '../db/transaction';
import { recordEvent } from '../events/record';
import { loadNote } from '../queries/customer-notes';
import type { Actor } from '../rules/permissions';
import type { CustomerNoteDto, CustomerNoteInput } from '../schemas/customer-note';
import { lockNote } from './steps/lock-note';

/** Rewrites a note about a customer: one's own, or for admins any. @throws NotFound, Forbidden. */
export function editCustomerNote(
  actor: Actor,
  personId: string,
  noteId: string,
  input: CustomerNoteInput,
): Promise<CustomerNoteDto> {
  return inTransaction(async (tx) => {
    const before = await lockNote(tx, actor, personId, noteId);
    const body = input.body.trim();
    if (body !== before.body) {
      await tx.query('UPDATE customer_note SET body = $2, edited_at = now() WHERE id = $1', [noteId, body]);
      const data = { person_id: personId, note_id: noteId, what: 'edited' as const };
      await recordEvent(tx, 'customer.noted', data, actor.id);
    }
    return loadNote(tx, noteId);
  });
}
