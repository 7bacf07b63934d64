import type { z } from 'zod';
import { hashPassword, refuseOwnAddress } from '../auth/passwords';
import { Forbidden, Invalid } from '../errors';
import { userDtoOf } from '../queries/get-person';
import { type Actor, may } from '../rules/permissions';
import type { createUserInput, UserDto } from '../schemas/person';
import { insertPerson } from './steps/insert-person';
import { invite } from './steps/invite';
import { type Attempt, once } from './steps/once';

export type CreatePersonInput = z.infer<typeof createUserInput>;

/**
 * An admin makes a person of any role. Without a password a single-use link is mailed. New people are unavailable
 * and have the installation's limits unless told.
 *
 * @throws Forbidden; Invalid `email: taken`, whatever its case was.
 */
export async function createPerson(
  actor: Actor,
  input: CreatePersonInput,
  attempt?: Attempt,
): Promise<UserDto> {
  if (!may(actor, 'person.create')) throw new Forbidden();
  const { password, time_zone, capacity_calls, capacity_total, ...rest } = input;
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
    if (passwordHash === null) await invite(tx, person, actor.id);
    return userDtoOf(tx, person);
  });
}
