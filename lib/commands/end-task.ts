import { inTransaction } from '../db/transaction';
import { Conflict } from '../errors';
import type { Actor } from '../rules/permissions';
import { assignByHand } from './steps/assign-by-hand';
import { lockTask } from './steps/lock-task';

/**
 * Takes a task from whoever has it: the ticket goes back to the queue.
 * @throws NotFound; Conflict `not_assigned` while nobody has it; else as assigning by hand.
 */
export function endTask(actor: Actor, id: string): Promise<void> {
  return inTransaction(async (tx) => {
    const ticket = await lockTask(tx, actor, id);
    if (ticket.assignee_id === null) throw new Conflict('not_assigned', 'Nobody has this task yet.');
    await assignByHand(tx, actor, ticket, { assigned_agent: null });
  });
}
