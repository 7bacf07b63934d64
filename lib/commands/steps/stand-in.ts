import { type PersonRow, personColumns } from '../../db/sql/person-row';
import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { stoodIn } from '../../rules/routing-reason';
import { isAbsent } from '../../rules/shifts';
import { statusAfterAssign } from '../../rules/status';
import { setAssignee } from './set-assignee';

/**
 * Gives a locked ticket that its customer answers to whoever stands in for its agent, if that one is out of office.
 * Returns the ticket as it is then; null when nobody stands in.
 */
export async function giveToStandIn(tx: Tx, ticket: TicketRow): Promise<TicketRow | null> {
  if (ticket.assignee_id === null || ticket.status === 'CLOSED') return null;
  const read = async (id: string) =>
    (await tx.query<PersonRow>(`SELECT ${personColumns} FROM person WHERE id = $1`, [id])).rows[0];
  const holder = await read(ticket.assignee_id);
  if (!holder?.absence?.stand_in || !isAbsent(holder, Date.now())) return null;
  const other = await read(holder.absence.stand_in);
  if (!other || other.disabledAt !== null || other.role === 'customer') return null;
  await setAssignee(tx, ticket, other.id, { actorId: null, reason: stoodIn(other.name, holder.name) });
  const status = statusAfterAssign(ticket.status, true);
  return { ...ticket, assignee_id: other.id, assignee_name: other.name, status, is_held: false };
}
