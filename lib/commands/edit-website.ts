import { newNonce } from '../auth/secrets';
import { inTransaction } from '../db/transaction';
import { Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { identitySecret, readWebsite } from '../queries/list-websites';
import { type Actor, may } from '../rules/permissions';
import type { EditWebsiteInput, IdentitySecretDto, WebsiteDto } from '../schemas/website';
import { othersIn, writeColumns } from './steps/edit-channel';
import { teamMeant } from './steps/team-meant';

/** An admin changes a website, or switches it off. What is already so is no change. @throws Forbidden, NotFound, Invalid. */
export async function editWebsite(actor: Actor, id: string, input: EditWebsiteInput): Promise<WebsiteDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    await tx.query('SELECT 1 FROM widget WHERE id = $1 FOR NO KEY UPDATE', [id]);
    const before = await readWebsite(tx, id);
    const changes = othersIn(input, before);
    const fields = Object.keys(changes);
    if (fields.length === 0) return before;
    const { team: team_id, ...columns } = changes;
    if (team_id) await teamMeant(tx, team_id, 'team');
    await writeColumns(tx, 'widget', id, team_id === undefined ? columns : { ...columns, team_id });
    const after = await readWebsite(tx, id);
    const data = { website_id: id, name: after.name, fields };
    await recordEvent(tx, 'website.changed', data, actor.id);
    return after;
  });
}

/** Another identity secret: what was signed with the old one names nobody from now on. */
export async function renewIdentitySecret(actor: Actor, id: string): Promise<IdentitySecretDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    const { name } = await readWebsite(tx, id);
    await tx.query('UPDATE widget SET nonce = $2, updated_at = now() WHERE id = $1', [id, newNonce()]);
    await recordEvent(tx, 'website.secret_renewed', { website_id: id, name }, actor.id);
    return identitySecret(tx, id);
  });
}
