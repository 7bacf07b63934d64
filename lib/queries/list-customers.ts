import { organisationOf } from '../db/sql/organisation-of';
import { type Sql, sql } from '../db/transaction';
import { Forbidden } from '../errors';
import { type Actor, isStaff } from '../rules/permissions';
import type { SearchQuery } from '../rules/search-query';
import type { CustomerListDto, ListCustomersQuery } from '../schemas/customer';
import type { CustomerHitDto } from '../schemas/search';
import { containing } from './containing';
import { decodeCursor, pageOf } from './cursor';

const COLUMNS = 'p.id, p.name, p.email, p.phone, p.external_id';
const DIGITS = String.raw`regexp_replace(p.phone, '\D', '', 'g')`;
/** Customers beside the tickets of a search. */
const BESIDE = 5;

/**
 * Name, address, external id or telephone number hold the text; `$1` is the pattern, `$2` that of the digits in it or
 * null. Every part has an index of trigrams; three letters or digits are the least that one can use.
 */
const MATCHES = `(lower(p.name) LIKE $1 OR p.email LIKE $1 OR lower(p.external_id) LIKE $1
  OR ($2::text IS NOT NULL AND p.phone IS NOT NULL AND ${DIGITS} LIKE $2))`;

/** Who is named so, himself or as one who was merged into him. */
const NAMED = `SELECT coalesce(p.merged_into, p.id) FROM person p WHERE p.role = 'customer' AND ${MATCHES}`;

function patterns(text: string): [string, string | null] {
  const digits = text.replace(/\D/g, '');
  const isNumber = digits.length >= 3 && /^\+?[\d\s()./-]+$/.test(text);
  return [containing(text.trim()), isNumber ? `%${digits}%` : null];
}

/** One page of customers by name, for staff; those who have not been here for long are not left out. */
export async function listCustomers(
  actor: Actor,
  { q, organisation, limit, cursor }: ListCustomersQuery,
): Promise<{ results: CustomerListDto[]; next: string | null }> {
  if (!isStaff(actor.role)) throw new Forbidden();
  const after = cursor ? (decodeCursor(actor.id, 'customers', cursor) as [string, string]) : null;
  const values: unknown[] = q ? patterns(q) : [];
  const where = ["p.role = 'customer'", 'p.merged_into IS NULL', ...(q ? [`p.id IN (${NAMED})`] : [])];
  if (organisation) {
    values.push(organisation);
    where.push(`p.organisation_id = $${values.length}`);
  }
  if (after) {
    values.push(...after);
    where.push(`(p.name, p.id) > ($${values.length - 1}, $${values.length}::uuid)`);
  }
  const { rows } = await sql.query<CustomerListDto>(
    `SELECT ${COLUMNS}, p.disabled_at IS NULL AS is_active, p.is_vip, p.is_blocked, ${organisationOf('p')} AS organisation,
            to_char(p.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS created_at
     FROM person p WHERE ${where.join(' AND ')} ORDER BY p.name, p.id LIMIT ${limit + 1}`,
    values,
  );
  const { shown, next } = pageOf(actor.id, 'customers', {
    rows,
    limit,
    placeOf: ({ name, id }) => [name, id],
  });
  return { results: shown, next };
}

/** The customers that a search most likely means: those named exactly first, then those whose name begins so. */
export async function customersMatching(from: Sql, { text }: SearchQuery): Promise<CustomerHitDto[]> {
  const name = text.replaceAll('"', '').trim().toLowerCase();
  if (name.length < 2) return [];
  const [like, digits] = patterns(name);
  const { rows } = await from.query<CustomerHitDto>(
    `SELECT ${COLUMNS} FROM person p WHERE p.merged_into IS NULL AND p.id IN (${NAMED})
     ORDER BY coalesce(p.email = $3 OR lower(p.external_id) = $3 OR ${DIGITS} = regexp_replace($2, '%', '', 'g'), false) DESC,
              starts_with(lower(p.name), $3) DESC, p.name, p.id LIMIT ${BESIDE}`,
    [like, digits, name],
  );
  return rows;
}
