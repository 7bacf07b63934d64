import type { Sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import type { Lane } from '../rules/queue-order';
import type { Claims } from '../schemas/values';

/** A demand whose tickets somebody may take in batches. */
export interface ClaimableDemand {
  id: number;
  lane: Lane;
  claims: Exclude<Claims, 'off'>;
}

/** What this person may claim: of no team, of his own or, when he sees all, of any; in languages that he speaks. */
export async function claimableDemands(
  sql: Sql,
  { scope }: Pick<Actor, 'scope'>,
  languages: readonly string[],
): Promise<ClaimableDemand[]> {
  const { rows } = await sql.query<ClaimableDemand>(
    `SELECT id, lane, claims FROM (
       SELECT d.id, d.kind AS lane, coalesce(team.claims, (SELECT value #>> '{}' FROM setting WHERE key = 'claims'), 'any') AS claims
       FROM demand d LEFT JOIN team ON team.id = d.team_id
       WHERE d.languages <@ $1::text[] AND (d.team_id IS NULL OR d.team_id = ANY($2::uuid[]) OR $3)
     ) d WHERE claims <> 'off'`,
    [languages, scope.team_ids, scope.visibility === 'all'],
  );
  return rows;
}
