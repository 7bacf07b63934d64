import { isPlausible, type SignedHeaders } from '../channels/email/webhook-signature';
import { sql } from '../db/transaction';
import { NotFound, Unauthenticated } from '../errors';

/**
 * Could this be the provider of a mailbox that is in use? Asked before a byte of the mail is read; whether he is, only
 * the whole of it tells.
 *
 * @throws Unauthenticated, also where there is no such mailbox; NotFound when it is switched off.
 */
export async function admitSignedMail(mailboxId: string, headers: SignedHeaders): Promise<void> {
  if (!isPlausible(headers)) throw new Unauthenticated('The signature does not hold, or not any more.');
  const { rows } = await sql.query<{ is_active: boolean }>('SELECT is_active FROM mailbox WHERE id = $1', [
    mailboxId,
  ]);
  if (!rows[0]) throw new Unauthenticated('The signature does not hold, or not any more.');
  if (!rows[0].is_active) throw new NotFound();
}
