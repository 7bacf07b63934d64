import { randomBytes } from 'node:crypto';
import { newNonce } from '../auth/secrets';
import { newId } from '../clock';
import { Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { readWebsite } from '../queries/list-websites';
import { type Actor, may } from '../rules/permissions';
import type { CreateWebsiteInput, WebsiteDto } from '../schemas/website';
import { type Attempt, once } from './steps/once';
import { teamMeant } from './steps/team-meant';

/** An admin sets up a website on which visitors can chat. @throws Forbidden; Invalid `team: unknown_team`. */
export async function createWebsite(
  actor: Actor,
  input: CreateWebsiteInput,
  attempt?: Attempt,
): Promise<WebsiteDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const id = newId();
    await teamMeant(tx, input.team, 'team');
    await tx.query(
      `INSERT INTO widget (id, key, name, origins, team_id, languages, asks_email, greeting, accent, side, verified_only, nonce)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, `w_${randomBytes(16).toString('base64url')}`, input.name, input.origins, input.team],
        ...[input.languages, input.asks_email, input.greeting, input.accent, input.side, input.verified_only],
        newNonce(),
      ],
    );
    await recordEvent(tx, 'website.created', { website_id: id, name: input.name }, actor.id);
    return readWebsite(tx, id);
  });
}
