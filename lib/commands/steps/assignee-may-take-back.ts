import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { personLoads } from '../../queries/person-loads';
import { kindOf, type Limits, mayTakeBack } from '../../rules/capacity';
import { UNSOLVED } from '../../schemas/values';

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
  const counted = (UNSOLVED as readonly string[]).includes(ticket.status);
  return mayTakeBack(kindOf(ticket.channel), agent, load, counted);
}
