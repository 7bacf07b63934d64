import { newId } from '../../clock';
import { organisationAt } from '../../db/sql/organisation-of';
import { type PersonRow, personColumns } from '../../db/sql/person-row';
import type { Tx } from '../../db/transaction';
import { env } from '../../env';
import { recordEvent } from '../../events/record';
import type { Role } from '../../schemas/values';

export interface NewPerson {
  /** One that was reserved for him; a fresh one unless told. */
  id?: string;
  externalId?: string;
  email: string | null;
  name: string;
  role: Role;
  passwordHash?: string | null;
  googleSubject?: string | null;
  languages?: readonly string[];
  skills?: readonly string[] | undefined;
  locale?: string | undefined;
  timeZone?: string | undefined;
  capacity?: number | undefined;
  capacityCalls?: number | undefined;
  capacityTotal?: number | null | undefined;
}

/**
 * Writes a new person, who starts unavailable and with the installation's limits. Null when somebody has that
 * address already. `actorId` is who made him; he himself when null is given.
 */
export async function insertPerson(
  tx: Tx,
  person: NewPerson,
  actorId: string | null = null,
): Promise<PersonRow | null> {
  const { rows } = await tx.query<PersonRow>(
    `INSERT INTO person (id, email, name, role, password_hash, google_subject, languages, locale, time_zone,
       capacity, capacity_calls, capacity_total, skills, organisation_id, external_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7,
       coalesce($8, (SELECT value #>> '{}' FROM setting WHERE key = 'default_locale'), 'en'), $9, $10, $11, $12, $13,
       CASE WHEN $4 = 'customer' THEN ${organisationAt('$2::text')} END, $14)
     ON CONFLICT DO NOTHING RETURNING ${personColumns}`,
    [
      person.id ?? newId(),
      person.email,
      person.name,
      person.role,
      person.passwordHash ?? null,
      person.googleSubject ?? null,
      person.languages ?? [],
      person.locale ?? null,
      person.timeZone ?? 'UTC',
      person.capacity ?? env().MAX_OTHER_TASKS,
      person.capacityCalls ?? env().MAX_CALL_TASKS,
      person.capacityTotal ?? null,
      person.skills ?? [],
      person.externalId ?? null,
    ],
  );
  const row = rows[0];
  if (!row) return null;
  await recordEvent(tx, 'person.created', { person_id: row.id }, actorId ?? row.id);
  return row;
}
