import { sealSecret } from '../auth/sealed-secret';
import { newNonce } from '../auth/secrets';
import { newId } from '../clock';
import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { readMessengerPage } from '../queries/list-messenger-pages';
import { type Actor, may } from '../rules/permissions';
import type { CreateMessengerPageInput, MessengerPageDto } from '../schemas/messenger';
import { type Attempt, once } from './steps/once';
import { teamMeant } from './steps/team-meant';

/**
 * An admin connects a page on Facebook. What Facebook gave for it is kept sealed.
 *
 * @throws Forbidden; Invalid `page_id: taken`, `team_id`.
 */
export async function createMessengerPage(
  actor: Actor,
  input: CreateMessengerPageInput,
  attempt?: Attempt,
): Promise<MessengerPageDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const id = newId();
    await teamMeant(tx, input.team_id);
    const { rowCount } = await tx.query(
      `INSERT INTO messenger_page (id, page_id, name, access_token, app_secret, team_id, languages, human_agent, nonce)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        ...[id, input.page_id, input.name, sealSecret('messenger_page.access_token', input.access_token)],
        ...[sealSecret('messenger_page.app_secret', input.app_secret), input.team_id, input.languages],
        ...[input.human_agent, newNonce()],
      ],
    );
    if (rowCount === 0) throw new Invalid({ page_id: ['taken'] });
    await recordEvent(tx, 'messenger_page.created', { messenger_page_id: id, name: input.name }, actor.id);
    return readMessengerPage(tx, id);
  });
}
