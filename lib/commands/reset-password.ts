import type { z } from 'zod';
import type { Client } from '../auth/client';
import { hashPassword, refuseOwnAddress } from '../auth/passwords';
import { countRequest, networkOf } from '../auth/rate-limits';
import { inTransaction } from '../db/transaction';
import { Invalid } from '../errors';
import { recordEvent } from '../events/record';
import type { resetPasswordInput } from '../schemas/person';
import { voidLinks } from './steps/deactivate';
import { endSessions } from './steps/end-sessions';
import { redeemVerification } from './steps/verification-tokens';

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
    const proof = await redeemVerification(tx, 'reset', input.token);
    const { rows } = await tx.query<{ id: string }>(
      `UPDATE person SET password_hash = $3, updated_at = now()
       WHERE id = $1 AND email = $2 AND disabled_at IS NULL RETURNING id`,
      [proof?.personId ?? null, proof?.email ?? null, passwordHash],
    );
    const id = rows[0]?.id;
    if (!id) throw new Invalid({ token: ['invalid'] });
    refuseOwnAddress(input.password, proof?.email ?? null);
    await voidLinks(tx, id);
    await endSessions(tx, id, { actorId: id });
    await recordEvent(tx, 'person.changed', { person_id: id, fields: ['password'], evict: false }, id);
    return { detail: 'The password was changed. Sign in with it.' };
  });
}
