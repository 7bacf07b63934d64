import type { z } from 'zod';
import type { Client } from '../auth/client';
import { hashPassword, refuseOwnAddress } from '../auth/passwords';
import { countRequest, networkOf } from '../auth/rate-limits';
import { inTransaction } from '../db/transaction';
import { Invalid } from '../errors';
import { recordEvent } from '../events/record';
import type { invitationInput } from '../schemas/person';
import { voidLinks } from './steps/deactivate';
import { endSessions } from './steps/end-sessions';
import type { Tokens } from './steps/issue-tokens';
import { openSession } from './steps/open-session';
import { redeemVerification } from './steps/verification-tokens';

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
    const proof = await redeemVerification(tx, 'invitation', input.token);
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
    const data = { person_id: id, fields: ['password'], evict: false };
    await recordEvent(tx, 'person.changed', data, id);
    return (await openSession(tx, id, 'api', client)).tokens!;
  });
}
