import { forgetLogins } from '../../auth/read-actor';
import type { Tx } from '../../db/transaction';
import { recordEvent } from '../../events/record';

/**
 * Revokes logins of a person, all or the named ones, except `keep`; each is recorded, so that its open sockets close.
 * Returns how many there were.
 */
export async function endSessions(
  tx: Tx,
  personId: string,
  { only, keep, actorId }: { only?: string; keep?: string | null; actorId: string | null },
): Promise<number> {
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE session SET revoked_at = now()
     WHERE person_id = $1 AND revoked_at IS NULL AND ($2::uuid IS NULL OR id = $2) AND id IS DISTINCT FROM $3::uuid
     RETURNING id`,
    [personId, only ?? null, keep ?? null],
  );
  for (const { id } of rows) {
    await recordEvent(tx, 'session.ended', { person_id: personId, session_id: id }, actorId);
  }
  tx.afterCommit(() => forgetLogins(rows.map((row) => row.id)));
  return rows.length;
}
