import type { z } from 'zod';
import { acceptedLocale } from '../auth/accepted-locale';
import type { Client } from '../auth/client';
import { hashPassword, refuseOwnAddress } from '../auth/passwords';
import { countRequest, networkOf } from '../auth/rate-limits';
import { type PersonRow, personColumns } from '../db/sql/person-row';
import { inTransaction, type Tx } from '../db/transaction';
import { Conflict, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { presentMe } from '../presenters/person';
import { getSettings } from '../queries/get-settings';
import { PLAIN_SCOPE } from '../rules/permissions';
import type { MeDto, registerInput } from '../schemas/person';
import { insertPerson } from './steps/insert-person';
import type { Tokens } from './steps/issue-tokens';
import { openSession } from './steps/open-session';
import { redeemVerification } from './steps/verification-tokens';

export type RegisterInput = z.infer<typeof registerInput>;

/**
 * Makes a customer's account and his first session, in one transaction, for whoever proved the address with a code. A
 * customer that staff made and who has no password yet is taken over, so earlier tickets of the address are his.
 *
 * The token is looked at before the account: without a good one the answer is the same for every address. A refusal
 * leaves the token good, so that its holder can sign in with it instead.
 *
 * @throws Invalid when the token does not hold; Conflict `account_exists`; RateLimited.
 */
export async function register(input: RegisterInput, client: Client): Promise<{ user: MeDto } & Tokens> {
  await countRequest('token_ip', networkOf(client.ip));
  refuseOwnAddress(input.password, input.email);
  const passwordHash = await hashPassword(input.password);
  return inTransaction(async (tx) => {
    const proof = await redeemVerification(tx, 'email', input.verification_token);
    if (proof?.email !== input.email) throw new Invalid({ verification_token: ['invalid'] });
    const locale =
      input.locale ?? acceptedLocale(client.acceptLanguage, (await getSettings(tx)).default_locale);
    const { email, name } = input;
    const person =
      (await insertPerson(tx, { email, name, role: 'customer', passwordHash, locale })) ??
      (await takeOver(tx, { email, name, passwordHash, locale }));
    if (!person) throw new Conflict('account_exists', 'This address has an account. Sign in instead.');
    const session = await openSession(tx, person.id, 'api', client);
    return { user: presentMe(person, PLAIN_SCOPE), ...session.tokens! };
  });
}

async function takeOver(
  tx: Tx,
  given: { email: string; name: string; passwordHash: string; locale: string },
): Promise<PersonRow | null> {
  const { rows } = await tx.query<PersonRow>(
    `UPDATE person SET name = $2, password_hash = $3, locale = $4, updated_at = now()
     WHERE email = $1 AND role = 'customer' AND password_hash IS NULL AND disabled_at IS NULL AND merged_into IS NULL
     RETURNING ${personColumns}`,
    [given.email, given.name, given.passwordHash, given.locale],
  );
  const person = rows[0];
  if (!person) return null;
  const fields = ['name', 'password', 'locale'];
  await recordEvent(tx, 'person.changed', { person_id: person.id, fields, evict: false }, person.id);
  return person;
}
