import type { z } from 'zod';
import { acceptedLocale } from '../auth/accepted-locale';
import type { Client } from '../auth/client';
import { hashPassword, refuseOwnAddress } from '../auth/passwords';
import { countRequest, networkOf } from '../auth/rate-limits';
import { inTransaction, type Tx } from '../db/transaction';
import { Conflict, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { userDtoOf } from '../queries/get-person';
import type { setupInput, UserDto } from '../schemas/person';
import type { SettingKey } from '../schemas/settings';
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
    const { email, name, time_zone: timeZone } = input;
    const locale = input.locale ?? acceptedLocale(client.acceptLanguage);
    const person = await insertPerson(tx, { email, name, role: 'admin', passwordHash, locale, timeZone });
    if (!person) throw new Invalid({ email: ['taken'] });
    await nameHouse(tx, person.id, input);
    return userDtoOf(tx, person);
  });
}

/** What he says about the house beside himself: its name, and the language it begins with. */
async function nameHouse(tx: Tx, adminId: string, input: z.infer<typeof setupInput>): Promise<void> {
  const wanted: [SettingKey, string | undefined][] = [
    ['workspace_name', input.workspace_name],
    ['default_locale', input.locale],
  ];
  const given = wanted.filter((pair): pair is [SettingKey, string] => pair[1] !== undefined);
  if (given.length === 0) return;
  for (const [key, value] of given)
    await tx.query(
      `INSERT INTO setting (key, value) VALUES ($1, $2)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [key, JSON.stringify(value)],
    );
  const changes = Object.fromEntries(
    given.map(([key, value]): [SettingKey, [unknown, unknown]] => [key, [null, value]]),
  );
  await recordEvent(tx, 'settings.changed', { changes }, adminId);
}
