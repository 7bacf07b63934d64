import { type Sql, sql } from '../db/transaction';
import { NotFound } from '../errors';
import { type Actor, may } from '../rules/permissions';
import { viewsFor } from '../rules/views';
import type { ViewDto } from '../schemas/view';
import { countView } from './count-view';

export interface ViewRow extends Pick<ViewDto, 'filter' | 'sort' | 'group' | 'columns' | 'team'> {
  id: string;
  name: string;
  owner_id: string | null;
}

const rowsWhere = (
  where: string,
) => `SELECT v.id, v.name, v.filter, v.sort, v.group_by AS group, v.columns, v.owner_id,
    CASE WHEN team.id IS NULL THEN NULL ELSE json_build_object('id', team.id, 'name', team.name) END AS team
  FROM view v LEFT JOIN team ON team.id = v.team_id
  WHERE (v.owner_id = $1 OR v.owner_id IS NULL AND (v.team_id IS NULL OR v.team_id = ANY($2::uuid[]) OR $3)) AND ${where}
  ORDER BY v.owner_id IS NOT NULL, v.position, v.id`;
/** Everybody's, those of his teams and his own; admins see all teams'. */
const reader = (actor: Actor) => [actor.id, actor.scope.team_ids, may(actor, 'view.edit_any')];

/** The views of the person's desk, each with its count: those that every desk has, then shared ones, then his own. */
export async function listViews(actor: Actor): Promise<{ results: ViewDto[] }> {
  const { rows } = await sql.query<ViewRow>(rowsWhere('true'), reader(actor));
  const views = [...viewsFor(actor.role).map(ofDesk), ...rows.map((row) => ofRow(actor, row))];
  const results: ViewDto[] = [];
  // one after the other: a person's sidebar must not take all connections at once
  for (const view of views) results.push({ ...view, ...(await countView(actor, view.filter)) });
  return { results };
}

/** One that this person may use. @throws NotFound */
export async function getViewRow(actor: Actor, id: string, from: Sql = sql): Promise<ViewRow> {
  const { rows } = await from.query<ViewRow>(rowsWhere('v.id = $4'), [...reader(actor), id]);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** The same with its count. */
export async function getView(actor: Actor, id: string): Promise<ViewDto> {
  const view = ofRow(actor, await getViewRow(actor, id));
  return { ...view, ...(await countView(actor, view.filter)) };
}

type Uncounted = Omit<ViewDto, 'count' | 'capped' | 'count_age'>;

const ofDesk = ({ key, filter, sort }: ReturnType<typeof viewsFor>[number]): Uncounted => ({
  ...{ key, name: null, filter, sort, group: null, columns: null },
  ...{ owner: 'desk', team: null, can_edit: false },
});

const ofRow = (actor: Actor, { id, owner_id, ...view }: ViewRow): Uncounted => ({
  ...view,
  key: id,
  owner: owner_id !== null ? 'me' : view.team ? 'team' : 'all',
  can_edit: owner_id === actor.id || may(actor, 'view.edit_any'),
});
