import type { TicketRow } from '../db/sql/ticket-row';
import type { Tx } from '../db/transaction';
import { Conflict, Forbidden, Invalid } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import { personLoads } from '../queries/person-loads';
import { kindOf, type Limits, roomFor } from '../rules/capacity';
import { type Actor, can } from '../rules/permissions';
import { speaks } from '../rules/routing';
import type { TicketDto } from '../schemas/ticket';
import { type Attempt, once } from './steps/once';
import { setAssignee } from './steps/set-assignee';

export type AssignWarning = 'agent_unavailable' | 'over_capacity' | 'language_not_spoken';

/**
 * Assigns a ticket by hand, takes it (oneself) or gives it back to the queue (null). By hand people may go over the
 * routing limit, to somebody who is away or does not speak the language; `warnings` says so.
 *
 * @throws Invalid when the person cannot hold tickets; Conflict `ticket_closed`.
 */
export function assignTicket(
  actor: Actor,
  ref: string,
  assigneeId: string | null,
  attempt?: Attempt,
): Promise<TicketDto & { warnings: AssignWarning[] }> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.read', { lock: true });
    const allowed =
      can(actor, 'ticket.assign', ticket) || (assigneeId === actor.id && can(actor, 'ticket.take', ticket));
    if (!allowed && assigneeId !== ticket.assignee_id) throw new Forbidden('Take the ticket first.');
    if (ticket.status === 'CLOSED' && assigneeId !== ticket.assignee_id) {
      throw new Conflict('ticket_closed', 'A closed ticket stays with whom it is.');
    }
    const warnings = assigneeId === null ? [] : await warningsFor(tx, ticket, assigneeId);
    await setAssignee(tx, ticket, assigneeId, {
      actorId: actor.id,
      reason:
        assigneeId === null
          ? null
          : assigneeId === actor.id
            ? `taken by ${actor.name}`
            : `given by ${actor.name}`,
    });
    const row = (await loadTicket(tx, ticket.id))!;
    return { ...presentTicket(row, audienceOf(actor.role)), warnings };
  });
}

/** Locks the person's row, so that routing counts this ticket before it gives him another one. */
async function warningsFor(tx: Tx, ticket: TicketRow, assigneeId: string): Promise<AssignWarning[]> {
  const { rows } = await tx.query<Limits & { languages: string[]; is_available: boolean }>(
    `SELECT capacity, capacity_calls, capacity_total, languages, is_available FROM person
     WHERE id = $1 AND role <> 'customer' AND disabled_at IS NULL FOR NO KEY UPDATE`,
    [assigneeId],
  );
  const agent = rows[0];
  if (!agent) throw new Invalid({ assigned_agent: ['not_an_active_agent'] });
  if (ticket.assignee_id === assigneeId) return [];
  const load = (await personLoads(tx, [assigneeId])).get(assigneeId)!;
  const warnings: AssignWarning[] = [];
  if (!agent.is_available) warnings.push('agent_unavailable');
  if (roomFor(kindOf(ticket.channel), agent, load) < 1) warnings.push('over_capacity');
  if (!speaks(agent, ticket.languages)) warnings.push('language_not_spoken');
  return warnings;
}
