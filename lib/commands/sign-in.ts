import type { Client } from '../auth/client';
import { isPassword } from '../auth/passwords';
import { countRequest, forgiveRequests, hashed, networkOf } from '../auth/rate-limits';
import { inTransaction, sql, type Tx } from '../db/transaction';
import { Unauthenticated } from '../errors';
import { canonicalAddress } from '../schemas/email-address';
import { type OpenedSession, openSession, type SessionKind } from './steps/open-session';
import { redeemVerification } from './steps/verification-tokens';

export type Credentials = { email: string; password: string } | { verification_token: string };

/** One refusal for a wrong password, an unknown address, a disabled person and a spent token (C09). */
const refused = () =>
  new Unauthenticated('The e-mail address or the password is wrong.', 'invalid_credentials');

/**
 * Signs a person in with his password, or a customer with the token of a mailed code. The work is the same whether
 * or not the address is known. A token without an account stays good: its holder may register with it.
 *
 * @param kind `browser` for next-auth's cookie, `api` for tokens.
 * @throws Unauthenticated `invalid_credentials`; RateLimited.
 */
export async function signIn(
  credentials: Credentials,
  kind: SessionKind,
  client: Client,
): Promise<OpenedSession> {
  if ('verification_token' in credentials) {
    await countRequest('token_ip', networkOf(client.ip));
    return inTransaction(async (tx) => {
      const personId = await customerOfToken(tx, credentials.verification_token);
      return openSession(tx, personId, kind, client);
    });
  }
  const { personId, passwordHash } = await checkPassword(credentials, client);
  return inTransaction(async (tx) => {
    // the password may have been changed while we were computing
    const { rowCount } = await tx.query(
      'SELECT 1 FROM person WHERE id = $1 AND password_hash = $2 AND disabled_at IS NULL FOR SHARE',
      [personId, passwordHash],
    );
    if (rowCount === 0) throw refused();
    return openSession(tx, personId, kind, client);
  });
}

async function checkPassword(
  { email, password }: { email: string; password: string },
  client: Client,
): Promise<{ personId: string; passwordHash: string }> {
  const address = canonicalAddress(email) ?? '';
  const network = networkOf(client.ip);
  const account = `${hashed(address || email)}:${network}`;
  await countRequest('login_ip', network);
  await countRequest('login_account', account);
  const { rows } = await sql.query<{ id: string; password_hash: string | null; disabled: boolean }>(
    'SELECT id, password_hash, disabled_at IS NOT NULL AS disabled FROM person WHERE email = $1',
    [address],
  );
  const person = rows[0];
  const right = await isPassword(person?.password_hash ?? null, password);
  if (!person?.password_hash || person.disabled || !right) throw refused();
  await forgiveRequests('login_account', account);
  return { personId: person.id, passwordHash: person.password_hash };
}

async function customerOfToken(tx: Tx, token: string): Promise<string> {
  const proof = await redeemVerification(tx, 'email', token);
  if (!proof) throw refused();
  const { rows } = await tx.query<{ id: string }>(
    `SELECT id FROM person WHERE email = $1 AND role = 'customer' AND disabled_at IS NULL FOR SHARE`,
    [proof.email],
  );
  if (!rows[0]) throw refused();
  return rows[0].id;
}
