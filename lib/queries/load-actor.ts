import { type ScopeRow, scopeColumns } from '../auth/scope-columns';
import type { Sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import type { Role } from '../schemas/values';

/** A person as one who acts, with the rights of now; null when he was deactivated. For acts that were put off. */
export async function loadActor(from: Sql, personId: string): Promise<Actor | null> {
  const { rows } = await from.query<ScopeRow & { id: string; role: Role; name: string }>(
    `SELECT p.id, p.role, p.name, ${scopeColumns} FROM person p WHERE p.id = $1 AND p.disabled_at IS NULL`,
    [personId],
  );
  const [row] = rows;
  if (!row) return null;
  const { id, role, name, visibility, teamIds } = row;
  return { id, role, name, sessionId: null, scope: { visibility, team_ids: teamIds } };
}
