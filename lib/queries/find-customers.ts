import type { Sql } from '../db/transaction';
import { canonicalAddress } from '../schemas/email-address';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** How a customer was named: one of the three is there, or an address that is none and names nobody. */
interface CustomerRef {
  id?: string;
  email?: string | null;
  external_id?: string;
}

/** What a text means that names a customer: our id, an address where there is an @, else the id of another system. */
export function customerRefOf(text: string): CustomerRef {
  const ref = text.trim();
  if (UUID.test(ref)) return { id: ref.toLowerCase() };
  return ref.includes('@') ? { email: canonicalAddress(ref) } : { external_id: ref };
}

/**
 * The active customers whom these texts name: by our id, e-mail address or the id of another system. Who was merged
 * into somebody is that one.
 *
 * @returns an id for each text, in their order; null where it names nobody.
 */
export async function findCustomers(from: Sql, refs: readonly string[]): Promise<(string | null)[]> {
  const asked = refs.map((ref, n) => ({ n, ...customerRefOf(ref) }));
  const { rows } = await from.query<{ n: number; id: string }>(
    `SELECT r.n, k.id FROM jsonb_to_recordset($1::jsonb) AS r (n int, id uuid, email text, external_id text)
     JOIN LATERAL (SELECT coalesce(p.merged_into, p.id) AS id FROM person p
       WHERE (p.id = r.id OR p.email = r.email OR p.external_id = r.external_id)
         AND p.role = 'customer' AND p.disabled_at IS NULL LIMIT 1) named ON true
     JOIN person k ON k.id = named.id AND k.disabled_at IS NULL`,
    [JSON.stringify(asked)],
  );
  const found = new Map(rows.map(({ n, id }) => [n, id]));
  return refs.map((_ref, n) => found.get(n) ?? null);
}
