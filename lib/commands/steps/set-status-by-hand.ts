import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { Conflict, Forbidden } from '../../errors';
import { noticesFor } from '../../rules/notifications';
import { type Actor, can, relationTo } from '../../rules/permissions';
import { decideStatusByHand } from '../../rules/status';
import type { Status } from '../../schemas/values';
import { mailNotices } from './mail-notices';
import { reopenLimit } from './reopen-limit';
import { unpromise, wake } from './sleep-columns';
import { statusColumns } from './status-columns';
import { writeTicket } from './write-ticket';

/**
 * Sets a locked ticket's status as a person may by hand. The same status again changes nothing and records nothing.
 *
 * @throws Conflict `assign_first` when nobody holds the ticket yet, `invalid_transition` when the rules refuse, both
 *   with `current`, the status as it is.
 */
export async function setStatusByHand(tx: Tx, actor: Actor, ticket: TicketRow, to: Status): Promise<void> {
  const current = { current: ticket.status };
  if (!can(actor, 'ticket.set_status', ticket) && ticket.status !== to) {
    if (relationTo(actor, ticket) !== 'queue' || ticket.deleted_at !== null) throw new Forbidden();
    throw new Conflict('assign_first', 'Take the ticket first.', current);
  }
  await refuseIfOver(tx, actor, ticket, to);
  const decision = decideStatusByHand(ticket.status, to, ticket.assignee_id !== null, actor.role);
  if (decision.kind === 'refuse') {
    const message =
      decision.code === 'assign_first'
        ? 'Assign the ticket first.'
        : `A ticket that is ${ticket.status} cannot become ${to}.`;
    throw new Conflict(decision.code, message, current);
  }
  if (decision.kind === 'change') await change(tx, actor, ticket, decision.to);
}

async function change(tx: Tx, actor: Actor, ticket: TicketRow, to: Status): Promise<void> {
  const reopens = actor.role === 'customer';
  // solved, nothing is waited for
  const isOver = to === 'RESOLVED' || to === 'CLOSED';
  const [woken, ended] = isOver ? [wake(ticket, 'end', actor.id), unpromise(ticket, actor.id)] : [];
  const columns = {
    ...statusColumns(ticket.status, to, new Date(), reopens),
    ...woken?.columns,
    ...ended?.columns,
  };
  const [event] = await writeTicket(tx, ticket.id, columns, [
    { type: 'status.changed', data: { from: ticket.status, to, by_hand: true }, actorId: actor.id },
    ...(woken?.events ?? []),
    ...(ended?.events ?? []),
  ]);
  const notices = noticesFor(
    { kind: 'status', from: ticket.status, to, byHand: true },
    {
      actorId: actor.id,
      customerId: ticket.customer_id,
      assigneeId: ticket.assignee_id,
      imported: ticket.is_imported,
    },
  );
  await mailNotices(tx, ticket, event!.id, notices);
}

/** A customer reopens as long as an answer of his would; the team may until the ticket is closed. */
async function refuseIfOver(tx: Tx, actor: Actor, ticket: TicketRow, to: Status): Promise<void> {
  if (actor.role !== 'customer' || ticket.status !== 'RESOLVED' || to === 'RESOLVED') return;
  if (ticket.resolved_at === null || ticket.resolved_at >= (await reopenLimit(tx))) return;
  const message = 'This request was solved too long ago. Write, and a new one is opened.';
  throw new Conflict('invalid_transition', message, { current: ticket.status });
}
