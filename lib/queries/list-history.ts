import { sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { HistoryDto } from '../schemas/person';
import { decodeCursor, encodeCursor } from './cursor';
import { readPerson } from './get-person';

const PAGE = 30;

interface Row {
  id: string;
  type: string;
  created_at: Date;
  actor_id: string | null;
  actor_name: string | null;
  person_id: string | null;
  person_name: string | null;
  data: { fields?: string[]; changes?: Record<string, unknown>; name?: string };
}

/**
 * What was done to a person and what he did, outside of tickets, newest first: the audit log seen from one person.
 * Two ranges, each of its index; what he did to himself is in both and is told once.
 *
 * @throws Forbidden, NotFound.
 */
export async function listHistory(
  actor: Actor,
  personId: string,
  cursor: string | undefined,
): Promise<{ results: HistoryDto[]; next: string | null }> {
  if (!may(actor, 'person.edit_any')) throw new Forbidden();
  if (!(await readPerson(sql, personId))) throw new NotFound();
  const name = `history of ${personId}`;
  const before = cursor ? (decodeCursor(actor.id, name, cursor) as [string, string]) : null;
  const range = (condition: string) =>
    `(SELECT id, type, actor_id, data, created_at FROM event WHERE ticket_id IS NULL AND ${condition}
        ${before ? 'AND (created_at, id) < ($2::timestamptz, $3::uuid)' : ''}
      ORDER BY created_at DESC, id DESC LIMIT ${PAGE + 1})`;
  const { rows } = await sql.query<Row>(
    `SELECT e.id, e.type, e.created_at, e.actor_id, a.name AS actor_name, p.id AS person_id, p.name AS person_name, e.data
     FROM (${range(`data ->> 'person_id' = $1::text`)} UNION ${range('actor_id = $1::uuid')}) e
     LEFT JOIN person a ON a.id = e.actor_id
     LEFT JOIN person p ON p.id::text = e.data ->> 'person_id'
     ORDER BY e.created_at DESC, e.id DESC LIMIT ${PAGE + 1}`,
    before ? [personId, ...before] : [personId],
  );
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const next =
    rows.length > PAGE && last
      ? encodeCursor(actor.id, name, [last.created_at.toISOString(), last.id])
      : null;
  return { results: page.map((row) => present(row, personId)), next };
}

const present = ({ data, ...row }: Row, personId: string): HistoryDto => ({
  id: row.id,
  type: row.type,
  actor: row.actor_id && row.actor_name !== null ? { id: row.actor_id, name: row.actor_name } : null,
  person:
    row.person_id && row.person_id !== personId ? { id: row.person_id, name: row.person_name ?? '' } : null,
  fields: data.fields ?? Object.keys(data.changes ?? {}),
  team: row.type.startsWith('team.') ? (data.name ?? null) : null,
  created_at: row.created_at.toISOString(),
});
