import { Conflict, NotFound } from '../errors';
import { recordEvent } from '../events/record';
import { userDtoOf } from '../queries/get-person';
import { type Actor, may } from '../rules/permissions';
import type { DeactivateInput, UserDto } from '../schemas/person';
import { deactivate } from './steps/deactivate';
import { keepAnAdmin, lockPerson } from './steps/lock-person';
import { type Attempt, once } from './steps/once';

/**
 * An admin shuts somebody out, or somebody himself (S3); nothing of him is deleted. His unsolved tickets go to the
 * queue, or to the colleague or the team that is named; `handed_over` says how many. A second time changes nothing.
 *
 * @throws NotFound when it is not his to do; Conflict `last_admin`, or `own_account` for an admin himself; Invalid for
 *   who cannot take over.
 */
export async function deactivatePerson(
  actor: Actor,
  id: string,
  { agent, team }: DeactivateInput = {},
  attempt?: Attempt,
): Promise<UserDto & { handed_over: number }> {
  const isAdmin = may(actor, 'person.edit_any');
  if (actor.id !== id && !isAdmin) throw new NotFound();
  return once(actor, attempt, async (tx) => {
    await keepAnAdmin(tx, id);
    if (actor.id === id && isAdmin)
      throw new Conflict('own_account', 'Ask another admin to deactivate your account.');
    const person = await lockPerson(tx, id);
    if (person.disabledAt !== null) return { ...(await userDtoOf(tx, person)), handed_over: 0 };
    const handed_over = await deactivate(tx, person, actor.id, {
      agent: agent ?? null,
      team: team ?? null,
    });
    const changes: Record<string, [unknown, unknown]> = { is_active: [true, false] };
    const data = { person_id: id, fields: ['is_active'], evict: true, changes, handed_over };
    await recordEvent(tx, 'person.changed', data, actor.id);
    return { ...(await userDtoOf(tx, await lockPerson(tx, id))), handed_over };
  });
}
