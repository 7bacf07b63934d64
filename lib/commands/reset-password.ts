import type { z } from 'zod';
import type { Client } from '../auth/client';
import { hashPassword } from '../auth/passwords';
import { countRequest, networkOf } from '../auth/rate-limits';
import { inTransaction } from '../db/transaction';
import type { resetPasswordInput } from '../schemas/person';
import { setPasswordByLink } from './steps/set-password-by-link';

/**
 * The holder of a reset link chooses a new password. The link must have been mailed to the address that the person
 * still has. All his logins end, and nobody is signed in: he signs in with what he chose.
 *
 * @throws Invalid `token: invalid`; RateLimited.
 */
export async function resetPassword(
  input: z.infer<typeof resetPasswordInput>,
  client: Client,
): Promise<{ detail: string }> {
  await countRequest('token_ip', networkOf(client.ip));
  const passwordHash = await hashPassword(input.password);
  return inTransaction(async (tx) => {
    await setPasswordByLink(tx, 'reset', input, passwordHash);
    return { detail: 'The password was changed. Sign in with it.' };
  });
}
