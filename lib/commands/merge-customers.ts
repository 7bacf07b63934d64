import type { Tx } from '../db/transaction';
import { Conflict, Forbidden, Invalid } from '../errors';
import { getCustomer } from '../queries/get-customer';
import { importUnderWay } from '../queries/import-under-way';
import { MERGE_PROBLEMS, type MergeParty, mergeProblem } from '../rules/customer-merge';
import { type Actor, may } from '../rules/permissions';
import type { CustomerDto } from '../schemas/customer';
import type { MergeCustomersInput } from '../schemas/customer-merge';
import type { CustomerRow } from './steps/lock-customer';
import { lockCustomers, refuseUnseen } from './steps/lock-customers';
import { mergeInto } from './steps/merge-into';
import { type Attempt, once } from './steps/once';

/**
 * Makes one customer of two (product A10, M5): tickets, notes, facts and links of the one go to the other, and what
 * names the one (his addresses at sign-in and in mail, his ids in the API and in imports) finds the other from now on.
 * His row stays as it was, and what went over is kept, so that {@link unmergeCustomer} gives back exactly that.
 *
 * @param id who goes; `into` who is kept.
 * @returns who is kept.
 * @throws NotFound when one is nobody or staff; Invalid `self`; Conflict `already_merged`, `target_merged`, `inactive`,
 *   `keep_other` when the kept one alone has no address, `import_running`; Forbidden `unseen_tickets`.
 */
export function mergeCustomers(
  actor: Actor,
  id: string,
  { into }: MergeCustomersInput,
  attempt?: Attempt,
): Promise<CustomerDto> {
  if (!may(actor, 'customer.merge')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const [source, target] = await lockMergeable(tx, actor, id, into);
    await mergeInto(tx, actor.id, source, target);
    return getCustomer(actor, target.id, tx);
  });
}

/** Both customers, locked, once nothing speaks against it. */
async function lockMergeable(
  tx: Tx,
  actor: Actor,
  id: string,
  into: string,
): Promise<[source: CustomerRow, target: CustomerRow]> {
  if (id === into) throw new Invalid({ into: ['self'] });
  const [source, target] = await lockCustomers(tx, id, into);
  const problem = mergeProblem(partyOf(source), partyOf(target));
  if (problem) throw new Conflict(problem, MERGE_PROBLEMS[problem]);
  if (await importUnderWay()) throw new Conflict('import_running', 'Wait until the import is through.');
  await refuseUnseen(tx, actor, [source.id, target.id]);
  return [source, target];
}

const partyOf = ({ email, disabled_at, merged_into }: CustomerRow): MergeParty => ({
  email,
  is_active: disabled_at === null,
  is_merged: merged_into !== null,
});
