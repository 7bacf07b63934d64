import { newId } from '../clock';
import { Conflict, Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { loadNote } from '../queries/customer-notes';
import { type Actor, may } from '../rules/permissions';
import { type CustomerNoteDto, type CustomerNoteInput, MOST_NOTES } from '../schemas/customer-note';
import { lockOwnCustomer } from './steps/lock-customer';
import { type Attempt, once } from './steps/once';

/**
 * Writes down something about a customer for colleagues.
 *
 * @throws NotFound when the id is no customer's; Conflict `merged`, `too_many_notes` from 50 on.
 */
export function addCustomerNote(
  actor: Actor,
  personId: string,
  { body }: CustomerNoteInput,
  attempt?: Attempt,
): Promise<CustomerNoteDto> {
  if (!may(actor, 'customer.edit')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    await lockOwnCustomer(tx, personId);
    const id = newId();
    const { rowCount } = await tx.query(
      `INSERT INTO customer_note (id, person_id, author_id, body) SELECT $1, $2, $3, $4
       WHERE (SELECT count(*) FROM customer_note WHERE person_id = $2) < ${MOST_NOTES}`,
      [id, personId, actor.id, body.trim()],
    );
    if (rowCount === 0)
      throw new Conflict('too_many_notes', `A customer can have ${MOST_NOTES} notes. Remove one first.`);
    await recordEvent(tx, 'customer.noted', { person_id: personId, note_id: id, what: 'added' }, actor.id);
    return loadNote(tx, id);
  });
}
