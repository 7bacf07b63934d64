import { isSigned, type SignedHeaders } from '../channels/email/webhook-signature';
import { sql } from '../db/transaction';
import { Invalid, Unauthenticated } from '../errors';
import { mailboxKey } from '../queries/get-mailbox-key';
import { keepMail } from './steps/keep-mail';

/**
 * Takes a mail from a provider's webhook, who was let in with it (`admitSignedMail`). The same signed request for a
 * second time is the same mail; what it is, is found out later.
 *
 * @throws Unauthenticated; Invalid without a body; NotFound; Unavailable.
 */
export async function takeSignedMail(
  mailboxId: string,
  headers: SignedHeaders,
  raw: Uint8Array,
): Promise<{ id: string }> {
  const { key } = await mailboxKey(sql, mailboxId);
  if (!isSigned(key, headers, raw))
    throw new Unauthenticated('The signature does not hold, or not any more.');
  if (raw.byteLength === 0) throw new Invalid({ '': ['required'] });
  const doorKey = `${headers.timestamp} ${headers.signature}`;
  const { id } = await keepMail({
    ...{ mailboxId, door: 'webhook', doorKey, raw },
    ...{ returnPath: null, recipients: [] },
  });
  return { id };
}
