import { sealSecret } from '../auth/sealed-secret';
import { inTransaction } from '../db/transaction';
import { Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { readMessengerPage } from '../queries/list-messenger-pages';
import { type Actor, may } from '../rules/permissions';
import type { EditMessengerPageInput, MessengerPageDto } from '../schemas/messenger';
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
    const changes: Record<string, unknown> = Object.fromEntries(
      Object.entries(plain).filter(
        ([field, value]) =>
          value !== undefined && String(value) !== String(before[field as keyof typeof plain]),
      ),
    );
    for (const name of SECRETS)
      if (input[name] !== undefined) changes[name] = sealSecret(`messenger_page.${name}`, input[name]);
    const fields = Object.keys(changes);
    if (fields.length === 0) return before;
    if (input.team_id) await teamMeant(tx, input.team_id);
    // names of columns come from our own schema
    const sets = fields.map((field, at) => `${field} = $${at + 2}`).join(', ');
    await tx.query(`UPDATE messenger_page SET ${sets}, updated_at = now() WHERE id = $1`, [
      id,
      ...Object.values(changes),
    ]);
    const name = input.name ?? before.name;
    await recordEvent(tx, 'messenger_page.changed', { messenger_page_id: id, name, fields }, actor.id);
    return readMessengerPage(tx, id);
  });
}
