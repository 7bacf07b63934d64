import { newId } from '../clock';
import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { readTeam } from '../queries/list-teams';
import { type Actor, may } from '../rules/permissions';
import type { CreateTeamInput, TeamDto } from '../schemas/team';
import { setMembersOf } from './steps/memberships';
import { type Attempt, once } from './steps/once';

/**
 * An admin makes a team.
 * @throws Forbidden; Invalid `name: taken`, whatever its case; Invalid `members`.
 */
export async function createTeam(actor: Actor, input: CreateTeamInput, attempt?: Attempt): Promise<TeamDto> {
  if (!may(actor, 'team.edit')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const id = newId();
    const { rowCount } = await tx.query(
      'INSERT INTO team (id, name, routing, claims, keeps_skills) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
      [id, input.name, input.routing, input.claims, input.keeps_skills],
    );
    if (rowCount === 0) throw new Invalid({ name: ['taken'] });
    const members = await setMembersOf(tx, id, input.members, actor.id);
    await recordEvent(tx, 'team.created', { team_id: id, name: input.name, ...members }, actor.id);
    return readTeam(tx, id);
  });
}
