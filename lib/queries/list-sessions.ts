import { sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { SessionDto } from '../schemas/person';
import { readPerson } from './get-person';

interface Row {
  id: string;
  kind: 'browser' | 'api';
  user_agent: string;
  created_at: Date;
  last_seen_at: Date;
}

/**
 * Logins that still hold, the one in use longest ago last: one's own, or for an admin somebody's.
 * @throws Forbidden, NotFound.
 */
export async function listSessions(actor: Actor, personId = actor.id): Promise<{ results: SessionDto[] }> {
  if (personId !== actor.id && !may(actor, 'person.edit_any')) throw new Forbidden();
  if (!(await readPerson(sql, personId))) throw new NotFound();
  const { rows } = await sql.query<Row>(
    `SELECT id, kind, user_agent, created_at, last_seen_at FROM session
     WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > now()
     ORDER BY last_seen_at DESC, id DESC LIMIT 100`,
    [personId],
  );
  return {
    results: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      user_agent: row.user_agent,
      created_at: row.created_at.toISOString(),
      last_seen_at: row.last_seen_at.toISOString(),
      is_current: row.id === actor.sessionId,
    })),
  };
}
