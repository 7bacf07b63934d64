import { tokenFor } from '../auth/secrets';
import { type Sql, sql } from '../db/transaction';
import { env } from '../env';
import { Forbidden, NotFound } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { MailboxKeyDto } from '../schemas/email-channel';

/** Where a provider hands in a mailbox's mail, and the key with which it signs. The key is derived and never stored. */
export async function getMailboxKey(actor: Actor, id: string): Promise<MailboxKeyDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return mailboxKey(sql, id);
}

/** The same without asking who wants it. @throws NotFound. */
export async function mailboxKey(from: Sql, id: string): Promise<MailboxKeyDto> {
  const { rows } = await from.query<{ nonce: string }>('SELECT nonce FROM mailbox WHERE id = $1', [id]);
  if (!rows[0]) throw new NotFound();
  const key = tokenFor('mailbox-webhook', id, rows[0].nonce).split('.')[1]!;
  return { url: `${env().APP_URL}/api/channels/email/${id}/`, key };
}
