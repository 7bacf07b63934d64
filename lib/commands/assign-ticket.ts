import type { TicketRow } from '../db/sql/ticket-row';
import type { Tx } from '../db/transaction';
import { Conflict, Forbidden, Invalid } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import { personLoads } from '../queries/person-loads';
import { kindOf, type Limits, roomFor } from '../rules/capacity';
import { type Actor, can } from '../rules/permissions';
import { hasSkills, isMember, speaks } from '../rules/routing';
import { handedBy, takenBy } from '../rules/routing-reason';
import type { AssignInput, TicketDto } from '../schemas/ticket';
import { type Attempt, once } from './steps/once';
import { setAssignee } from './steps/set-assignee';
import { setTeam } from './steps/set-team';

export type AssignWarning =
  | 'agent_unavailable'
  | 'over_capacity'
  | 'not_in_team'
  | 'language_not_spoken'
  | 'skill_missing';

/**
 * Assigns a ticket by hand, takes it (oneself) or gives it back to the queue (null), with or without another team.
 * By hand people may go over the routing limit, to somebody who is away, in another team, or without a language or
 * skill that the ticket needs; `warnings` says so.
 *
 * @throws Invalid when the person cannot hold tickets or the team is unknown; Conflict `ticket_closed`.
 */
export function assignTicket(
  actor: Actor,
  ref: string,
  { assigned_agent: assigneeId, team }: AssignInput,
  attempt?: Attempt,
): Promise<TicketDto & { warnings: AssignWarning[] }> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.read', { lock: true });
    const mayAssign = can(actor, 'ticket.assign', ticket);
    const mayTake = assigneeId === actor.id && can(actor, 'ticket.take', ticket);
    const moves = assigneeId !== ticket.assignee_id;
    const toTeam = team !== undefined && team !== ticket.team_id;
    if ((moves && !mayAssign && !mayTake) || (toTeam && !mayAssign)) {
      throw new Forbidden('Take the ticket first.');
    }
    if (ticket.status === 'CLOSED' && moves) {
      throw new Conflict('ticket_closed', 'A closed ticket stays with whom it is.');
    }
    if (team !== undefined) await setTeam(tx, ticket, team, actor.id);
    const teamId = team === undefined ? ticket.team_id : team;
    const warnings = assigneeId === null ? [] : await warningsFor(tx, ticket, teamId, assigneeId);
    const by = assigneeId === actor.id ? takenBy(actor.name) : handedBy(actor.name);
    await setAssignee(tx, ticket, assigneeId, {
      actorId: actor.id,
      reason: assigneeId === null ? null : by,
    });
    const row = (await loadTicket(tx, ticket.id))!;
    return { ...presentTicket(row, audienceOf(actor.role)), warnings };
  });
}

interface Assignee extends Limits {
  languages: string[];
  skills: string[];
  team_ids: string[];
  is_available: boolean;
  /** What the ticket's topic asks for. */
  required: string[];
}

/** Locks the person's row, so that routing counts this ticket before it gives him another one. */
async function warningsFor(
  tx: Tx,
  ticket: TicketRow,
  teamId: string | null,
  assigneeId: string,
): Promise<AssignWarning[]> {
  const { rows } = await tx.query<Assignee>(
    `SELECT capacity, capacity_calls, capacity_total, languages, skills, is_available,
       ARRAY(SELECT team_id FROM team_member WHERE person_id = person.id) AS team_ids,
       coalesce((SELECT skills FROM topic WHERE key = $2), '{}') AS required
     FROM person WHERE id = $1 AND role <> 'customer' AND disabled_at IS NULL FOR NO KEY UPDATE`,
    [assigneeId, ticket.topic],
  );
  const agent = rows[0];
  if (!agent) throw new Invalid({ assigned_agent: ['not_an_active_agent'] });
  if (ticket.assignee_id === assigneeId) return [];
  const load = (await personLoads(tx, [assigneeId])).get(assigneeId)!;
  const warnings: AssignWarning[] = [];
  if (!agent.is_available) warnings.push('agent_unavailable');
  if (roomFor(kindOf(ticket.channel), agent, load) < 1) warnings.push('over_capacity');
  if (!isMember(agent, teamId)) warnings.push('not_in_team');
  if (!speaks(agent, ticket.languages)) warnings.push('language_not_spoken');
  if (!hasSkills(agent, agent.required)) warnings.push('skill_missing');
  return warnings;
}
