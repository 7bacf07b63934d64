import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import type { TicketEventInput } from '../../events/catalogue';
import type { Actor } from '../../rules/permissions';
import { cannotTakeBack, reasonFacts } from '../../rules/routing-reason';
import { afterCustomerMessage } from '../../rules/status';
import { assigneeMayTakeBack } from './assignee-may-take-back';
import { insertTicket } from './insert-ticket';
import { reopenLimit } from './reopen-limit';
import { statusColumns } from './status-columns';
import { type NewMessage, type Posted, writeMessage } from './write-message';
import { writeTicket } from './write-ticket';

/**
 * A customer's message: waiting and resolved work comes back, to its assignee or to the queue; on a closed ticket a
 * linked follow-up begins, and what is answered is of that one.
 */
export async function postCustomerMessage(tx: Tx, actor: Actor, message: NewMessage): Promise<Posted> {
  const ticket = await closedIfOver(tx, message.ticket);
  const comesBack = ticket.status === 'WAITING_ON_CUSTOMER' || ticket.status === 'RESOLVED';
  const effect = afterCustomerMessage(ticket.status, comesBack && (await assigneeMayTakeBack(tx, ticket)));
  if (effect.kind === 'follow_up') return postFollowUp(tx, actor, message);
  const at = new Date();
  const to = effect.kind === 'keep' ? ticket.status : effect.to;
  const requeued = effect.kind === 'requeue' && ticket.assignee_id !== null;
  const columns = {
    ...statusColumns(ticket.status, to, at),
    waiting_since: ticket.waiting_since ?? at,
    ...(requeued ? { assignee_id: null, assigned_at: null, routing_reason: null } : {}),
  };
  const events: TicketEventInput[] = [];
  if (requeued) {
    events.push({
      type: 'assignment.changed',
      data: { from: ticket.assignee_id, to: null, ...reasonFacts(cannotTakeBack()) },
      actorId: null,
    });
  }
  return writeMessage(tx, actor, message, { to, columns, events });
}

/** A resolved ticket whose time to reopen is over is closed now, if housekeeping has not been there yet. */
async function closedIfOver(tx: Tx, ticket: TicketRow): Promise<TicketRow> {
  if (ticket.status !== 'RESOLVED' || ticket.resolved_at === null) return ticket;
  if (ticket.resolved_at >= (await reopenLimit(tx))) return ticket;
  await writeTicket(tx, ticket.id, statusColumns('RESOLVED', 'CLOSED', new Date()), [
    { type: 'status.changed', data: { from: 'RESOLVED', to: 'CLOSED', by_hand: false }, actorId: null },
  ]);
  return { ...ticket, status: 'CLOSED' };
}

async function postFollowUp(
  tx: Tx,
  actor: Actor,
  { ticket, body, format, html, via, clientId, attachments }: NewMessage,
): Promise<Posted> {
  const { row, messageId } = await insertTicket(tx, actor, {
    subject: ticket.subject,
    ...{ body, format, html, attachments },
    priority: ticket.priority,
    channel: via,
    topic: ticket.topic,
    languages: ticket.languages,
    customerId: ticket.customer_id,
    teamId: ticket.team_id,
    followUpOf: ticket.id,
    clientId,
  });
  return { ticketId: row.id, messageId };
}
