import { type PersonRow, personColumns } from '../db/sql/person-row';
import { type Sql, sql } from '../db/transaction';
import { NotFound } from '../errors';
import { presentUser } from '../presenters/person';
import type { Actor } from '../rules/permissions';
import type { UserDto } from '../schemas/person';
import { UNSOLVED } from '../schemas/values';
import { personLoads } from './person-loads';

/**
 * One person, for himself or an admin.
 * @throws NotFound when the id is unknown or not his to see; the two look the same.
 */
export async function getPerson(actor: Actor, id: string): Promise<UserDto> {
  const person = actor.id === id || actor.role === 'admin' ? await readPerson(sql, id) : null;
  if (!person) throw new NotFound();
  return userDtoOf(sql, person);
}

/** The row behind an id without asking who wants it; null when there is none. */
export async function readPerson(from: Sql, id: string): Promise<PersonRow | null> {
  const { rows } = await from.query<PersonRow>(`SELECT ${personColumns} FROM person WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

/** The row with the tickets that the person holds now, and his teams. */
export async function userDtoOf(from: Sql, person: PersonRow): Promise<UserDto> {
  return (await userDtosOf(from, [person]))[0]!;
}

/** The same for a page of people: three queries, however many. */
export async function userDtosOf(from: Sql, people: readonly PersonRow[]): Promise<UserDto[]> {
  const ids = people.map(({ id }) => id);
  const loads = await personLoads(from, ids);
  const { rows } = await from.query<{ person_id: string; id: string; name: string }>(
    `SELECT m.person_id, g.id, g.name FROM team_member m JOIN team g ON g.id = m.team_id
     WHERE m.person_id = ANY($1::uuid[]) ORDER BY lower(g.name)`,
    [ids],
  );
  const open = await from.query<{ id: string; count: number }>(
    `SELECT assignee_id AS id, count(*) AS count FROM ticket
     WHERE assignee_id = ANY($1::uuid[]) AND status = ANY($2::text[]) GROUP BY 1`,
    [ids, UNSOLVED],
  );
  return people.map((person) => {
    const teams = rows.filter((row) => row.person_id === person.id).map(({ id, name }) => ({ id, name }));
    const open_tickets = open.rows.find((row) => row.id === person.id)?.count ?? 0;
    return presentUser(person, loads.get(person.id)!, { teams, open_tickets });
  });
}
