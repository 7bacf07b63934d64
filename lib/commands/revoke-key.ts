import { forgetKeys } from '../auth/api-key';
import { inTransaction } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { recordEvent } from '../events/record';
import { type Actor, may } from '../rules/permissions';

/** Ends a key for good: here at once, elsewhere within two seconds. Twice is once. */
export function revokeKey(actor: Actor, id: string): Promise<void> {
  if (!may(actor, 'key.manage')) throw new Forbidden();
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{ name: string; revoked_at: Date | null }>(
      'SELECT name, revoked_at FROM api_key WHERE id = $1 FOR UPDATE',
      [id],
    );
    const key = rows[0];
    if (!key) throw new NotFound();
    if (key.revoked_at !== null) return;
    await tx.query('UPDATE api_key SET revoked_at = now() WHERE id = $1', [id]);
    await recordEvent(tx, 'key.revoked', { key_id: id, name: key.name }, actor.id);
    tx.afterCommit(forgetKeys);
  });
}
