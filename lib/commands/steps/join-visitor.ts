import { forgetVisitor } from '../../auth/visitor-token';
import type { Tx } from '../../db/transaction';
import { Conflict } from '../../errors';
import { recordEvent } from '../../events/record';
import type { VisitorRow } from '../../presenters/visitor';
import { importUnderWay } from '../../queries/import-under-way';
import { lockCustomers } from './lock-customers';
import { mergeInto } from './merge-into';

/**
 * A locked visitor proved to be somebody: what he began becomes that customer's, and that one's conversations are his
 * to read. Whoever else came by the person he was until now is shut out: nobody proved anything of him.
 *
 * @throws Conflict `other_account` when he is a known customer already, and another one; `import_running`.
 */
export async function joinVisitor(tx: Tx, visitor: VisitorRow, customerId: string): Promise<void> {
  const was = visitor.customer_id;
  if (was !== null && was !== customerId) {
    const [source, target] = await lockCustomers(tx, was, customerId);
    if (source.email !== null || source.external_id !== null || source.merged_into !== null)
      throw otherAccount();
    if (await importUnderWay()) throw new Conflict('import_running', 'Try again in a few minutes.');
    await mergeInto(tx, customerId, source, target);
    // what he has read he has read
    await tx.query(
      `INSERT INTO ticket_read (person_id, ticket_id, message_id, read_at)
       SELECT $2, ticket_id, message_id, read_at FROM ticket_read WHERE person_id = $1 ON CONFLICT DO NOTHING`,
      [source.id, target.id],
    );
  }
  if (visitor.joined_at === null && visitor.person_id !== null) await shutOut(tx, visitor);
  await tx.query('UPDATE visitor SET person_id = $2, joined_at = coalesce(joined_at, now()) WHERE id = $1', [
    visitor.id,
    customerId,
  ]);
  tx.afterCommit(() => forgetVisitor(visitor.id));
}

export const otherAccount = () =>
  new Conflict('other_account', 'This conversation belongs to another account already.');

/** Other devices of the same unproven person, with what they have open; one of them may have planted this one. */
async function shutOut(tx: Tx, { id, person_id }: VisitorRow): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    'DELETE FROM visitor WHERE person_id = $2 AND id <> $1 AND joined_at IS NULL RETURNING id',
    [id, person_id],
  );
  for (const one of rows)
    await recordEvent(tx, 'session.ended', { person_id: person_id!, session_id: one.id }, person_id);
  tx.afterCommit(() => {
    for (const one of rows) forgetVisitor(one.id);
  });
}
