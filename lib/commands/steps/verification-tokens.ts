import { newNonce, sameText, tokenFor, tokenRowId } from '../../auth/secrets';
import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { INVITATION_DAYS } from '../../schemas/person';

/** `email`: a code was right · `invitation`, `reset`: choose a password · `setup`: make the first admin. */
export type TokenPurpose = 'email' | 'invitation' | 'reset' | 'setup';

const LIFETIME: Record<TokenPurpose, string> = {
  email: '30 minutes',
  invitation: `${INVITATION_DAYS} days`,
  reset: '2 hours',
  setup: '24 hours',
};

/** Writes a single-use token. `id` is what a mail's row may name; `token` is what its holder shows. */
export async function issueVerification(
  tx: Tx,
  purpose: TokenPurpose,
  bound: { email?: string; personId?: string },
): Promise<{ id: string; token: string }> {
  const id = newId();
  const nonce = newNonce();
  await tx.query(
    `INSERT INTO verification_token (id, purpose, email, person_id, nonce, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() + $6::interval)`,
    [id, purpose, bound.email ?? null, bound.personId ?? null, nonce, LIFETIME[purpose]],
  );
  return { id, token: tokenFor(purpose, id, nonce) };
}

/**
 * Takes a token: the row is locked, checked and marked used, which counts when the transaction commits. Of two at
 * once one wins. Null when the token is blank, unknown, of another purpose, expired or used.
 */
export async function redeemVerification(
  tx: Tx,
  purpose: TokenPurpose,
  token: string,
): Promise<{ email: string | null; personId: string | null } | null> {
  const id = tokenRowId(token);
  if (id === null) return null;
  const { rows } = await tx.query<{ email: string | null; personId: string | null; nonce: string }>(
    `SELECT email, person_id AS "personId", nonce FROM verification_token
     WHERE id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > now() FOR UPDATE`,
    [id, purpose],
  );
  const row = rows[0];
  if (!row || !sameText(tokenFor(purpose, id, row.nonce), token)) return null;
  await tx.query('UPDATE verification_token SET used_at = now() WHERE id = $1', [id]);
  return row;
}
