import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { recordEvent } from '../../events/record';
import { canonicalAddress } from '../../schemas/email-address';

interface Customer {
  id: string;
  name: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An active customer by id, e-mail or external id; null when there is none. */
export async function findCustomer(tx: Tx, ref: string): Promise<Customer | null> {
  const [column, value] = UUID.test(ref)
    ? ['id', ref]
    : ref.includes('@')
      ? ['email', canonicalAddress(ref)]
      : ['external_id', ref.trim()];
  const { rows } = await tx.query<Customer>(
    `SELECT id, name FROM person WHERE role = 'customer' AND disabled_at IS NULL AND ${column} = $1`,
    [value],
  );
  return rows[0] ?? null;
}

/**
 * Makes the customer of an external id, as an import does; null when the text is an address or an id of ours (mail is
 * sent to nobody who never gave his address), or somebody who is no active customer has that external id.
 */
export async function makeCustomer(tx: Tx, ref: string, actorId: string): Promise<Customer | null> {
  const externalId = ref.trim();
  if (externalId === '' || externalId.length > 120 || ref.includes('@') || UUID.test(ref)) return null;
  const { rows } = await tx.query<Customer>(
    `INSERT INTO person (id, name, role, external_id) VALUES ($1, $2, 'customer', $3)
     ON CONFLICT DO NOTHING RETURNING id, name`,
    [newId(), `Customer ${externalId}`, externalId],
  );
  if (rows[0]) await recordEvent(tx, 'person.created', { person_id: rows[0].id }, actorId);
  return rows[0] ?? null;
}
