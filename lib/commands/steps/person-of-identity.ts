import type { Tx } from '../../db/transaction';
import { Unauthenticated } from '../../errors';
import { isStaff } from '../../rules/permissions';
import type { Role } from '../../schemas/values';
import { insertPerson } from './insert-person';

/** Whom a website says that somebody is; what is null it does not say. */
export interface Identity {
  externalId: string;
  email: string | null;
  name: string | null;
}

interface Found {
  id: string;
  role: Role;
  email: string | null;
  external_id: string | null;
  is_disabled: boolean;
}

const byColumn = async (tx: Tx, column: 'external_id' | 'email', value: string): Promise<Found | null> => {
  const { rows } = await tx.query<Found>(
    `SELECT k.id, k.role, k.email, k.external_id, k.disabled_at IS NOT NULL AS is_disabled
     FROM person p JOIN person k ON k.id = coalesce(p.merged_into, p.id) WHERE p.${column} = $1`,
    [value],
  );
  return rows[0] ?? null;
};

/**
 * The customer whom a website vouches for: by its own id of him, else by his address, else made. An address that it
 * tells is proved; one that belongs to somebody else, or to staff, stays where it is.
 *
 * @returns his id, and the address that is his now. @throws Unauthenticated for staff, or who was deactivated.
 */
export async function personOfIdentity(
  tx: Tx,
  { externalId, email, name }: Identity,
): Promise<{ id: string; email: string | null }> {
  // two pages of one visitor at once must not make two of him
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 39))', [externalId]);
  const known = await byColumn(tx, 'external_id', externalId);
  const addressed = email === null ? null : await byColumn(tx, 'email', email);
  const mayBeHis = addressed && !isStaff(addressed.role) && addressed.external_id === null ? addressed : null;
  const person = known ?? mayBeHis;
  if (person && (isStaff(person.role) || person.is_disabled)) throw refused();
  if (!person) {
    const given = { externalId, email: addressed ? null : email, name: name ?? externalId };
    const made = await insertPerson(tx, { ...given, role: 'customer' });
    if (!made) throw refused();
    return { id: made.id, email: made.email };
  }
  const isHis = email !== null && (addressed === null || addressed.id === person.id);
  const { rows } = await tx.query<{ email: string | null }>(
    `UPDATE person SET external_id = coalesce(external_id, $2), email = CASE WHEN $4 THEN coalesce(email, $3) ELSE email END,
       is_unproven = is_unproven AND NOT ($4 AND coalesce(email, $3) = $3), updated_at = now()
     WHERE id = $1 RETURNING email`,
    [person.id, externalId, email, isHis],
  );
  return { id: person.id, email: rows[0]!.email === email ? email : null };
}

const refused = () => new Unauthenticated('The website cannot vouch for this person.', 'identity_refused');
