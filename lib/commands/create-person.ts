import type { z } from 'zod';
import { hashPassword, refuseOwnAddress } from '../auth/passwords';
import { Forbidden, Invalid } from '../errors';
import { userDtoOf } from '../queries/get-person';
import { type Actor, isStaff, may } from '../rules/permissions';
import type { createUserInput, UserDto } from '../schemas/person';
import { insertPerson } from './steps/insert-person';
import { invite } from './steps/invite';
import { setTeamsOf } from './steps/memberships';
import { type Attempt, once } from './steps/once';

/** `skills` and `teams` are none when they are left out. */
export type CreatePersonInput = Omit<z.infer<typeof createUserInput>, 'skills' | 'teams'> & {
  skills?: string[];
  teams?: string[];
};

/**
 * An admin makes a person of any role, with what he can do and his teams. Without a password a single-use link is mailed. New people are unavailable
 * and have the installation's limits unless told.
 *
 * @throws Forbidden; Invalid `email: taken`, whatever its case was; Invalid `teams`.
 */
export async function createPerson(
  actor: Actor,
  input: CreatePersonInput,
  attempt?: Attempt,
): Promise<UserDto> {
  if (!may(actor, 'person.create')) throw new Forbidden();
  const { password, teams, time_zone, capacity_calls, capacity_total, ...rest } = input;
  if (teams?.length && !isStaff(input.role)) throw new Invalid({ teams: ['not_staff'] });
  if (password !== undefined) refuseOwnAddress(password, input.email);
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return once(actor, attempt, async (tx) => {
    const person = await insertPerson(
      tx,
      {
        ...rest,
        passwordHash,
        timeZone: time_zone,
        capacityCalls: capacity_calls,
        capacityTotal: capacity_total,
      },
      actor.id,
    );
    if (!person) throw new Invalid({ email: ['taken'] });
    if (teams?.length) await setTeamsOf(tx, person.id, teams);
    return userDtoOf(tx, passwordHash === null ? await invite(tx, person, actor.id) : person);
  });
}
