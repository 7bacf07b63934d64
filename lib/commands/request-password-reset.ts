import { acceptedLocale } from '../auth/accepted-locale';
import type { Client } from '../auth/client';
import { inTransaction } from '../db/transaction';
import { getSettings } from '../queries/get-settings';
import { countMailTo } from './steps/email-codes';
import { sendReset } from './steps/send-reset';

/**
 * Somebody forgot his password: mails a link to the address, if it is somebody's. The same work and the same answer
 * whether or not it is (C09), and the limits of codes, shared with them (C08, C35).
 * @throws RateLimited.
 */
export async function requestPasswordReset(email: string, client: Client): Promise<void> {
  await countMailTo(email, client);
  await inTransaction(async (tx) => {
    const { rows } = await tx.query<{ id: string; locale: string }>(
      'SELECT id, locale FROM person WHERE email = $1 AND disabled_at IS NULL',
      [email],
    );
    const { default_locale } = await getSettings(tx);
    const locale = acceptedLocale(client.acceptLanguage, default_locale);
    await sendReset(tx, email, rows[0] ?? null, { actorId: null, locale });
  });
}
