import { inTransaction } from '../db/transaction';
import { Conflict, Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { type Actor, may } from '../rules/permissions';
import { deactivate } from './steps/deactivate';
import { keepAnAdmin, lockPerson } from './steps/lock-person';

/**
 * An admin shuts somebody out; nothing of him is deleted. A second time changes nothing.
 *
 * @throws Forbidden, NotFound; Conflict `last_admin`, or `own_account` for oneself.
 */
export async function deactivatePerson(actor: Actor, id: string): Promise<void> {
  if (!may(actor, 'person.edit_any')) throw new Forbidden();
  await inTransaction(async (tx) => {
    await keepAnAdmin(tx, id);
    if (actor.id === id) throw new Conflict('own_account', 'Ask another admin to deactivate your account.');
    const person = await lockPerson(tx, id);
    if (person.disabledAt !== null) return;
    await deactivate(tx, person, actor.id);
    const changes: Record<string, [unknown, unknown]> = { is_active: [true, false] };
    const data = { person_id: id, fields: ['is_active'], evict: true, changes };
    await recordEvent(tx, 'person.changed', data, actor.id);
  });
}
