import { type PersonRow, personColumns } from '../../db/sql/person-row';
import type { Tx } from '../../db/transaction';
import { Conflict, NotFound } from '../../errors';

/**
 * The row of a person, held until the transaction ends.
 *
 * @throws NotFound when there is none; Conflict `merged` when it is a customer who became part of another.
 */
export async function lockPerson(tx: Tx, id: string): Promise<PersonRow> {
  const { rows } = await tx.query<PersonRow>(
    `SELECT ${personColumns} FROM person WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  if (!rows[0]) throw new NotFound();
  if (rows[0].mergedInto !== null)
    throw new Conflict('merged', 'This customer is part of another one. Part them first.');
  return rows[0];
}

/**
 * To be called before somebody stops being an active admin: holds all admins' rows, in one order, so that two who
 * remove each other come one after the other. Throws Conflict `last_admin` when `id` is the only one.
 */
export async function keepAnAdmin(tx: Tx, id: string): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT id FROM person WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR NO KEY UPDATE`,
  );
  if (rows.length === 1 && rows[0]!.id === id) {
    throw new Conflict('last_admin', 'This is the last admin. Make somebody else admin first.');
  }
}
