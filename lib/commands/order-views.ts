import { inTransaction } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import type { Actor } from '../rules/permissions';
import { may } from '../rules/permissions';

/**
 * Puts views into this order: one's own, or as an admin the shared ones. They take the places that they have now, so
 * those that are not named stay where they are.
 *
 * @throws NotFound for one that is somebody else's, Forbidden for a shared one.
 */
export function orderViews(actor: Actor, ids: readonly string[]): Promise<void> {
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{ owner_id: string | null }>(
      `SELECT owner_id FROM view WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
      [ids],
    );
    if (rows.length !== new Set(ids).size) throw new NotFound();
    for (const { owner_id } of rows) {
      if (owner_id !== null && owner_id !== actor.id) throw new NotFound();
      if (owner_id === null && !may(actor, 'view.edit_any')) throw new Forbidden();
    }
    await tx.query(
      `WITH wanted AS (SELECT id, row_number() OVER (ORDER BY n) AS place FROM unnest($1::uuid[]) WITH ORDINALITY x (id, n)),
         places AS (SELECT position, row_number() OVER (ORDER BY position, id) AS place FROM view WHERE id = ANY($1::uuid[]))
       UPDATE view v SET position = p.position FROM wanted w JOIN places p USING (place) WHERE v.id = w.id`,
      [ids],
    );
  });
}
