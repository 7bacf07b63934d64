import { forgetVisitor } from '../../auth/visitor-token';
import type { Tx } from '../../db/transaction';
import { Conflict } from '../../errors';
import { recordEvent } from '../../events/record';
import type { VisitorRow } from '../../presenters/visitor';

/**
 * What a locked visitor says of himself. The name goes on to the person who was made for him, while nothing is proved;
 * the address never does.
 *
 * @throws Conflict `email_confirmed` for another address than the one that is proved.
 */
export async function claim(
  tx: Tx,
  { id, person_id, email, email_confirmed, joined_at }: VisitorRow,
  said: { name?: string | undefined; email?: string | null | undefined },
): Promise<void> {
  if (email_confirmed && said.email !== undefined && said.email !== email)
    throw new Conflict('email_confirmed', 'This conversation belongs to the address that was confirmed.');
  if (said.name === undefined && said.email === undefined) return;
  await tx.query(
    `UPDATE visitor SET name = coalesce($2, name), email = CASE WHEN $4 THEN $3 ELSE email END WHERE id = $1`,
    [id, said.name ?? null, said.email ?? null, said.email !== undefined],
  );
  tx.afterCommit(() => forgetVisitor(id));
  // what he has not read can be mailed now
  if (said.email)
    await tx.query(
      `UPDATE chat SET mail_due_at = coalesce(mail_due_at, now() + interval '2 minutes') WHERE visitor_id = $1`,
      [id],
    );
  if (said.name === undefined || joined_at !== null || person_id !== id) return;
  const { rowCount } = await tx.query(
    `UPDATE person SET name = $2, updated_at = now()
     WHERE id = $1 AND name <> $2 AND email IS NULL AND external_id IS NULL AND merged_into IS NULL`,
    [id, said.name],
  );
  if (rowCount) await recordEvent(tx, 'customer.changed', { person_id: id, fields: ['name'] }, id);
}
