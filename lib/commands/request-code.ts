import type { Client } from '../auth/client';
import { inTransaction } from '../db/transaction';
import { recordEvent } from '../events/record';
import { countMailTo, issueCode, mailCode } from './steps/email-codes';

/**
 * Mails a six-digit code to an address (product 2.28). The same work and the same answer whether or not somebody has
 * an account with it: the code proves the address, what it is used for is decided later. Holds for ten minutes; a new
 * one voids the older ones.
 *
 * Over the limit (3 in 15 minutes for an address, 30 for a network, and one for everybody) the answer is 429, again
 * the same for known and unknown addresses. The minute between two codes is the screen's to wait.
 *
 * @param email in canonical form.
 * @throws RateLimited
 */
export async function requestCode(email: string, client: Client): Promise<void> {
  await countMailTo(email, client);
  await inTransaction(async (tx) => {
    const { rows } = await tx.query<{ id: string; locale: string }>(
      'SELECT id, locale FROM person WHERE email = $1',
      [email],
    );
    const codeId = await issueCode(tx, 'email', email, client);
    const event = await recordEvent(tx, 'code.requested', { code_id: codeId });
    await mailCode(tx, event.id, codeId, email, rows[0] ?? null, client);
  });
}
