import { Conflict, Forbidden } from '../errors';
import { type Actor, may } from '../rules/permissions';
import { lockPerson } from './steps/lock-person';
import { type Attempt, once } from './steps/once';
import { sendReset } from './steps/send-reset';

/**
 * An admin mails somebody a link to a new password. The old one holds until the link is used.
 * @throws Forbidden, NotFound; Conflict `no_address`, `deactivated`.
 */
export async function sendPasswordReset(
  actor: Actor,
  id: string,
  attempt?: Attempt,
): Promise<{ detail: string }> {
  if (!may(actor, 'person.edit_any')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const person = await lockPerson(tx, id);
    if (person.disabledAt !== null) throw new Conflict('deactivated', 'This person is deactivated.');
    if (person.email === null) throw new Conflict('no_address', 'This person has no e-mail address.');
    await sendReset(tx, person.email, person, { actorId: actor.id, locale: person.locale });
    return { detail: 'A link is on its way. It works once, for two hours.' };
  });
}
