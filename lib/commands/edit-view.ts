import { inTransaction, type Tx } from '../db/transaction';
import { Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { getView, getViewRow, type ViewRow } from '../queries/list-views';
import { type Actor, may } from '../rules/permissions';
import type { CreateViewInput, EditViewInput, ViewDto } from '../schemas/view';
import { changesOf } from './steps/changes-of';
import { lastPlace, viewOwner } from './steps/view-owner';

/**
 * Changes a view: its owner, or an admin one that is shared. What is already so is no change.
 *
 * @throws NotFound when he may not use it, Forbidden when he may only use it; Invalid as for a new one.
 */
export async function editView(actor: Actor, id: string, input: EditViewInput): Promise<ViewDto> {
  await inTransaction(async (tx) => {
    const { id: _, owner_id, ...before } = await lockView(tx, actor, id);
    const now = { ...before, team: before.team?.id ?? null, owner: ownerOf(owner_id, before) };
    const after: typeof now = {
      ...now,
      ...input,
      ...(input.owner && input.owner !== 'team' ? { team: null } : {}),
    };
    const changes = Object.keys(changesOf(now, after));
    if (changes.length === 0) return;
    const owner = await viewOwner(tx, actor, after);
    const moves = owner.owner_id !== owner_id;
    await tx.query(
      `UPDATE view SET name = $2, filter = $3, sort = $4, group_by = $5, columns = $6, owner_id = $7, team_id = $8,
         position = coalesce($9, position), updated_at = now() WHERE id = $1`,
      [
        ...[id, after.name, JSON.stringify(after.filter), after.sort, after.group, after.columns],
        ...[owner.owner_id, owner.team_id, moves ? await lastPlace(tx, owner.owner_id) : null],
      ],
    );
    if (owner_id !== null && owner.owner_id !== null) return;
    await recordEvent(tx, 'view.edited', { view_id: id, name: after.name, fields: changes }, actor.id);
  });
  return getView(actor, id);
}

/** Ends a view. @throws as {@link editView}. */
export function deleteView(actor: Actor, id: string): Promise<void> {
  return inTransaction(async (tx) => {
    const { name, owner_id } = await lockView(tx, actor, id);
    await tx.query('DELETE FROM view WHERE id = $1', [id]);
    if (owner_id === null) await recordEvent(tx, 'view.deleted', { view_id: id, name }, actor.id);
  });
}

async function lockView(tx: Tx, actor: Actor, id: string): Promise<ViewRow> {
  await tx.query('SELECT 1 FROM view WHERE id = $1 FOR UPDATE', [id]);
  const view = await getViewRow(actor, id, tx);
  if (!may(actor, view.owner_id === actor.id ? 'view.edit_own' : 'view.edit_any')) throw new Forbidden();
  return view;
}

const ownerOf = (ownerId: string | null, { team }: Pick<ViewRow, 'team'>): CreateViewInput['owner'] =>
  ownerId !== null ? 'me' : team ? 'team' : 'all';
