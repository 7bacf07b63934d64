import { isSigned, type SignedHeaders } from '../channels/email/webhook-signature';
import { sql } from '../db/transaction';
import { Invalid, NotFound, Unauthenticated } from '../errors';
import { mailboxKey } from '../queries/get-mailbox-key';
import { keepMail } from './steps/keep-mail';

/**
 * Takes a mail from a provider's webhook. The same signed request for a second time is the same mail; what it is, is
 * found out later.
 *
 * @throws Unauthenticated, also where there is no such mailbox; Invalid without a body; Unavailable.
 */
export async function takeSignedMail(
  mailboxId: string,
  headers: SignedHeaders,
  raw: Uint8Array,
): Promise<{ id: string }> {
  // a mailbox that is not there has a key as well, which nobody knows
  const key = await mailboxKey(sql, mailboxId)
    .then((found) => found.key)
    .catch((error: unknown) => {
      if (error instanceof NotFound) return crypto.randomUUID();
      throw error;
    });
  if (!isSigned(key, headers, raw))
    throw new Unauthenticated('The signature does not hold, or not any more.');
  const { rowCount } = await sql.query('SELECT 1 FROM mailbox WHERE id = $1 AND is_active', [mailboxId]);
  if (rowCount === 0) throw new NotFound();
  if (raw.byteLength === 0) throw new Invalid({ '': ['required'] });
  const doorKey = `${headers.timestamp} ${headers.signature}`;
  const { id } = await keepMail({
    ...{ mailboxId, door: 'webhook', doorKey, raw },
    ...{ returnPath: null, recipients: [] },
  });
  return { id };
}
