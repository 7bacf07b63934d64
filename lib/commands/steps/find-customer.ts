import { newId } from '../../clock';
import { organisationOf } from '../../db/sql/organisation-of';
import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { recordEvent } from '../../events/record';
import { customerRefOf, findCustomers } from '../../queries/find-customers';
import { insertPerson } from './insert-person';

type Customer = { id: string; name: string } & Pick<TicketRow, 'customer_is_vip' | 'customer_organisation'>;

/** What a ticket says of person `p`. */
const COLUMNS = `id, name, is_vip AS customer_is_vip, ${organisationOf('p')} AS customer_organisation`;

/** An active customer by id, e-mail or external id, his own or of one who was merged into him; null when there is none. */
export async function findCustomer(tx: Tx, ref: string): Promise<Customer | null> {
  const [id] = await findCustomers(tx, [ref]);
  if (!id) return null;
  const { rows } = await tx.query<Customer>(`SELECT ${COLUMNS} FROM person p WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

/** Makes a customer of whom nothing is known (S0): no name, no address, nobody else. */
export async function makeUnnamed(tx: Tx, actorId: string): Promise<{ id: string }> {
  const given = { email: null, name: 'Unnamed contact', role: 'customer' } as const;
  return (await insertPerson(tx, given, actorId))!;
}

/**
 * Makes the customer of an external id, as an import does; null when the text is an address or an id of ours (mail is
 * sent to nobody who never gave his address), or somebody who is no active customer has that external id.
 */
export async function makeCustomer(tx: Tx, ref: string, actorId: string): Promise<Customer | null> {
  const { external_id: externalId } = customerRefOf(ref);
  if (externalId === undefined || externalId === '' || externalId.length > 120) return null;
  const { rows } = await tx.query<Customer>(
    `INSERT INTO person AS p (id, name, role, external_id) VALUES ($1, $2, 'customer', $3)
     ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
    [newId(), `Customer ${externalId}`, externalId],
  );
  if (rows[0]) await recordEvent(tx, 'person.created', { person_id: rows[0].id }, actorId);
  return rows[0] ?? null;
}
