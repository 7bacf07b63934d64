import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { personLoads, waitingWeight } from '../../queries/person-loads';
import { kindOf, type Limits, mayTakeBack } from '../../rules/capacity';
import { UNSOLVED } from '../../schemas/values';

/** What the ticket counts in his load before the answer. */
async function weightNow(tx: Tx, ticket: TicketRow): Promise<number> {
  if (ticket.status === 'WAITING_ON_CUSTOMER') return waitingWeight(tx);
  return (UNSOLVED as readonly string[]).includes(ticket.status) ? 1 : 0;
}

/** Locks the assignee's row and asks whether he may go on with a ticket that its customer answered. */
export async function assigneeMayTakeBack(tx: Tx, ticket: TicketRow): Promise<boolean> {
  if (ticket.assignee_id === null) return false;
  const { rows } = await tx.query<Limits & { available: boolean }>(
    `SELECT capacity, capacity_calls, capacity_total, is_available AND disabled_at IS NULL AND role <> 'customer' AS available
     FROM person WHERE id = $1 FOR NO KEY UPDATE`,
    [ticket.assignee_id],
  );
  const agent = rows[0];
  if (!agent) return false;
  const load = (await personLoads(tx, [ticket.assignee_id])).get(ticket.assignee_id)!;
  return mayTakeBack(kindOf(ticket.channel), agent, load, 1 - (await weightNow(tx, ticket)));
}
