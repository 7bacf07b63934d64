import type { Client } from '../auth/client';
import { countRequest, networkOf } from '../auth/rate-limits';
import { sameText, sixDigits } from '../auth/secrets';
import { inTransaction, type Tx } from '../db/transaction';
import { Unauthenticated } from '../errors';
import { issueVerification } from './steps/verification-tokens';

/** Wrong tries that a code allows; counted on its row, so that they survive every restart (C08). */
const TRIES = 5;

interface Code {
  id: string;
  nonce: string;
  live: boolean;
}

/**
 * Exchanges a right code for a token that proves the address: 30 minutes, once. Only the newest code of an address
 * counts. Everything that may be wrong about a code gives one and the same refusal.
 *
 * @throws Unauthenticated `invalid_code`; RateLimited.
 */
export async function verifyCode(
  input: { email: string; otp: string },
  client: Client,
): Promise<{ verification_token: string }> {
  await countRequest('verify_ip', networkOf(client.ip));
  // refused after the commit: a wrong try must stay counted
  const token = await inTransaction((tx) => tryCode(tx, input.email, input.otp));
  if (token === null) {
    throw new Unauthenticated('This code is not right, or not any more. Ask for a new one.', 'invalid_code');
  }
  return { verification_token: token };
}

async function tryCode(tx: Tx, email: string, otp: string): Promise<string | null> {
  // the row lock lets one of many simultaneous tries through at a time
  const { rows } = await tx.query<Code>(
    `SELECT id, nonce,
            used_at IS NULL AND voided_at IS NULL AND expires_at > now() AND attempts < $2 AS live
     FROM email_code WHERE email = $1 AND purpose = 'email'
     ORDER BY created_at DESC, id DESC LIMIT 1 FOR UPDATE`,
    [email, TRIES],
  );
  const code = rows[0];
  const right = sameText(sixDigits(code?.id ?? '', code?.nonce ?? ''), otp);
  if (!code?.live) return null;
  if (!right) {
    await tx.query('UPDATE email_code SET attempts = attempts + 1 WHERE id = $1', [code.id]);
    return null;
  }
  await tx.query('UPDATE email_code SET used_at = now() WHERE id = $1', [code.id]);
  const { token } = await issueVerification(tx, 'email', { email });
  return token;
}
