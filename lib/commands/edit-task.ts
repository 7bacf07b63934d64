import type { TicketRow } from '../db/sql/ticket-row';
import { inTransaction } from '../db/transaction';
import { loadTicket } from '../queries/access-ticket';
import { taskOf } from '../queries/tasks';
import { statusMeant } from '../rules/contact-centre';
import type { Actor } from '../rules/permissions';
import type { EditTaskInput, TaskDto } from '../schemas/contact-centre';
import { type AssignWarning, assignByHand } from './steps/assign-by-hand';
import { lockTask } from './steps/lock-task';
import { setStatusByHand } from './steps/set-status-by-hand';

/**
 * Gives a task to another agent, or sets how far it is: `done` resolves the ticket. Given to another one it is a new
 * task, with an id of its own.
 *
 * @throws NotFound; else as assigning and setting a status by hand.
 */
export function editTask(
  actor: Actor,
  id: string,
  { agent, status }: EditTaskInput,
): Promise<TaskDto & { warnings: AssignWarning[] }> {
  return inTransaction(async (tx) => {
    const ticket = await lockTask(tx, actor, id);
    const give = (row: TicketRow) => (agent ? assignByHand(tx, actor, row, { assigned_agent: agent }) : []);
    const advance = async (row: TicketRow) => {
      const meant = status && statusMeant(row.status, status);
      if (meant) await setStatusByHand(tx, actor, row, meant);
    };
    const again = async () => (await loadTicket(tx, ticket.id))!;
    let warnings: AssignWarning[];
    if (ticket.assignee_id === null) {
      warnings = await give(ticket);
      await advance(await again());
    } else {
      // first how far it is: given away it may be out of his hands
      await advance(ticket);
      warnings = await give(await again());
    }
    return { ...(await taskOf(tx, ticket.id)), warnings };
  });
}
