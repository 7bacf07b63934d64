import { inTransaction } from '../db/transaction';
import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { getCustomer } from '../queries/get-customer';
import { type Actor, may } from '../rules/permissions';
import type { CustomerDto } from '../schemas/customer';
import { lockOwnCustomer } from './steps/lock-customer';

/**
 * Keeps routing from giving a customer's tickets to somebody of the staff, or lets it again. By hand he may still have
 * them. Twice is once.
 *
 * @throws NotFound when the id is no customer's; Conflict `merged`; Invalid `person: not_an_active_agent`.
 */
export function setBlocked(
  actor: Actor,
  customerId: string,
  personId: string,
  isBlocked: boolean,
): Promise<CustomerDto> {
  if (!may(actor, 'customer.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    await lockOwnCustomer(tx, customerId);
    const { rowCount } = isBlocked
      ? await tx.query(
          `INSERT INTO blocked_pair (customer_id, person_id, blocked_by)
           SELECT $1, id, $3 FROM person WHERE id = $2 AND role <> 'customer' AND disabled_at IS NULL
           ON CONFLICT DO NOTHING`,
          [customerId, personId, actor.id],
        )
      : await tx.query('DELETE FROM blocked_pair WHERE customer_id = $1 AND person_id = $2', [
          customerId,
          personId,
        ]);
    const customer = await getCustomer(actor, customerId, tx);
    if (isBlocked && !customer.blocked_agents.some(({ id }) => id === personId))
      throw new Invalid({ person: ['not_an_active_agent'] });
    const data = { person_id: customerId, agent_id: personId };
    if (rowCount) await recordEvent(tx, isBlocked ? 'pair.blocked' : 'pair.unblocked', data, actor.id);
    return customer;
  });
}
