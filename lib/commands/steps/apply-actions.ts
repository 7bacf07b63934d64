import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { allowTicket, loadTicket } from '../../queries/access-ticket';
import { type Actor, can } from '../../rules/permissions';
import { snoozeEnd } from '../../rules/snooze-end';
import type { SnoozeAct } from '../../schemas/snooze';
import type { TicketActions } from '../../schemas/ticket-actions';
import { type AssignWarning, assignByHand } from './assign-by-hand';
import { editByHand } from './edit-by-hand';
import { setFollowing } from './set-following';
import { setSnooze } from './set-snooze';
import { setStatusByHand } from './set-status-by-hand';
import { setTags } from './set-tags';

/**
 * Does to a locked ticket what a macro or an act on many says, all of it or nothing, each as the person may by hand.
 * It changes hands first, or last when whoever acts may do nothing more once it is another's.
 *
 * @returns the limits that its assignment passed over.
 * @throws Forbidden, Conflict and Invalid as assigning, editing, snoozing and setting the status do.
 */
export async function applyActions(
  tx: Tx,
  actor: Actor,
  ticketId: string,
  { assigned_agent, team, ...rest }: TicketActions,
): Promise<AssignWarning[]> {
  // each act looks at what the one before it made of the ticket
  const now = async () => (await loadTicket(tx, ticketId))!;
  const ticket = await now();
  const agent = assigned_agent === 'me' ? actor.id : assigned_agent;
  const handsFirst = agent != null && can(actor, 'ticket.set_status', { ...ticket, assignee_id: agent });
  const warnings = handsFirst ? await assignByHand(tx, actor, ticket, { assigned_agent: agent }) : [];
  await changeFacts(tx, actor, now, rest);
  if (team === undefined && (handsFirst || agent === undefined)) return warnings;
  const last = await now();
  const others = await assignByHand(tx, actor, last, {
    assigned_agent: agent === undefined ? last.assignee_id : agent,
    team,
  });
  return [...warnings, ...others];
}

/** What stays with the ticket, whoever holds it. It sleeps in its new status: solved, it has nothing to wait for. */
async function changeFacts(
  tx: Tx,
  actor: Actor,
  now: () => Promise<TicketRow>,
  { status, priority, topic, add_tags, remove_tags, snooze, follow }: TicketActions,
): Promise<void> {
  if ([priority, topic, add_tags, remove_tags].some((one) => one !== undefined)) {
    const ticket = await now();
    await editByHand(tx, actor, ticket, { priority, topic });
    await setTags(tx, ticket, { add_tags, remove_tags }, actor.id);
  }
  if (status !== undefined) await setStatusByHand(tx, actor, await now(), status);
  if (snooze !== undefined) await sleep(tx, actor, await now(), snooze);
  if (follow !== undefined) {
    const ticket = await now();
    allowTicket(ticket, actor, 'ticket.note');
    await setFollowing(tx, ticket.id, actor.id, follow);
  }
}

/** A time that is over by now, of a message that waited, is nothing to sleep for. */
async function sleep(tx: Tx, actor: Actor, ticket: TicketRow, snooze: SnoozeAct): Promise<void> {
  const until = snoozeEnd(snooze, new Date());
  if (until === null || until > new Date()) await setSnooze(tx, actor, ticket, until);
}
