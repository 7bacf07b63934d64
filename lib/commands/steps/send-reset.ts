import type { Tx } from '../../db/transaction';
import { recordEvent } from '../../events/record';
import { queueMail } from './queue-mail';
import { issueVerification } from './verification-tokens';

/**
 * Writes a single-use token for a new password, and its mail; earlier ones of the address open nothing any more. The
 * work is the same whether or not somebody has the address: who sends the mail finds out (getMailFacts).
 *
 * @param person whose address it is, when it is somebody's.
 */
export async function sendReset(
  tx: Tx,
  email: string,
  person: { id: string; locale: string } | null,
  { actorId, locale }: { actorId: string | null; locale: string },
): Promise<void> {
  await tx.query(
    `UPDATE verification_token SET used_at = now() WHERE purpose = 'reset' AND email = $1 AND used_at IS NULL`,
    [email],
  );
  const { id } = await issueVerification(tx, 'reset', { email, ...(person ? { personId: person.id } : {}) });
  const event = await recordEvent(
    tx,
    'password.reset_requested',
    { token_id: id, ...(person ? { person_id: person.id } : {}) },
    actorId,
  );
  await queueMail(tx, [
    {
      eventId: event.id,
      template: 'password_reset',
      recipient: email,
      locale: person?.locale ?? locale,
      personId: person?.id ?? null,
      secretId: id,
    },
  ]);
}
