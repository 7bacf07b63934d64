import type { TicketRow } from '../db/sql/ticket-row';
import type { Tx } from '../db/transaction';
import { Conflict, Forbidden } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import { noticesFor } from '../rules/notifications';
import { type Actor, can, relationTo } from '../rules/permissions';
import { decideStatusByHand } from '../rules/status';
import type { TicketDto } from '../schemas/ticket';
import type { Status } from '../schemas/values';
import { mailNotices } from './steps/mail-notices';
import { type Attempt, once } from './steps/once';
import { reopenLimit } from './steps/reopen-limit';
import { unpromise, wake } from './steps/sleep-columns';
import { statusColumns } from './steps/status-columns';
import { writeTicket } from './steps/write-ticket';

/**
 * Sets a ticket's status by hand. The same status again changes nothing and records nothing.
 *
 * @throws Conflict `assign_first` when nobody holds the ticket yet, `invalid_transition` when the rules refuse, both
 *   with `current`, the status as it is.
 */
export function changeStatus(actor: Actor, ref: string, to: Status, attempt?: Attempt): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.read', { lock: true });
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
    if (decision.kind === 'same') return presentTicket(ticket, audienceOf(actor.role));
    // solved, nothing is waited for
    const isOver = decision.to === 'RESOLVED' || decision.to === 'CLOSED';
    const [woken, ended] = isOver ? [wake(ticket, 'end', actor.id), unpromise(ticket, actor.id)] : [];
    const [event] = await writeTicket(
      tx,
      ticket.id,
      {
        ...statusColumns(ticket.status, decision.to, new Date(), actor.role === 'customer'),
        ...woken?.columns,
        ...ended?.columns,
      },
      [
        {
          type: 'status.changed',
          data: { from: ticket.status, to: decision.to, by_hand: true },
          actorId: actor.id,
        },
        ...(woken?.events ?? []),
        ...(ended?.events ?? []),
      ],
    );
    const notices = noticesFor(
      { kind: 'status', from: ticket.status, to: decision.to, byHand: true },
      {
        actorId: actor.id,
        customerId: ticket.customer_id,
        assigneeId: ticket.assignee_id,
        imported: ticket.is_imported,
      },
    );
    await mailNotices(tx, ticket, event!.id, notices);
    return presentTicket((await loadTicket(tx, ticket.id))!, audienceOf(actor.role));
  });
}

/** A customer reopens as long as an answer of his would; the team may until the ticket is closed. */
async function refuseIfOver(tx: Tx, actor: Actor, ticket: TicketRow, to: Status): Promise<void> {
  if (actor.role !== 'customer' || ticket.status !== 'RESOLVED' || to === 'RESOLVED') return;
  if (ticket.resolved_at === null || ticket.resolved_at >= (await reopenLimit(tx))) return;
  const message = 'This request was solved too long ago. Write, and a new one is opened.';
  throw new Conflict('invalid_transition', message, { current: ticket.status });
}
