import type { Tx } from '../../db/transaction';
import { loadTicket } from '../../queries/access-ticket';
import type { Actor } from '../../rules/permissions';
import type { TicketActions } from '../../schemas/ticket-actions';
import { assignByHand } from './assign-by-hand';
import { editByHand } from './edit-by-hand';
import { setStatusByHand } from './set-status-by-hand';

/**
 * Does to a locked ticket what a macro says, all of it or nothing, each as the person may by hand. Who takes it takes
 * it first, so that he may do the rest; who gives it away does so last.
 *
 * @throws Forbidden, Conflict and Invalid as assigning, editing and setting the status do.
 */
export async function applyActions(
  tx: Tx,
  actor: Actor,
  ticketId: string,
  { status, assigned_agent, team, ...edit }: TicketActions,
): Promise<void> {
  // each of them looks at what the one before it made of the ticket
  const ticket = async () => (await loadTicket(tx, ticketId))!;
  const agent = assigned_agent === 'me' ? actor.id : assigned_agent;
  const takes = agent === actor.id;
  if (takes) await assignByHand(tx, actor, await ticket(), { assigned_agent: agent });
  if (edit.priority !== undefined || edit.topic !== undefined)
    await editByHand(tx, actor, await ticket(), edit);
  if (status !== undefined) await setStatusByHand(tx, actor, await ticket(), status);
  if (team === undefined && (takes || agent === undefined)) return;
  const now = await ticket();
  await assignByHand(tx, actor, now, {
    assigned_agent: agent === undefined ? now.assignee_id : agent,
    team,
  });
}
