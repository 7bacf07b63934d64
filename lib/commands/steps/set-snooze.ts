import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { Conflict } from '../../errors';
import { allowTicket } from '../../queries/access-ticket';
import type { Actor } from '../../rules/permissions';
import { writeTicket } from './write-ticket';

/**
 * Puts a locked ticket to sleep until a time, or (null) until the customer answers. One that sleeps so already is left
 * without a trace.
 *
 * @throws Forbidden for who may not; Conflict `not_open` for a ticket that is solved: nothing would come back to.
 */
export async function setSnooze(tx: Tx, actor: Actor, ticket: TicketRow, until: Date | null): Promise<void> {
  allowTicket(ticket, actor, 'ticket.snooze');
  refuseIfSolved(ticket);
  const for_reply = until === null;
  if (ticket.snoozed_for_reply === for_reply && ticket.snoozed_until?.getTime() === until?.getTime()) return;
  const columns = { snoozed_until: until, snoozed_for_reply: for_reply, woken_from: null };
  const data = { until: until?.toISOString() ?? null, for_reply };
  await writeTicket(tx, ticket.id, columns, [{ type: 'snooze.changed', data, actorId: actor.id }]);
}

/** Throws Conflict `not_open` where there is nothing left to wait for. */
export function refuseIfSolved({ status }: Pick<TicketRow, 'status'>): void {
  if (status !== 'RESOLVED' && status !== 'CLOSED') return;
  throw new Conflict('not_open', 'The ticket is solved; there is nothing to wait for.', { current: status });
}
