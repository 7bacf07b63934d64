import { type ScopeRow, scopeColumns } from '../auth/scope-columns';
import type { Sql } from '../db/transaction';
import { can, type TicketFacts } from '../rules/permissions';
import type { Role } from '../schemas/values';

interface Candidate {
  id: string;
  name: string;
  can_see: boolean;
}

/** Of these people those who work here, each with whether he may read the ticket; `where` names conditions on `p`. */
export async function staffWhoSee(
  from: Sql,
  ticket: TicketFacts,
  where: string,
  values: unknown[],
): Promise<Candidate[]> {
  const { rows } = await from.query<ScopeRow & { id: string; name: string; role: Role }>(
    `SELECT p.id, p.name, p.role, ${scopeColumns} FROM person p
     WHERE p.role <> 'customer' AND p.disabled_at IS NULL AND ${where}`,
    values,
  );
  return rows.map(({ id, name, role, visibility, teamIds }) => ({
    id,
    name,
    can_see: can({ id, role, scope: { visibility, team_ids: teamIds } }, 'ticket.read', ticket),
  }));
}
