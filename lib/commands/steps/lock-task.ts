import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { NotFound } from '../../errors';
import { accessTicket } from '../../queries/access-ticket';
import { taskOf, ticketOfTask } from '../../queries/tasks';
import type { Actor } from '../../rules/permissions';

/** Locks the ticket that a task is of. @throws NotFound when it is hidden, or the task was taken away. */
export async function lockTask(tx: Tx, actor: Actor, id: string): Promise<TicketRow> {
  const ticket = await accessTicket(tx, actor, await ticketOfTask(tx, id), 'ticket.read', { lock: true });
  if ((await taskOf(tx, ticket.id)).id !== id) throw new NotFound();
  return ticket;
}
