import { inTransaction, type Tx } from '../db/transaction';
import { Forbidden, Invalid, NotFound } from '../errors';
import { recordEvent } from '../events/record';
import { readTeam } from '../queries/list-teams';
import { type Actor, may } from '../rules/permissions';
import type { EditTeamInput, TeamDto } from '../schemas/team';
import { setMembersOf } from './steps/memberships';

/**
 * An admin renames a team, says who is in it, or how its tickets are given out. What is already so is no change and no event.
 * @throws Forbidden, NotFound; Invalid `name: taken`; Invalid `members`.
 */
export async function editTeam(actor: Actor, id: string, input: EditTeamInput): Promise<TeamDto> {
  if (!may(actor, 'team.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    const before = await lockTeam(tx, id);
    const name = input.name ?? before.name;
    const renamed = name !== before.name;
    if (renamed) await rename(tx, id, name);
    const { joined, left } = input.members
      ? await setMembersOf(tx, id, input.members, actor.id)
      : { joined: [], left: [] };
    const given = await setRouting(tx, id, before, input);
    const fields = [
      ...(renamed ? ['name'] : []),
      ...given,
      ...(joined.length + left.length > 0 ? ['members'] : []),
    ];
    if (fields.length > 0) {
      await recordEvent(tx, 'team.edited', { team_id: id, name, fields, joined, left }, actor.id);
    }
    return readTeam(tx, id);
  });
}

const HOW = ['routing', 'claims', 'keeps_skills'] as const;
type Locked = Pick<TeamDto, 'name' | (typeof HOW)[number]>;

async function lockTeam(tx: Tx, id: string): Promise<Locked> {
  const { rows } = await tx.query<Locked>(
    'SELECT name, routing, claims, keeps_skills FROM team WHERE id = $1 FOR NO KEY UPDATE',
    [id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** How its tickets are given out; answers the fields that are another value now. */
async function setRouting(tx: Tx, id: string, before: Locked, input: EditTeamInput): Promise<string[]> {
  const { routing = before.routing, claims = before.claims, keeps_skills = before.keeps_skills } = input;
  const fields = HOW.filter((field) => input[field] !== undefined && input[field] !== before[field]);
  if (fields.length > 0)
    await tx.query(
      'UPDATE team SET routing = $2, claims = $3, keeps_skills = $4, updated_at = now() WHERE id = $1',
      [id, routing, claims, keeps_skills],
    );
  return fields;
}

async function rename(tx: Tx, id: string, name: string): Promise<void> {
  try {
    await tx.query('UPDATE team SET name = $2, updated_at = now() WHERE id = $1', [id, name]);
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new Invalid({ name: ['taken'] });
    throw error;
  }
}
