import { inTransaction, type Tx } from '../db/transaction';
import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { getCustomer } from '../queries/get-customer';
import { type Actor, may } from '../rules/permissions';
import type { CustomerDto, EditCustomerInput } from '../schemas/customer';
import { lockOwnCustomer } from './steps/lock-customer';
import { weighCustomers } from './steps/weigh-customers';

type Field = keyof EditCustomerInput;

/** Fields that are called otherwise in the table. */
const columnOf = (field: Field) => (field === 'organisation' ? 'organisation_id' : field);

/**
 * Changes what staff knows about a customer: name, telephone number, external id, organisation, VIP, blocked, facts and links. His
 * address is his login and is not changed here, nor is what programs told. What is as it was changes nothing and records nothing.
 *
 * @throws NotFound when the id is no customer's; Conflict `merged`; Invalid `external_id: taken`, `organisation: unknown`.
 */
export function editCustomer(actor: Actor, id: string, input: EditCustomerInput): Promise<CustomerDto> {
  if (!may(actor, 'customer.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    const before = await lockOwnCustomer(tx, id);
    const outside = before.facts.filter(({ source }) => source !== undefined);
    const after = { ...input, ...(input.facts && { facts: [...input.facts, ...outside] }) };
    const fields = (Object.keys(input) as Field[]).filter(
      (field) => after[field] !== undefined && !isSame(after[field], before[columnOf(field)]),
    );
    if (fields.length > 0) {
      await write(tx, id, after, fields);
      if (fields.includes('is_vip') || fields.includes('organisation'))
        await weighCustomers(tx, 'p.id = $1', [id]);
      await recordEvent(tx, 'customer.changed', { person_id: id, fields }, actor.id);
    }
    return getCustomer(actor, id, tx);
  });
}

/** PostgreSQL gives the keys of an object in an order of its own. */
const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

async function write(tx: Tx, id: string, input: EditCustomerInput, fields: readonly Field[]): Promise<void> {
  // names come from the schema of the input, never from what was sent
  const sets = fields.map((field, index) => `${columnOf(field)} = $${index + 2}`);
  const values = fields.map((field) =>
    field === 'facts' || field === 'links' ? JSON.stringify(input[field]) : input[field],
  );
  try {
    await tx.query(`UPDATE person SET ${[...sets, 'updated_at = now()'].join(', ')} WHERE id = $1`, [
      id,
      ...values,
    ]);
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new Invalid({ external_id: ['taken'] });
    if ((error as { code?: string }).code === '23503') throw new Invalid({ organisation: ['unknown'] });
    throw error;
  }
}
