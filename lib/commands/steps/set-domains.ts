import type { Tx } from '../../db/transaction';
import { Invalid } from '../../errors';

/**
 * Writes the domains of an organisation. Customers with an address at one that is new, who are in no organisation, join.
 *
 * @throws Invalid `domains.<n>: taken` by another organisation.
 */
export async function setDomains(tx: Tx, organisationId: string, domains: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM organisation_domain WHERE organisation_id = $1 AND domain <> ALL($2::text[])', [
    organisationId,
    domains,
  ]);
  const { rows: added } = await tx.query<{ domain: string }>(
    `INSERT INTO organisation_domain (domain, organisation_id)
     SELECT domain, $1 FROM unnest($2::text[]) domain ON CONFLICT DO NOTHING RETURNING domain`,
    [organisationId, domains],
  );
  const { rows: taken } = await tx.query<{ domain: string }>(
    'SELECT domain FROM organisation_domain WHERE domain = ANY($2::text[]) AND organisation_id <> $1',
    [organisationId, domains],
  );
  if (taken[0]) throw new Invalid({ [`domains.${domains.indexOf(taken[0].domain)}`]: ['taken'] });
  if (added.length === 0) return;
  await tx.query(
    `UPDATE person p SET organisation_id = $1, updated_at = now() FROM (
       SELECT id FROM person WHERE role = 'customer' AND organisation_id IS NULL AND merged_into IS NULL
         AND split_part(email, '@', 2) = ANY($2::text[]) ORDER BY id FOR NO KEY UPDATE) j
     WHERE p.id = j.id`,
    [organisationId, added.map(({ domain }) => domain)],
  );
}
