import { newNonce } from '../auth/secrets';
import { newId } from '../clock';
import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { readMailbox } from '../queries/list-mailboxes';
import { type Actor, may } from '../rules/permissions';
import type { CreateMailboxInput, MailboxDto } from '../schemas/email-channel';
import { type Attempt, once } from './steps/once';
import { teamMeant } from './steps/team-meant';

/**
 * An admin gives the house an address at which customers reach it. From the first one on, mails to customers can be
 * answered.
 *
 * @throws Forbidden; Invalid `address: taken`, also when a person has it; Invalid `team_id`.
 */
export async function createMailbox(
  actor: Actor,
  input: CreateMailboxInput,
  attempt?: Attempt,
): Promise<MailboxDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const id = newId();
    await teamMeant(tx, input.team_id);
    const { rowCount } = await tx.query(
      `INSERT INTO mailbox (id, address, sender, signature, team_id, history, auth_host, quiet_minutes, nonce)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9 WHERE NOT EXISTS (SELECT 1 FROM person WHERE email = $2)
       ON CONFLICT DO NOTHING`,
      [
        ...[id, input.address, input.sender, input.signature, input.team_id, input.history, input.auth_host],
        ...[input.quiet_minutes, newNonce()],
      ],
    );
    if (rowCount === 0) throw new Invalid({ address: ['taken'] });
    await recordEvent(tx, 'mailbox.created', { mailbox_id: id, address: input.address }, actor.id);
    return readMailbox(tx, id);
  });
}
