import { newNonce } from '../auth/secrets';
import { inTransaction } from '../db/transaction';
import { Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { mailboxKey } from '../queries/get-mailbox-key';
import { readMailbox } from '../queries/list-mailboxes';
import { type Actor, may } from '../rules/permissions';
import type { EditMailboxInput, MailboxDto, MailboxKeyDto } from '../schemas/email-channel';
import { othersIn, writeColumns } from './steps/edit-channel';
import { chooseLanes, setImap, setSmtp } from './steps/mail-servers';
import { teamMeant } from './steps/team-meant';

/**
 * An admin changes a mailbox and its servers, or switches it off. What is already so is no change; a server that is
 * named is begun with anew.
 *
 * @throws Forbidden, NotFound, Invalid.
 */
export async function editMailbox(actor: Actor, id: string, input: EditMailboxInput): Promise<MailboxDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  const { imap, smtp, ...plain } = input;
  return inTransaction(async (tx) => {
    await tx.query('SELECT 1 FROM mailbox WHERE id = $1 FOR NO KEY UPDATE', [id]);
    const before = await readMailbox(tx, id);
    const changes = othersIn(plain, before);
    if (changes.team_id) await teamMeant(tx, changes.team_id);
    await writeColumns(tx, 'mailbox', id, changes);
    const fields: string[] = Object.keys(changes);
    if (imap !== undefined && (imap !== null || before.imap !== null)) {
      await setImap(tx, id, imap);
      fields.push('imap');
    }
    if (smtp !== undefined && (smtp !== null || before.smtp !== null)) {
      await setSmtp(tx, id, smtp);
      fields.push('smtp');
    }
    if (fields.length === 0) return before;
    if (fields.includes('smtp') || fields.includes('is_active')) await chooseLanes(tx);
    const { address } = before;
    await recordEvent(tx, 'mailbox.changed', { mailbox_id: id, address, fields }, actor.id);
    return readMailbox(tx, id);
  });
}

/** Another key for a mailbox's webhook: the old one opens nothing from now on. */
export async function renewMailboxKey(actor: Actor, id: string): Promise<MailboxKeyDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    const { address } = await readMailbox(tx, id);
    await tx.query('UPDATE mailbox SET nonce = $2, updated_at = now() WHERE id = $1', [id, newNonce()]);
    await recordEvent(tx, 'mailbox.key_renewed', { mailbox_id: id, address }, actor.id);
    return mailboxKey(tx, id);
  });
}
