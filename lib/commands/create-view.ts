import { newId } from '../clock';
import { recordEvent } from '../events/record';
import { getView } from '../queries/list-views';
import type { Actor } from '../rules/permissions';
import type { CreateViewInput, ViewDto } from '../schemas/view';
import { type Attempt, once } from './steps/once';
import { lastPlace, viewOwner } from './steps/view-owner';

/**
 * Saves a view: anybody of the staff for himself, an admin for a team or everybody. It comes last.
 *
 * @throws Forbidden, Invalid for an unknown team or too many views.
 */
export async function createView(actor: Actor, input: CreateViewInput, attempt?: Attempt): Promise<ViewDto> {
  const id = await once(actor, attempt, async (tx) => {
    const { owner_id, team_id } = await viewOwner(tx, actor, input);
    const view_id = newId();
    await tx.query(
      `INSERT INTO view (id, name, filter, sort, group_by, columns, owner_id, team_id, position)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[view_id, input.name, JSON.stringify(input.filter), input.sort, input.group, input.columns],
        ...[owner_id, team_id, await lastPlace(tx, owner_id)],
      ],
    );
    if (owner_id === null) await recordEvent(tx, 'view.created', { view_id, name: input.name }, actor.id);
    return view_id;
  });
  return getView(actor, id);
}
