import { type PersonRow, personColumns } from '../db/sql/person-row';
import { type Sql, sql } from '../db/transaction';
import { NotFound } from '../errors';
import { presentUser } from '../presenters/person';
import type { Actor } from '../rules/permissions';
import type { UserDto } from '../schemas/person';
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

/** The row with the tickets that the person holds now. */
export async function userDtoOf(from: Sql, person: PersonRow): Promise<UserDto> {
  const loads = await personLoads(from, [person.id]);
  return presentUser(person, loads.get(person.id)!);
}
