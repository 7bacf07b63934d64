import { newNonce } from '../auth/secrets';
import { inTransaction } from '../db/transaction';
import { Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { mailboxKey } from '../queries/get-mailbox-key';
import { readMailbox } from '../queries/list-mailboxes';
import { type Actor, may } from '../rules/permissions';
import type { EditMailboxInput, MailboxDto, MailboxKeyDto } from '../schemas/email-channel';
import { teamMeant } from './steps/team-meant';

/** An admin changes a mailbox, or switches it off. What is already so is no change. @throws Forbidden, NotFound, Invalid. */
export async function editMailbox(actor: Actor, id: string, input: EditMailboxInput): Promise<MailboxDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    await tx.query('SELECT 1 FROM mailbox WHERE id = $1 FOR NO KEY UPDATE', [id]);
    const before = await readMailbox(tx, id);
    const changed = (Object.keys(input) as (keyof EditMailboxInput)[]).filter(
      (field) => input[field] !== undefined && input[field] !== before[field],
    );
    if (changed.length === 0) return before;
    if (input.team_id) await teamMeant(tx, input.team_id);
    // names of columns come from our own schema
    const sets = changed.map((field, at) => `${field} = $${at + 2}`).join(', ');
    await tx.query(`UPDATE mailbox SET ${sets}, updated_at = now() WHERE id = $1`, [
      id,
      ...changed.map((field) => input[field]),
    ]);
    const { address } = before;
    await recordEvent(tx, 'mailbox.changed', { mailbox_id: id, address, fields: changed }, actor.id);
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
