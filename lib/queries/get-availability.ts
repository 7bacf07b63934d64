import { sql } from '../db/transaction';
import { Unauthenticated } from '../errors';
import { presentAvailability } from '../presenters/person';
import type { Actor } from '../rules/permissions';
import type { AvailabilityDto } from '../schemas/person';
import { readPerson } from './get-person';
import { getSettings } from './get-settings';

/** What the person who asks says about himself. Throws Unauthenticated when his row is gone between two questions. */
export async function getAvailability(actor: Actor): Promise<AvailabilityDto> {
  const [person, { presence }] = await Promise.all([readPerson(sql, actor.id), getSettings()]);
  if (!person) throw new Unauthenticated();
  return presentAvailability(person, presence);
}
