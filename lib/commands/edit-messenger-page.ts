import { sealSecret } from '../auth/sealed-secret';
import { inTransaction } from '../db/transaction';
import { Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { readMessengerPage } from '../queries/list-messenger-pages';
import { type Actor, may } from '../rules/permissions';
import type { EditMessengerPageInput, MessengerPageDto } from '../schemas/messenger';
import { othersIn, writeColumns } from './steps/edit-channel';
import { teamMeant } from './steps/team-meant';

const SECRETS = ['access_token', 'app_secret'] as const;

/** An admin changes a page, gives it new secrets, or switches it off. @throws Forbidden, NotFound, Invalid. */
export async function editMessengerPage(
  actor: Actor,
  id: string,
  input: EditMessengerPageInput,
): Promise<MessengerPageDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    await tx.query('SELECT 1 FROM messenger_page WHERE id = $1 FOR NO KEY UPDATE', [id]);
    const before = await readMessengerPage(tx, id);
    const { access_token, app_secret, ...plain } = input;
    const changes: Record<string, unknown> = othersIn(plain, before);
    for (const name of SECRETS)
      if (input[name] !== undefined) changes[name] = sealSecret(`messenger_page.${name}`, input[name]);
    const fields = Object.keys(changes);
    if (fields.length === 0) return before;
    if (input.team_id) await teamMeant(tx, input.team_id);
    await writeColumns(tx, 'messenger_page', id, changes);
    const name = input.name ?? before.name;
    await recordEvent(tx, 'messenger_page.changed', { messenger_page_id: id, name, fields }, actor.id);
    return readMessengerPage(tx, id);
  });
}
