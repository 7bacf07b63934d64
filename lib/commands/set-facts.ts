import { inTransaction } from '../db/transaction';
import { Forbidden, Invalid, NotFound } from '../errors';
import { recordEvent } from '../events/record';
import { findCustomers } from '../queries/find-customers';
import { getCustomer } from '../queries/get-customer';
import { type Actor, may } from '../rules/permissions';
import type { CustomerDto } from '../schemas/customer';
import type { SetFactsInput } from '../schemas/customer-facts';
import { tellFacts } from './steps/tell-facts';

/**
 * Takes in all that one program knows about a customer, in place of what it told before; what staff wrote down and
 * other programs told stays. The same again is noted with its time, and is no event.
 *
 * @param ref the customer's id, e-mail address or external id.
 * @throws NotFound when that names no active customer; Invalid `facts: too_many` beyond 100 of all sources.
 */
export function setFacts(actor: Actor, ref: string, { source, facts }: SetFactsInput): Promise<CustomerDto> {
  if (!may(actor, 'customer.tell_facts')) throw new Forbidden();
  return inTransaction(async (tx) => {
    const [id] = await findCustomers(tx, [ref]);
    if (!id) throw new NotFound();
    const told = [{ key: 0, id, facts }];
    const { updated, refused, missed } = await tellFacts(tx, source, told, { isAll: true });
    if (missed.length > 0) throw new NotFound();
    if (refused.length > 0) throw new Invalid({ facts: ['too_many'] });
    if (updated.length > 0)
      await recordEvent(tx, 'customer.changed', { person_id: id, fields: ['facts'] }, actor.id);
    return getCustomer(actor, id, tx);
  });
}
