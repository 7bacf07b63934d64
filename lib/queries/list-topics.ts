import { type Sql, sql } from '../db/transaction';
import { NotFound } from '../errors';
import { type Actor, isStaff } from '../rules/permissions';
import { textIn } from '../rules/text-in';
import type { TopicDto } from '../schemas/topic';
import type { Locale } from '../schemas/values';

interface TopicRow {
  id: string;
  key: string;
  names: Record<string, string>;
  team: { id: string; name: string } | null;
  skills: string[];
  preferred_skills: string[];
  position: number;
  is_archived: boolean;
}

const topicRows = (
  where: string,
): string => `SELECT t.id, t.key, t.names, t.skills, t.preferred_skills, t.position,
    t.archived_at IS NOT NULL AS is_archived,
    CASE WHEN team.id IS NULL THEN NULL ELSE json_build_object('id', team.id, 'name', team.name) END AS team
  FROM topic t LEFT JOIN team ON team.id = t.team_id WHERE ${where}
  ORDER BY t.archived_at IS NOT NULL, t.position, t.id`;

/** The topics in their order, named in `locale` as far as they can be; archived ones, when asked for, come last. */
export async function listTopics(
  actor: Pick<Actor, 'role'>,
  { locale, archived = false }: { locale: Locale; archived?: boolean },
): Promise<{ results: TopicDto[] }> {
  const staff = isStaff(actor.role);
  const { rows } = await sql.query<TopicRow>(topicRows(staff && archived ? 'true' : 't.archived_at IS NULL'));
  return { results: rows.map((row) => present(row, locale, staff)) };
}

/** One topic, as staff sees it. */
export async function getTopic(from: Sql, id: string, locale: Locale): Promise<TopicDto> {
  const { rows } = await from.query<TopicRow>(topicRows('t.id = $1'), [id]);
  if (!rows[0]) throw new NotFound();
  return present(rows[0], locale, true);
}

function present(row: TopicRow, locale: Locale, staff: boolean): TopicDto {
  const { id, key, ...rest } = row;
  return { id, key, name: textIn(row.names, locale), ...(staff ? rest : {}) };
}
