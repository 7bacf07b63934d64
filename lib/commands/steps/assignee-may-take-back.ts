import { MAY_GO_ON } from '../../db/sql/presence';
import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { getSettings } from '../../queries/get-settings';
import { personLoads, weights } from '../../queries/person-loads';
import { kindOf, type Limits, mayTakeBack } from '../../rules/capacity';
import { UNSOLVED } from '../../schemas/values';

/** What the ticket counts in his load before the answer. */
async function weightNow(tx: Tx, ticket: TicketRow): Promise<number> {
  if (!(UNSOLVED as readonly string[]).includes(ticket.status)) return 0;
  const { waiting, asleep } = await weights(tx);
  if (ticket.snoozed_until !== null || ticket.snoozed_for_reply) return asleep;
  return ticket.status === 'WAITING_ON_CUSTOMER' ? waiting : 1;
}

/** Locks the assignee's row and asks whether he may go on with a ticket that its customer answered. */
export async function assigneeMayTakeBack(tx: Tx, ticket: TicketRow): Promise<boolean> {
  if (ticket.assignee_id === null) return false;
  const { rows } = await tx.query<Limits & { available: boolean }>(
    `SELECT capacity, capacity_calls, capacity_total, ${MAY_GO_ON} AS available
     FROM person WHERE id = $1 FOR NO KEY UPDATE`,
    [ticket.assignee_id],
  );
  const agent = rows[0];
  if (!agent) return false;
  const load = (await personLoads(tx, [ticket.assignee_id])).get(ticket.assignee_id)!;
  const { continuity_places: above } = await getSettings(tx);
  return mayTakeBack(kindOf(ticket.channel), agent, load, {
    needed: 1 - (await weightNow(tx, ticket)),
    above,
  });
}

/** Whether the assignee is there to answer, busy or not. */
export async function assigneeIsThere(tx: Tx, assigneeId: string): Promise<boolean> {
  const { rows } = await tx.query<{ there: boolean }>(
    `SELECT ${MAY_GO_ON} AS there FROM person WHERE id = $1 FOR NO KEY UPDATE`,
    [assigneeId],
  );
  return rows[0]?.there ?? false;
}
