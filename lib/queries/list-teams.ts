import { type Sql, sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type Actor, isStaff } from '../rules/permissions';
import type { TeamDto } from '../schemas/team';
import { UNSOLVED } from '../schemas/values';

const unsolved = UNSOLVED.map((status) => `'${status}'`).join(', ');

interface Row extends Omit<TeamDto, 'created_at'> {
  created_at: Date;
}

/** Teams with their active members and the number of their unsolved tickets; `where` names a condition on `g`. */
const teamRows = (where = 'true') => `
  SELECT g.id, g.name, g.routing, g.claims, g.keeps_skills, g.created_at,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id)
              FROM team_member m JOIN person p ON p.id = m.person_id
              WHERE m.team_id = g.id AND p.disabled_at IS NULL), '[]') AS members,
    (SELECT count(*) FROM (SELECT 1 FROM ticket t
       WHERE t.team_id = g.id AND t.status IN (${unsolved}) AND t.deleted_at IS NULL AND t.spam_at IS NULL
       LIMIT 1000) x) AS open
  FROM team g WHERE ${where} ORDER BY lower(g.name), g.id`;

const present = (row: Row): TeamDto => ({ ...row, created_at: row.created_at.toISOString() });

/** All teams by name, for staff. */
export async function listTeams(actor: Actor): Promise<{ results: TeamDto[] }> {
  if (!isStaff(actor.role)) throw new Forbidden();
  const { rows } = await sql.query<Row>(teamRows());
  return { results: rows.map(present) };
}

/** One team, for staff. Throws NotFound. */
export function getTeam(actor: Actor, id: string): Promise<TeamDto> {
  if (!isStaff(actor.role)) throw new Forbidden();
  return readTeam(sql, id);
}

/** One team without asking who wants it. Throws NotFound. */
export async function readTeam(from: Sql, id: string): Promise<TeamDto> {
  const { rows } = await from.query<Row>(teamRows('g.id = $1'), [id]);
  if (!rows[0]) throw new NotFound();
  return present(rows[0]);
}
