import type { Tx } from '../../db/transaction';
import { Forbidden, Invalid } from '../../errors';
import { type Actor, may } from '../../rules/permissions';
import type { CreateViewInput } from '../../schemas/view';
import { requireTeam } from './topic-rules';

/** Views that one person, or all together, may have. */
const MOST = 100;

/**
 * The columns that say whose a view is.
 *
 * @throws Forbidden for an agent's that is not his own; Invalid for a team without its id, or an id without it.
 */
export async function viewOwner(
  tx: Tx,
  actor: Actor,
  { owner, team }: Pick<CreateViewInput, 'owner' | 'team'>,
): Promise<{ owner_id: string | null; team_id: string | null }> {
  if (!may(actor, owner === 'me' ? 'view.edit_own' : 'view.edit_any')) throw new Forbidden();
  if ((owner === 'team') !== (team !== null))
    throw new Invalid({ team: [owner === 'team' ? 'required' : 'not_allowed'] });
  await requireTeam(tx, team);
  return { owner_id: owner === 'me' ? actor.id : null, team_id: team };
}

/** The place after all of the same owner's. @throws Invalid `name: too_many`. */
export async function lastPlace(tx: Tx, ownerId: string | null): Promise<number> {
  const { rows } = await tx.query<{ count: number; last: number }>(
    'SELECT count(*) AS count, coalesce(max(position), 0) AS last FROM view WHERE owner_id IS NOT DISTINCT FROM $1',
    [ownerId],
  );
  if (rows[0]!.count >= MOST) throw new Invalid({ name: ['too_many'] });
  return rows[0]!.last + 1;
}
