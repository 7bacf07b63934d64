import type { Visibility } from '../schemas/values';

/** How far an agent sees, as it is read with every login: of sessions and of keys. */
export interface ScopeRow {
  visibility: Visibility;
  teamIds: string[];
}

/** The columns of {@link ScopeRow} beside a person `p`. */
export const scopeColumns = `
  coalesce((SELECT value #>> '{}' FROM setting WHERE key = 'visibility'), 'team') AS visibility,
  ARRAY(SELECT team_id FROM team_member WHERE person_id = p.id) AS "teamIds"`;
