import type { Tx } from '../../db/transaction';
import { Forbidden, NotFound } from '../../errors';
import { MERGE_PROBLEMS } from '../../rules/customer-merge';
import type { Actor } from '../../rules/permissions';
import { visibleTickets } from '../../rules/visibility';
import type { CustomerRow } from './lock-customer';

/**
 * Two customers under the strongest lock: who files a ticket for one of them or signs in as one waits, and then finds
 * the other. Taken in one order, whoever asks.
 *
 * @throws NotFound when one of the ids is nobody's or that of staff.
 */
export async function lockCustomers(
  tx: Tx,
  oneId: string,
  otherId: string,
): Promise<[one: CustomerRow, other: CustomerRow]> {
  const { rows } = await tx.query<CustomerRow>(
    `SELECT id, name, email, phone, external_id, facts, links, is_vip, organisation_id, disabled_at, merged_into
     FROM person WHERE id IN ($1, $2) AND role = 'customer' ORDER BY id FOR UPDATE`,
    [oneId, otherId],
  );
  const [one, other] = [oneId, otherId].map((id) => rows.find((row) => row.id === id));
  if (!one || !other) throw new NotFound();
  return [one, other];
}

/**
 * Each of two merged customers reads what the other wrote, so only who sees all of it may merge them, and take it back:
 * else an address of one's own would open tickets of others.
 *
 * @throws Forbidden `unseen_tickets`.
 */
export async function refuseUnseen(tx: Tx, actor: Actor, customers: readonly string[]): Promise<void> {
  if (actor.role === 'admin') return;
  const { rowCount } = await tx.query(
    `SELECT 1 FROM ticket t WHERE t.customer_id = ANY($2::uuid[]) AND t.deleted_at IS NULL
       AND NOT (${visibleTickets(actor, '$1')}) LIMIT 1`,
    [actor.id, customers],
  );
  if (rowCount) throw new Forbidden(MERGE_PROBLEMS.unseen_tickets, 'unseen_tickets');
}
