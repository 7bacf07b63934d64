import { MAY_BE_GIVEN } from '../../db/sql/presence';
import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { Conflict, Forbidden, Invalid } from '../../errors';
import { personLoads } from '../../queries/person-loads';
import { kindOf, type Limits, roomFor } from '../../rules/capacity';
import { type Actor, can } from '../../rules/permissions';
import { hasSkills, isMember, speaks } from '../../rules/routing';
import { handedBy, takenBy } from '../../rules/routing-reason';
import { isAbsent } from '../../rules/shifts';
import type { Absence } from '../../schemas/person';
import type { AssignInput } from '../../schemas/ticket';
import { setAssignee } from './set-assignee';
import { setTeam } from './set-team';

export type AssignWarning =
  | 'agent_unavailable'
  | 'agent_absent'
  | 'over_capacity'
  | 'not_in_team'
  | 'language_not_spoken'
  | 'skill_missing'
  | 'customer_blocked';

/**
 * Assigns a locked ticket as a person may by hand; he may go over the routing limit, and is warned then.
 *
 * @throws Forbidden; Invalid when the person cannot hold tickets or the team is unknown; Conflict `ticket_closed`.
 */
export async function assignByHand(
  tx: Tx,
  actor: Actor,
  ticket: TicketRow,
  { assigned_agent: assigneeId, team }: AssignInput,
): Promise<AssignWarning[]> {
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
  return warnings;
}

interface Assignee extends Limits {
  languages: string[];
  skills: string[];
  team_ids: string[];
  is_available: boolean;
  absence: Absence | null;
  time_zone: string;
  /** What the ticket's topic asks for. */
  required: string[];
  /** Routing is not to give him this customer. */
  is_blocked: boolean;
}

/** Locks the person's row, so that routing counts this ticket before it gives him another one. */
async function warningsFor(
  tx: Tx,
  ticket: TicketRow,
  teamId: string | null,
  assigneeId: string,
): Promise<AssignWarning[]> {
  const { rows } = await tx.query<Assignee>(
    `SELECT capacity, capacity_calls, capacity_total, languages, skills, absence, time_zone, ${MAY_BE_GIVEN} AS is_available,
       ARRAY(SELECT team_id FROM team_member WHERE person_id = person.id) AS team_ids,
       coalesce((SELECT skills FROM topic WHERE key = $2), '{}') AS required,
       EXISTS (SELECT 1 FROM blocked_pair b WHERE b.customer_id = $3 AND b.person_id = person.id) AS is_blocked
     FROM person WHERE id = $1 AND role <> 'customer' AND disabled_at IS NULL FOR NO KEY UPDATE`,
    [assigneeId, ticket.topic, ticket.customer_id],
  );
  const agent = rows[0];
  if (!agent) throw new Invalid({ assigned_agent: ['not_an_active_agent'] });
  if (ticket.assignee_id === assigneeId) return [];
  const load = (await personLoads(tx, [assigneeId])).get(assigneeId)!;
  const warnings: AssignWarning[] = [];
  if (isAbsent({ absence: agent.absence, timeZone: agent.time_zone }, Date.now()))
    warnings.push('agent_absent');
  else if (!agent.is_available) warnings.push('agent_unavailable');
  if (roomFor(kindOf(ticket.channel), agent, load) < 1) warnings.push('over_capacity');
  if (!isMember(agent, teamId)) warnings.push('not_in_team');
  if (!speaks(agent, ticket.languages)) warnings.push('language_not_spoken');
  if (!hasSkills(agent, agent.required)) warnings.push('skill_missing');
  if (agent.is_blocked) warnings.push('customer_blocked');
  return warnings;
}
