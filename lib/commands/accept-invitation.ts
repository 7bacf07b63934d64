import type { z } from 'zod';
import type { Client } from '../auth/client';
import { hashPassword } from '../auth/passwords';
import { countRequest, networkOf } from '../auth/rate-limits';
import { inTransaction } from '../db/transaction';
import type { invitationInput } from '../schemas/person';
import type { Tokens } from './steps/issue-tokens';
import { openSession } from './steps/open-session';
import { setPasswordByLink } from './steps/set-password-by-link';

/**
 * The holder of an invitation chooses a password and is signed in. The link must have been mailed to the address
 * that the person still has; logins from before end.
 *
 * @throws Invalid `token: invalid`; RateLimited.
 */
export async function acceptInvitation(
  input: z.infer<typeof invitationInput>,
  client: Client,
): Promise<Tokens> {
  await countRequest('token_ip', networkOf(client.ip));
  const passwordHash = await hashPassword(input.password);
  return inTransaction(async (tx) => {
    const id = await setPasswordByLink(tx, 'invitation', input, passwordHash);
    return (await openSession(tx, id, 'api', client)).tokens!;
  });
}
