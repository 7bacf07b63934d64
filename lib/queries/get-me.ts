import { sql } from '../db/transaction';
import { Unauthenticated } from '../errors';
import { presentMe } from '../presenters/person';
import type { Actor } from '../rules/permissions';
import type { MeDto } from '../schemas/person';
import { readPerson } from './get-person';

/** The person who asks. Throws Unauthenticated when his row is gone between two questions. */
export async function getMe(actor: Actor): Promise<MeDto> {
  const person = await readPerson(sql, actor.id);
  if (!person) throw new Unauthenticated();
  return presentMe(person, actor.scope);
}
