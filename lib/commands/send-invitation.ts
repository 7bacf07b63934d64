import { Conflict, Forbidden } from '../errors';
import { userDtoOf } from '../queries/get-person';
import { type Actor, may } from '../rules/permissions';
import type { UserDto } from '../schemas/person';
import { invite } from './steps/invite';
import { lockPerson } from './steps/lock-person';
import { type Attempt, once } from './steps/once';

/**
 * An admin mails the link to a first password once more; the one before opens nothing any more.
 * @throws Forbidden, NotFound; Conflict `no_address`, `deactivated`, or `already_accepted` for who has a password.
 */
export async function sendInvitation(actor: Actor, id: string, attempt?: Attempt): Promise<UserDto> {
  if (!may(actor, 'person.create')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const person = await lockPerson(tx, id);
    if (person.disabledAt !== null) throw new Conflict('deactivated', 'This person is deactivated.');
    if (person.email === null) throw new Conflict('no_address', 'This person has no e-mail address.');
    if (person.passwordHash !== null) {
      throw new Conflict('already_accepted', 'This person has a password. Send a link to reset it instead.');
    }
    return userDtoOf(tx, await invite(tx, person, actor.id));
  });
}
