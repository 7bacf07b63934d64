import type { z } from 'zod';
import { hashPassword, isPassword, refuseOwnAddress } from '../auth/passwords';
import { countRequest } from '../auth/rate-limits';
import { Invalid } from '../errors';
import { recordEvent } from '../events/record';
import type { Actor } from '../rules/permissions';
import type { changePasswordInput } from '../schemas/person';
import { endSessions } from './steps/end-sessions';
import { lockPerson } from './steps/lock-person';
import { type Attempt, once } from './steps/once';

export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

/**
 * A person sets his password. Who has one must know it; all other logins of his end, this one stays.
 *
 * @throws Invalid `current_password: required | wrong`; RateLimited (a stolen session must not guess for ever).
 */
export async function changePassword(
  actor: Actor,
  input: ChangePasswordInput,
  attempt?: Attempt,
): Promise<{ detail: string }> {
  await countRequest('password_person', actor.id);
  const passwordHash = await hashPassword(input.password);
  return once(actor, attempt, async (tx) => {
    const person = await lockPerson(tx, actor.id);
    refuseOwnAddress(input.password, person.email);
    if (person.passwordHash !== null) {
      if (input.current_password === undefined) throw new Invalid({ current_password: ['required'] });
      const known = await isPassword(person.passwordHash, input.current_password);
      if (!known) throw new Invalid({ current_password: ['wrong'] });
    }
    await tx.query('UPDATE person SET password_hash = $2, updated_at = now() WHERE id = $1', [
      actor.id,
      passwordHash,
    ]);
    await endSessions(tx, actor.id, { keep: actor.sessionId, actorId: actor.id });
    const data = { person_id: actor.id, fields: ['password'], evict: false };
    await recordEvent(tx, 'person.changed', data, actor.id);
    return { detail: 'The password was changed. Other devices were signed out.' };
  });
}
