import { acceptedLocale } from '../auth/accepted-locale';
import { browserName } from '../auth/browser-name';
import type { Client } from '../auth/client';
import { countRequest, hashed, networkOf } from '../auth/rate-limits';
import { newNonce } from '../auth/secrets';
import { newId } from '../clock';
import { inTransaction } from '../db/transaction';
import { recordEvent } from '../events/record';
import { getSettings } from '../queries/get-settings';
import { queueMail } from './steps/queue-mail';

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
  await countRequest('code_ip', networkOf(client.ip));
  await countRequest('code_address', hashed(email));
  await countRequest('code_all', 'all');
  await inTransaction(async (tx) => {
    const { rows } = await tx.query<{ id: string; locale: string }>(
      'SELECT id, locale FROM person WHERE email = $1',
      [email],
    );
    const person = rows[0];
    // asked for in any case: an address that nobody has must not take longer than another
    const { default_locale } = await getSettings(tx);
    await tx.query(
      `UPDATE email_code SET voided_at = now()
       WHERE email = $1 AND purpose = 'email' AND used_at IS NULL AND voided_at IS NULL`,
      [email],
    );
    const codeId = newId();
    await tx.query(
      `INSERT INTO email_code (id, purpose, email, nonce, requested_by, expires_at)
       VALUES ($1, 'email', $2, $3, $4, now() + interval '10 minutes')`,
      [codeId, email, newNonce(), requestedBy(client)],
    );
    const event = await recordEvent(tx, 'code.requested', { code_id: codeId });
    await queueMail(tx, [
      {
        eventId: event.id,
        template: 'code',
        recipient: email,
        locale: person?.locale ?? acceptedLocale(client.acceptLanguage, default_locale),
        personId: person?.id ?? null,
        secretId: codeId,
      },
    ]);
  });
}

/** Named in the mail, so that its reader sees who asked: browser in our words, and the address. */
const requestedBy = (client: Client): string =>
  [browserName(client.userAgent), client.ip.slice(0, 45)].filter(Boolean).join(' · ');
