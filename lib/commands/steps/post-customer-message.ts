import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { isAsleep } from '../../presenters/ticket';
import { isClosingRemark } from '../../rules/closing-remark';
import type { Actor } from '../../rules/permissions';
import { afterCustomerMessage } from '../../rules/status';
import { assigneeMayTakeBack } from './assignee-may-take-back';
import { insertTicket } from './insert-ticket';
import { intoQueue } from './into-queue';
import { reopenLimit } from './reopen-limit';
import { unpromise, wake } from './sleep-columns';
import { statusColumns } from './status-columns';
import { type NewMessage, type Posted, writeMessage } from './write-message';
import { writeTicket } from './write-ticket';

/**
 * A customer's message: waiting and resolved work comes back, to its assignee or to the queue; on a closed ticket a
 * linked follow-up begins, and what is answered is of that one.
 */
export async function postCustomerMessage(tx: Tx, actor: Actor, message: NewMessage): Promise<Posted> {
  const ticket = await closedIfOver(tx, message.ticket);
  if (saysThanks(ticket, message)) return thank(tx, actor, message, ticket);
  const comesBack = ticket.status === 'WAITING_ON_CUSTOMER' || ticket.status === 'RESOLVED';
  const effect = afterCustomerMessage(ticket.status, comesBack && (await assigneeMayTakeBack(tx, ticket)));
  if (effect.kind === 'follow_up') return postFollowUp(tx, actor, message);
  const at = new Date();
  const to = effect.kind === 'keep' ? ticket.status : effect.to;
  const queued = effect.kind === 'requeue' ? intoQueue(ticket) : null;
  const [woken, ended] = [wake(ticket, 'reply', actor.id), unpromise(ticket, actor.id)];
  const columns = {
    ...statusColumns(ticket.status, to, at),
    waiting_since: ticket.waiting_since ?? at,
    thanked_at: null,
    ...woken.columns,
    ...ended.columns,
    ...queued?.columns,
  };
  const events = [...woken.events, ...ended.events, ...(queued?.events ?? [])];
  return writeMessage(tx, actor, message, { to, columns, events });
}

/** Thanks to a solved or sleeping ticket is no work (product 2.3). */
function saysThanks(ticket: TicketRow, { body, attachments }: NewMessage): boolean {
  if ((ticket.status !== 'RESOLVED' && !isAsleep(ticket)) || attachments?.length) return false;
  return isClosingRemark(body, [ticket.customer_name, ticket.assignee_name, ticket.last_public_author]);
}

/** It is added, and the ticket stays as it is; what was promised for silence is over, for this was an answer. */
function thank(tx: Tx, actor: Actor, message: NewMessage, ticket: TicketRow): Promise<Posted> {
  const { columns, events } = unpromise(ticket, actor.id);
  return writeMessage(tx, actor, message, {
    to: ticket.status,
    columns: { ...columns, thanked_at: new Date() },
    events,
  });
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
