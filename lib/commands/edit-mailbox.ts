import { newNonce } from '../auth/secrets';
import { inTransaction, type Tx } from '../db/transaction';
import { Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { mailboxKey } from '../queries/get-mailbox-key';
import { readMailbox } from '../queries/list-mailboxes';
import { type Actor, may } from '../rules/permissions';
import type { EditMailboxInput, MailboxDto, MailboxKeyDto } from '../schemas/email-channel';
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
    const changed = await editColumns(tx, before, plain);
    const fields: string[] = [...changed];
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

type Columns = Omit<EditMailboxInput, 'imap' | 'smtp'>;

/** Writes those of the mailbox's own fields that are others now, and says which. */
async function editColumns(tx: Tx, before: MailboxDto, input: Columns): Promise<(keyof Columns)[]> {
  const changed = (Object.keys(input) as (keyof Columns)[]).filter(
    (field) => input[field] !== undefined && input[field] !== before[field],
  );
  if (changed.length === 0) return changed;
  if (input.team_id) await teamMeant(tx, input.team_id);
  // names of columns come from our own schema
  const sets = changed.map((field, at) => `${field} = $${at + 2}`).join(', ');
  await tx.query(`UPDATE mailbox SET ${sets}, updated_at = now() WHERE id = $1`, [
    before.id,
    ...changed.map((field) => input[field]),
  ]);
  return changed;
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
