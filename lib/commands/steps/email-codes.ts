import { acceptedLocale } from '../../auth/accepted-locale';
import { browserName } from '../../auth/browser-name';
import type { Client } from '../../auth/client';
import { countRequest, hashed, networkOf } from '../../auth/rate-limits';
import { newNonce, sameText, sixDigits } from '../../auth/secrets';
import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { getSettings } from '../../queries/get-settings';
import { queueMail } from './queue-mail';

/** What a code proves: an address, or that somebody who is signed in, or on a website, may have it as his own. */
export type CodePurpose = 'email' | `own:${string}` | `visitor:${string}`;

/** Wrong tries that a code allows; counted on its row, so that they survive every restart (C08). */
const TRIES = 5;

/** The limits of everything that is mailed to an address which somebody typed (C08, C35). Throws RateLimited. */
export async function countMailTo(email: string, client: Client): Promise<void> {
  await countRequest('code_ip', networkOf(client.ip));
  await countRequest('code_address', hashed(email));
  await countRequest('code_all', 'all');
}

/** Writes a fresh code, which voids the one before; it holds for ten minutes. */
export async function issueCode(
  tx: Tx,
  purpose: CodePurpose,
  email: string,
  client: Client,
): Promise<string> {
  await tx.query(
    `UPDATE email_code SET voided_at = now()
     WHERE email = $1 AND purpose = $2 AND used_at IS NULL AND voided_at IS NULL`,
    [email, purpose],
  );
  const id = newId();
  await tx.query(
    `INSERT INTO email_code (id, purpose, email, nonce, requested_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() + interval '10 minutes')`,
    [id, purpose, email, newNonce(), requestedBy(client)],
  );
  return id;
}

/** Mails a code, in the language of whose address it is, else of who asks. */
export async function mailCode(
  tx: Tx,
  eventId: string,
  codeId: string,
  email: string,
  person: { id: string; locale: string } | null,
  client: Client,
): Promise<void> {
  // asked for in any case: an address that nobody has must not take longer than another
  const { default_locale } = await getSettings(tx);
  await queueMail(tx, [
    {
      eventId,
      template: 'code',
      recipient: email,
      locale: person?.locale ?? acceptedLocale(client.acceptLanguage, default_locale),
      personId: person?.id ?? null,
      secretId: codeId,
    },
  ]);
}

/** Named in the mail, so that its reader sees who asked: browser in our words, and the address. */
const requestedBy = (client: Client): string =>
  [browserName(client.userAgent), client.ip.slice(0, 45)].filter(Boolean).join(' · ');

/**
 * Tries the newest code of an address for a purpose. A right one is spent; a wrong try is counted, so the caller must
 * commit it before he refuses.
 */
export async function tryCode(tx: Tx, purpose: CodePurpose, email: string, otp: string): Promise<boolean> {
  // the row lock lets one of many simultaneous tries through at a time
  const { rows } = await tx.query<{ id: string; nonce: string; live: boolean }>(
    `SELECT id, nonce,
            used_at IS NULL AND voided_at IS NULL AND expires_at > now() AND attempts < $2 AS live
     FROM email_code WHERE email = $1 AND purpose = $3
     ORDER BY created_at DESC, id DESC LIMIT 1 FOR UPDATE`,
    [email, TRIES, purpose],
  );
  const code = rows[0];
  const right = sameText(sixDigits(code?.id ?? '', code?.nonce ?? ''), otp);
  if (!code?.live) return false;
  const set = right ? 'used_at = now()' : 'attempts = attempts + 1';
  await tx.query(`UPDATE email_code SET ${set} WHERE id = $1`, [code.id]);
  return right;
}
