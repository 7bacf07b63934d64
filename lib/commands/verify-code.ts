import type { Client } from '../auth/client';
import { countRequest, networkOf } from '../auth/rate-limits';
import { inTransaction } from '../db/transaction';
import { Unauthenticated } from '../errors';
import { tryCode } from './steps/email-codes';
import { issueVerification } from './steps/verification-tokens';

/**
 * Exchanges a right code for a token that proves the address: 30 minutes, once. Only the newest code of an address
 * counts. Everything that may be wrong about a code gives one and the same refusal.
 *
 * @throws Unauthenticated `invalid_code`; RateLimited.
 */
export async function verifyCode(
  { email, otp }: { email: string; otp: string },
  client: Client,
): Promise<{ verification_token: string }> {
  await countRequest('verify_ip', networkOf(client.ip));
  // refused after the commit: a wrong try must stay counted
  const token = await inTransaction(async (tx) => {
    const right = await tryCode(tx, 'email', email, otp);
    if (!right) return null;
    await tx.query('UPDATE person SET is_unproven = false WHERE email = $1 AND is_unproven', [email]);
    return (await issueVerification(tx, 'email', { email })).token;
  });
  if (token === null) {
    throw new Unauthenticated('This code is not right, or not any more. Ask for a new one.', 'invalid_code');
  }
  return { verification_token: token };
}
