import { topicMeant } from '../db/sql/topic';
import { type Sql, sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type Actor, isStaff } from '../rules/permissions';
import type { CannedReplyDto, ListCannedRepliesQuery } from '../schemas/canned-reply';

type Row = Omit<CannedReplyDto, 'last_used_at' | 'updated_at'> & {
  last_used_at: Date | null;
  updated_at: Date;
};

const cannedReplyRows = (
  where: string,
): string => `SELECT r.id, r.short_code, r.title, r.folder, r.topic, r.bodies, r.actions,
    r.use_count, r.last_used_at, r.updated_at, r.archived_at IS NOT NULL AS is_archived,
    CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('id', o.id, 'name', o.name) END AS owner,
    CASE WHEN team.id IS NULL THEN NULL ELSE json_build_object('id', team.id, 'name', team.name) END AS team,
    CASE WHEN e.id IS NULL THEN NULL ELSE json_build_object('id', e.id, 'name', e.name) END AS updated_by
  FROM canned_reply r LEFT JOIN person o ON o.id = r.owner_id LEFT JOIN person e ON e.id = r.updated_by
    LEFT JOIN team ON team.id = r.team_id
  WHERE ${where} ORDER BY r.archived_at IS NOT NULL, lower(r.folder) NULLS FIRST, lower(r.title), r.id`;

/** Everybody's, those of his teams, and his own; admins all. `me` is the placeholder with the person's id. */
const readable = ({ role }: Pick<Actor, 'role'>, me: string): string =>
  role === 'admin'
    ? `${me}::uuid IS NOT NULL`
    : `(r.owner_id = ${me} OR r.owner_id IS NULL AND (r.team_id IS NULL OR EXISTS
        (SELECT 1 FROM team_member m WHERE m.team_id = r.team_id AND m.person_id = ${me})))`;

/** The canned replies that this person may use, by folder and title; a house has hundreds, not thousands. */
export async function listCannedReplies(
  actor: Actor,
  { q, folder, topic, all }: ListCannedRepliesQuery,
): Promise<{ results: CannedReplyDto[] }> {
  if (!isStaff(actor.role)) throw new Forbidden();
  const values: unknown[] = [actor.id];
  const add = (value: unknown) => `$${values.push(value)}`;
  const where = [readable(actor, '$1')];
  if (all !== '1') where.push('r.archived_at IS NULL');
  if (folder) where.push(`lower(r.folder) = lower(${add(folder)})`);
  if (topic) {
    const given = add(topic);
    where.push(`r.topic IN (${given}, (SELECT key FROM (${topicMeant(given)}) meant))`);
  }
  if (q) {
    const part = add(`%${q.trim().replace(/[\\%_]/g, '\\$&')}%`);
    where.push(`(r.short_code ILIKE ${part} OR r.title ILIKE ${part}
      OR EXISTS (SELECT 1 FROM jsonb_each_text(r.bodies) b WHERE b.value ILIKE ${part}))`);
  }
  const { rows } = await sql.query<Row>(cannedReplyRows(where.join(' AND ')), values);
  return { results: rows.map(present) };
}

/** One that this person may use. @throws NotFound */
export async function getCannedReply(actor: Actor, id: string, from: Sql = sql): Promise<CannedReplyDto> {
  if (!isStaff(actor.role)) throw new Forbidden();
  const { rows } = await from.query<Row>(cannedReplyRows(`${readable(actor, '$1')} AND r.id = $2`), [
    actor.id,
    id,
  ]);
  if (!rows[0]) throw new NotFound();
  return present(rows[0]);
}

const present = (row: Row): CannedReplyDto => ({
  ...row,
  last_used_at: row.last_used_at?.toISOString() ?? null,
  updated_at: row.updated_at.toISOString(),
});
