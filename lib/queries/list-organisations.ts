import { type Sql, sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type Actor, isStaff } from '../rules/permissions';
import type { ListOrganisationsQuery, OrganisationDto } from '../schemas/organisation';
import { containing } from './containing';
import { decodeCursor, pageOf } from './cursor';

const COLUMNS = `o.id, o.name, o.is_vip,
  ARRAY(SELECT domain FROM organisation_domain d WHERE d.organisation_id = o.id ORDER BY domain) AS domains,
  (SELECT count(*)::int FROM person p WHERE p.organisation_id = o.id AND p.merged_into IS NULL) AS members,
  to_char(o.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS created_at`;

/** One page of organisations by name, for staff. */
export async function listOrganisations(
  actor: Actor,
  { q, limit, cursor }: ListOrganisationsQuery,
): Promise<{ results: OrganisationDto[]; next: string | null }> {
  if (!isStaff(actor.role)) throw new Forbidden();
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const where = ['true'];
  if (q) {
    const like = add(containing(q.trim()));
    where.push(`(lower(o.name) LIKE ${like}
      OR o.id IN (SELECT organisation_id FROM organisation_domain WHERE domain LIKE ${like}))`);
  }
  if (cursor) {
    const [name, id] = decodeCursor(actor.id, 'organisations', cursor) as [string, string];
    where.push(`(o.name, o.id) > (${add(name)}, ${add(id)}::uuid)`);
  }
  const { rows } = await sql.query<OrganisationDto>(
    `SELECT ${COLUMNS} FROM organisation o WHERE ${where.join(' AND ')} ORDER BY o.name, o.id LIMIT ${limit + 1}`,
    values,
  );
  const { shown, next } = pageOf(actor.id, 'organisations', {
    rows,
    limit,
    placeOf: ({ name, id }) => [name, id],
  });
  return { results: shown, next };
}

/** One organisation, for staff. @throws NotFound. */
export async function getOrganisation(actor: Actor, id: string, from: Sql = sql): Promise<OrganisationDto> {
  if (!isStaff(actor.role)) throw new Forbidden();
  const { rows } = await from.query<OrganisationDto>(
    `SELECT ${COLUMNS} FROM organisation o WHERE o.id = $1`,
    [id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}
