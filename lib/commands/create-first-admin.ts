import type { z } from 'zod';
import { acceptedLocale } from '../auth/accepted-locale';
import type { Client } from '../auth/client';
import { hashPassword, refuseOwnAddress } from '../auth/passwords';
import { countRequest, networkOf } from '../auth/rate-limits';
import { inTransaction } from '../db/transaction';
import { Conflict, Invalid } from '../errors';
import { userDtoOf } from '../queries/get-person';
import type { setupInput, UserDto } from '../schemas/person';
import { insertPerson } from './steps/insert-person';
import { redeemVerification } from './steps/verification-tokens';

/**
 * Makes the first admin for whoever holds the token that the start printed; once there is one, never again.
 *
 * @throws Invalid `token: invalid`, `email: taken`; Conflict `already_set_up`; RateLimited.
 */
export async function createFirstAdmin(input: z.infer<typeof setupInput>, client: Client): Promise<UserDto> {
  await countRequest('token_ip', networkOf(client.ip));
  refuseOwnAddress(input.password, input.email);
  const passwordHash = await hashPassword(input.password);
  return inTransaction(async (tx) => {
    // two tokens at once: one after the other
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('first-admin'))");
    if (!(await redeemVerification(tx, 'setup', input.token))) throw new Invalid({ token: ['invalid'] });
    const { rowCount } = await tx.query("SELECT 1 FROM person WHERE role = 'admin' LIMIT 1");
    if (rowCount !== 0) throw new Conflict('already_set_up', 'There is an admin already. Sign in.');
    const { email, name } = input;
    const locale = acceptedLocale(client.acceptLanguage);
    const person = await insertPerson(tx, { email, name, role: 'admin', passwordHash, locale });
    if (!person) throw new Invalid({ email: ['taken'] });
    return userDtoOf(tx, person);
  });
}
