import type { Tx } from '../../db/transaction';
import { Conflict, NotFound } from '../../errors';
import type { KnownFact } from '../../rules/facts';

export interface CustomerRow {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  external_id: string | null;
  facts: KnownFact[];
  links: { label: string; url: string }[];
  is_vip: boolean;
  is_blocked: boolean;
  organisation_id: string | null;
  disabled_at: Date | null;
  merged_into: string | null;
}

/** The row of a customer, held until the transaction ends. Throws NotFound for an id of staff or of nobody. */
export async function lockCustomer(tx: Tx, id: string): Promise<CustomerRow> {
  const { rows } = await tx.query<CustomerRow>(
    `SELECT id, name, email, phone, external_id, facts, links, is_vip, is_blocked, organisation_id, disabled_at, merged_into
     FROM person WHERE id = $1 AND role = 'customer' FOR NO KEY UPDATE`,
    [id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** The same, of one that stands for himself. @throws Conflict `merged` with `merged_into` when he is part of another. */
export async function lockOwnCustomer(tx: Tx, id: string): Promise<CustomerRow> {
  const customer = await lockCustomer(tx, id);
  if (customer.merged_into !== null)
    throw new Conflict('merged', 'This customer is part of another one.', {
      merged_into: customer.merged_into,
    });
  return customer;
}
