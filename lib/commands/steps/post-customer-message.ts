import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { isAsleep } from '../../presenters/ticket';
import { getSettings } from '../../queries/get-settings';
import { isClosingRemark } from '../../rules/closing-remark';
import type { Actor } from '../../rules/permissions';
import { afterCustomerMessage, type CustomerMessageEffect } from '../../rules/status';
import type { Status } from '../../schemas/values';
import { assigneeIsThere, assigneeMayTakeBack } from './assignee-may-take-back';
import { insertTicket } from './insert-ticket';
import { intoQueue } from './into-queue';
import { reopenLimit } from './reopen-limit';
import { unpromise, wake } from './sleep-columns';
import { giveToStandIn } from './stand-in';
import { statusColumns } from './status-columns';
import { type NewMessage, type Posted, writeMessage } from './write-message';
import { writeTicket } from './write-ticket';

/**
 * A customer's message: waiting and resolved work comes back, to its assignee or to the queue; on a closed ticket a
 * linked follow-up begins, and what is answered is of that one. What somebody blocked writes makes the ticket spam.
 */
export async function postCustomerMessage(tx: Tx, actor: Actor, message: NewMessage): Promise<Posted> {
  const ticket = await closedIfOver(tx, message.ticket);
  if (ticket.status !== 'CLOSED' && (await isBlocked(tx, actor))) return setAside(tx, actor, message, ticket);
  if (saysThanks(ticket, message)) return thank(tx, actor, message, ticket);
  const stood = await giveToStandIn(tx, ticket);
  if (stood) return goOn(tx, actor, { ...message, ticket: stood }, comingBack(stood.status));
  const effect = await effectOf(tx, ticket);
  if (effect.kind === 'follow_up') return postFollowUp(tx, actor, message);
  return goOn(tx, actor, { ...message, ticket }, effect);
}

/** To whoever has it. */
const comingBack = (status: Status): GoesOn =>
  status === 'WAITING_ON_CUSTOMER' || status === 'RESOLVED'
    ? { kind: 'reopen', to: 'IN_PROGRESS' }
    : { kind: 'keep' };

type GoesOn = Exclude<CustomerMessageEffect, { kind: 'follow_up' }>;

/** Writes the message on its ticket, which wakes, comes back, or goes to the queue. */
function goOn(tx: Tx, actor: Actor, message: NewMessage, effect: GoesOn): Promise<Posted> {
  const { ticket } = message;
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

/** A conversation that runs leaves its agent only where the setting says so, and only when he is not there. */
async function effectOf(tx: Tx, ticket: TicketRow): Promise<CustomerMessageEffect> {
  const comesBack = ticket.status === 'WAITING_ON_CUSTOMER' || ticket.status === 'RESOLVED';
  if (comesBack) return afterCustomerMessage(ticket.status, await assigneeMayTakeBack(tx, ticket));
  if (ticket.assignee_id !== null && ticket.status !== 'CLOSED') {
    const { presence } = await getSettings(tx);
    if (presence.away_replies === 'all' && !(await assigneeIsThere(tx, ticket.assignee_id)))
      return { kind: 'requeue', to: 'OPEN' };
  }
  return afterCustomerMessage(ticket.status, false);
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

async function isBlocked(tx: Tx, { id }: Pick<Actor, 'id'>): Promise<boolean> {
  const { rowCount } = await tx.query('SELECT 1 FROM person WHERE id = $1 AND is_blocked', [id]);
  return rowCount !== 0;
}

/** It is kept; it wakes, reopens and tells nothing. */
function setAside(tx: Tx, actor: Actor, message: NewMessage, ticket: TicketRow): Promise<Posted> {
  const spam_at = ticket.spam_at ?? new Date();
  return writeMessage(
    tx,
    actor,
    { ...message, ticket: { ...ticket, spam_at } },
    {
      to: ticket.status,
      columns: { spam_at },
      events: ticket.spam_at ? [] : [{ type: 'spam.changed', data: { is_spam: true }, actorId: null }],
    },
  );
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
  // what follows from a chat is read there too
  await tx.query(
    `INSERT INTO chat (ticket_id, widget_id, visitor_id, begun_by, begun_offline)
     SELECT $2, widget_id, visitor_id, begun_by, true FROM chat WHERE ticket_id = $1`,
    [ticket.id, row.id],
  );
  return { ticketId: row.id, messageId };
}
