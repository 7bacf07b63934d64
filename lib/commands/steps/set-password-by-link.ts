import { refuseOwnAddress } from '../../auth/passwords';
import type { Tx } from '../../db/transaction';
import { Invalid } from '../../errors';
import { recordEvent } from '../../events/record';
import { voidLinks } from './deactivate';
import { endSessions } from './end-sessions';
import { redeemVerification } from './verification-tokens';

/**
 * Gives the holder of a mailed link the password that he chose, and ends all his logins and other links. The link must
 * have been mailed to the address that the person still has. Returns whose it is.
 *
 * @throws Invalid `token: invalid`.
 */
export async function setPasswordByLink(
  tx: Tx,
  purpose: 'invitation' | 'reset',
  { token, password }: { token: string; password: string },
  passwordHash: string,
): Promise<string> {
  const proof = await redeemVerification(tx, purpose, token);
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE person SET password_hash = $3, updated_at = now()
     WHERE id = $1 AND email = $2 AND disabled_at IS NULL RETURNING id`,
    [proof?.personId ?? null, proof?.email ?? null, passwordHash],
  );
  const id = rows[0]?.id;
  if (!id) throw new Invalid({ token: ['invalid'] });
  refuseOwnAddress(password, proof?.email ?? null);
  await voidLinks(tx, id);
  await endSessions(tx, id, { actorId: id });
  await recordEvent(tx, 'person.changed', { person_id: id, fields: ['password'], evict: false }, id);
  return id;
}
