import { Conflict } from '../errors';
import { accessTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { CreateTaskInput } from '../schemas/contact-centre';
import { type AssignWarning, assignByHand } from './steps/assign-by-hand';
import { type Attempt, once } from './steps/once';

/** The ticket that the task is of; `waits` when routing is to find somebody. */
export interface CreatedTask {
  ticketId: string;
  waits: boolean;
  warnings: AssignWarning[];
}

/**
 * Makes a ticket somebody's task (S0): the one's who is named, as by hand. Without a name it is his who holds it, or
 * routing's to give, which the caller runs then.
 *
 * @throws Conflict `not_waiting` for a solved ticket that nobody is named for; else as assigning by hand.
 */
export function createTask(actor: Actor, input: CreateTaskInput, attempt?: Attempt): Promise<CreatedTask> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, input.ticket, 'ticket.read', { lock: true });
    if (input.agent) {
      const warnings = await assignByHand(tx, actor, ticket, { assigned_agent: input.agent });
      return { ticketId: ticket.id, waits: false, warnings };
    }
    if (ticket.assignee_id !== null) return { ticketId: ticket.id, waits: false, warnings: [] };
    if (ticket.status !== 'OPEN') throw new Conflict('not_waiting', 'This ticket waits for nobody.');
    return { ticketId: ticket.id, waits: true, warnings: [] };
  });
}
