import { inTransaction } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { recordEvent } from '../events/record';
import { type Actor, may } from '../rules/permissions';
import { UNSOLVED } from '../schemas/values';
import { setMembersOf } from './steps/memberships';
import { setTeam } from './steps/set-team';

/**
 * An admin dissolves a team. Its unsolved tickets become everybody's, which their log says; solved ones lose the name
 * alone, as topics and canned replies do (foreign keys).
 * @throws Forbidden, NotFound.
 */
export async function deleteTeam(actor: Actor, id: string): Promise<void> {
  if (!may(actor, 'team.edit')) throw new Forbidden();
  await inTransaction(async (tx) => {
    const { rows } = await tx.query<{ name: string }>('SELECT name FROM team WHERE id = $1 FOR UPDATE', [id]);
    const team = rows[0];
    if (!team) throw new NotFound();
    const { left } = await setMembersOf(tx, id, [], actor.id);
    const { rows: tickets } = await tx.query<{ id: string; team_id: string }>(
      `SELECT id, team_id FROM ticket WHERE team_id = $1 AND status = ANY($2::text[]) ORDER BY id FOR NO KEY UPDATE`,
      [id, UNSOLVED],
    );
    for (const ticket of tickets) await setTeam(tx, ticket, null, actor.id);
    await tx.query('DELETE FROM team WHERE id = $1', [id]);
    await recordEvent(tx, 'team.deleted', { team_id: id, name: team.name, left }, actor.id);
  });
}
