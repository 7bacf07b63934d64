import type { PersonRow } from '../db/sql/person-row';
import type { Load } from '../rules/capacity';
import type { MeDto, UserDto } from '../schemas/person';

/** A person as he sees himself. Hashes, subjects and external ids end here. */
export const presentMe = (person: PersonRow): MeDto => ({
  id: person.id,
  email: person.email,
  name: person.name,
  role: person.role,
  languages: person.languages,
  locale: person.locale,
  time_zone: person.timeZone,
  is_available: person.isAvailable,
  capacity: person.capacity,
  capacity_calls: person.capacityCalls,
});

/** A person as staff sees him. */
export const presentUser = (person: PersonRow, load: Load): UserDto => ({
  ...presentMe(person),
  capacity_total: person.capacityTotal,
  is_active: person.disabledAt === null,
  has_password: person.passwordHash !== null,
  load: load.other,
  load_calls: load.call,
  created_at: person.createdAt.toISOString(),
});
