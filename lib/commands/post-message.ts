import { newId } from '../clock';
import { messageRows } from '../db/sql/message-rows';
import type { TicketRow } from '../db/sql/ticket-row';
import type { Tx } from '../db/transaction';
import { Conflict, Forbidden, Invalid } from '../errors';
import type { TicketEventInput } from '../events/catalogue';
import { type MessageRow, presentMessage } from '../presenters/message';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import { firstSentence } from '../rules/first-sentence';
import { noticesFor } from '../rules/notifications';
import { type Actor, PLAIN_SCOPE } from '../rules/permissions';
import { cannotTakeBack, reasonFacts, takenBy, takenWithReply } from '../rules/routing-reason';
import { afterCustomerMessage, decideStatusByHand, statusAfterStaffReply } from '../rules/status';
import { visibleTickets } from '../rules/visibility';
import type { ReceivedMessage, ReceiveMessageInput } from '../schemas/message';
import type { MessageDto, PostMessageInput, TicketDto } from '../schemas/ticket';
import { type Channel, type Status, UNSOLVED } from '../schemas/values';
import { assigneeMayTakeBack } from './steps/assignee-may-take-back';
import { attachFiles } from './steps/attach-files';
import { findCustomer, makeCustomer } from './steps/find-customer';
import { insertTicket } from './steps/insert-ticket';
import { mailNotices } from './steps/mail-notices';
import { type Attempt, once } from './steps/once';
import { refuseIfNewer } from './steps/refuse-if-newer';
import { reopenLimit } from './steps/reopen-limit';
import { statusColumns } from './steps/status-columns';
import { writeTicket } from './steps/write-ticket';

export type PostedMessage = MessageDto & { ticket: TicketDto };

/**
 * Posts a public reply or an internal note. A customer's message brings waiting and resolved work back; on a closed
 * ticket it opens a linked follow-up, and the answer's `ticket` is that one. A staff reply takes an unassigned
 * ticket, starts assigned work, and may set a status in the same act.
 *
 * @throws Conflict `newer_messages` when `based_on` is not the newest message, with those that came since;
 *   Conflict `ticket_closed` for a staff reply to a closed ticket; Conflict of the status rules.
 */
export function postMessage(
  actor: Actor,
  ref: string,
  input: PostMessageInput,
  via: Channel,
  attempt?: Attempt,
): Promise<PostedMessage> {
  const customer = actor.role === 'customer';
  if (customer && input.is_internal) throw new Forbidden('Only the team can write notes.');
  if (input.status !== undefined && (customer || input.is_internal))
    throw new Invalid({ status: ['not_allowed'] });
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, input.is_internal ? 'ticket.note' : 'ticket.reply', {
      lock: true,
    });
    if (input.based_on) await refuseIfNewer(tx, actor, ticket, input.based_on);
    const { body, attachments } = input;
    const draft = { ticket, body, attachments, via, clientId: attempt?.key ?? null };
    if (customer) return postCustomerMessage(tx, actor, draft);
    return input.is_internal ? postNote(tx, actor, draft) : postStaffReply(tx, actor, draft, input.status);
  });
}

/**
 * Takes in a message that does not say where it belongs: it goes to the customer's newest unsolved ticket that the
 * caller may see, else a new one begins, named by its first sentence. Staff and machines hand in what a customer wrote
 * elsewhere: the message is the customer's own, with all that follows from that, and a customer who is named by an
 * external id that nobody knows is made.
 *
 * @throws Invalid when the customer is unknown, or the ticket is not his.
 */
export function receiveMessage(
  actor: Actor,
  input: ReceiveMessageInput,
  via: Channel,
  attempt?: Attempt,
): Promise<ReceivedMessage> {
  return once(actor, attempt, async (tx) => {
    const customer = await customerWriting(tx, actor, input.customer);
    // two at once from somebody new: the second finds the ticket of the first
    await tx.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [customer.id]);
    const ticket = await ticketFor(tx, actor, customer.id, input.ticket);
    const rest = { body: input.body, attachments: undefined, via, clientId: attempt?.key ?? null };
    const posted = ticket
      ? await postCustomerMessage(tx, customer, { ticket, ...rest })
      : await postFirstMessage(tx, customer, { ...rest, topic: input.topic ?? null });
    const { ticket: after, ...message } = await presentPosted(tx, actor, posted.ticket.id, posted.id);
    return { ticket: after, message };
  });
}

/** Whose message it is: a customer's own, or that of the customer whom staff names. */
async function customerWriting(tx: Tx, actor: Actor, ref: string | undefined): Promise<Actor> {
  if (actor.role === 'customer') {
    if (ref !== undefined) throw new Invalid({ customer: ['unknown_key'] });
    return actor;
  }
  if (ref === undefined) throw new Invalid({ customer: ['required'] });
  const made = async () => (await makeCustomer(tx, ref, actor.id)) ?? findCustomer(tx, ref);
  // when somebody else made him just now, he is there at a second look
  const found = (await findCustomer(tx, ref)) ?? (await made());
  if (!found) throw new Invalid({ customer: ['unknown_customer'] });
  return { ...found, role: 'customer', sessionId: null, scope: PLAIN_SCOPE };
}

async function ticketFor(
  tx: Tx,
  actor: Actor,
  customerId: string,
  ref: string | undefined,
): Promise<TicketRow | null> {
  if (ref !== undefined) {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.read', { lock: true });
    if (ticket.customer_id !== customerId) throw new Invalid({ ticket: ['not_allowed'] });
    return ticket;
  }
  const { rows } = await tx.query<{ id: string }>(
    `SELECT t.id FROM ticket t WHERE t.customer_id = $2 AND t.status = ANY($3) AND t.deleted_at IS NULL
       AND t.spam_at IS NULL AND ${visibleTickets(actor, '$1')} ORDER BY t.created_at DESC, t.id DESC LIMIT 1`,
    [actor.id, customerId, UNSOLVED],
  );
  return rows[0] ? loadTicket(tx, rows[0].id, true) : null;
}

async function postFirstMessage(
  tx: Tx,
  customer: Actor,
  { body, via, clientId, topic }: Omit<Draft, 'ticket'> & { topic: string | null },
): Promise<PostedMessage> {
  const { row, messageId, eventId } = await insertTicket(tx, {
    ...{ subject: firstSentence(body), body, priority: 1, channel: via, topic, languages: [], clientId },
    ...{ customerId: customer.id, authorId: customer.id, waiting: true },
  });
  const audience = { actorId: customer.id, customerId: customer.id, assigneeId: null, imported: false };
  await mailNotices(tx, row, eventId, noticesFor({ kind: 'created', by: 'customer' }, audience), messageId);
  return presentPosted(tx, customer, row.id, messageId);
}

interface Draft {
  ticket: TicketRow;
  body: string;
  /** Ids of the author's uploads. */
  attachments: readonly string[] | undefined;
  via: Channel;
  clientId: string | null;
}

async function postCustomerMessage(tx: Tx, actor: Actor, draft: Draft): Promise<PostedMessage> {
  const ticket = await closedIfOver(tx, draft.ticket);
  const comesBack = ticket.status === 'WAITING_ON_CUSTOMER' || ticket.status === 'RESOLVED';
  const effect = afterCustomerMessage(ticket.status, comesBack && (await assigneeMayTakeBack(tx, ticket)));
  if (effect.kind === 'follow_up') return postFollowUp(tx, actor, draft);
  const at = new Date();
  const to = effect.kind === 'keep' ? ticket.status : effect.to;
  const requeued = effect.kind === 'requeue' && ticket.assignee_id !== null;
  const after = {
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
  return finish(tx, actor, draft, after, to, events);
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
  { ticket, body, attachments, via, clientId }: Draft,
): Promise<PostedMessage> {
  const { row, messageId, eventId } = await insertTicket(tx, {
    subject: ticket.subject,
    body,
    priority: ticket.priority,
    channel: via,
    topic: ticket.topic,
    languages: ticket.languages,
    customerId: ticket.customer_id,
    authorId: actor.id,
    waiting: true,
    teamId: ticket.team_id,
    followUpOf: ticket.id,
    clientId,
  });
  await attachFiles(tx, actor, messageId, attachments);
  const audience = { actorId: actor.id, customerId: row.customer_id, assigneeId: null, imported: false };
  await mailNotices(tx, row, eventId, noticesFor({ kind: 'created', by: actor.role }, audience), messageId);
  return presentPosted(tx, actor, row.id, messageId);
}

function postNote(tx: Tx, actor: Actor, draft: Draft): Promise<PostedMessage> {
  return finish(tx, actor, draft, {}, draft.ticket.status, [], true);
}

async function postStaffReply(
  tx: Tx,
  actor: Actor,
  draft: Draft,
  wanted: Status | undefined,
): Promise<PostedMessage> {
  const { ticket } = draft;
  if (ticket.status === 'CLOSED') throw new Conflict('ticket_closed', 'A closed ticket cannot be answered.');
  const takes = ticket.assignee_id === null && ticket.status !== 'RESOLVED';
  const held = takes || ticket.assignee_id !== null;
  const at = new Date();
  const to = statusWithReply(actor, takes ? 'ASSIGNED' : ticket.status, held, wanted);
  const events: TicketEventInput[] = [];
  if (takes) {
    events.push({
      type: 'assignment.changed',
      data: { from: null, to: actor.id, ...reasonFacts(takenWithReply(actor.name)) },
      actorId: actor.id,
    });
  }
  const after = {
    waiting_since: null,
    first_reply_at: ticket.first_reply_at ?? at,
    ...statusColumns(ticket.status, to, at),
    ...(takes
      ? {
          assignee_id: actor.id,
          assigned_at: at,
          is_held: false,
          routing_reason: takenBy(actor.name),
        }
      : {}),
  };
  return finish(tx, actor, draft, after, to, events);
}

/** The first reply starts the work; a status asked for with the reply is then set as by hand. */
function statusWithReply(actor: Actor, from: Status, held: boolean, wanted: Status | undefined): Status {
  const started = statusAfterStaffReply(from);
  if (wanted === undefined) return started;
  const decision = decideStatusByHand(started, wanted, held, actor.role);
  if (decision.kind === 'refuse')
    throw new Conflict(decision.code, `A ticket that is ${from} cannot become ${wanted}.`);
  return decision.kind === 'same' ? started : decision.to;
}

/** Writes the message, the ticket's new columns and all events, mails who is to be told, and answers. */
async function finish(
  tx: Tx,
  actor: Actor,
  { ticket, body, attachments, via, clientId }: Draft,
  columns: Parameters<typeof writeTicket>[2],
  to: Status,
  more: readonly TicketEventInput[],
  internal = false,
): Promise<PostedMessage> {
  const messageId = newId();
  await tx.query(
    `INSERT INTO message (id, ticket_id, author_id, is_internal, origin, body, client_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())`,
    [messageId, ticket.id, actor.id, internal, via, body, clientId],
  );
  await attachFiles(tx, actor, messageId, attachments);
  const events: TicketEventInput[] = [
    { type: 'message.created', data: { message_id: messageId }, actorId: actor.id, staffOnly: internal },
    ...more,
  ];
  if (to !== ticket.status) {
    events.push({
      type: 'status.changed',
      data: { from: ticket.status, to, by_hand: false },
      actorId: actor.id,
    });
  }
  const last = { last_message_id: messageId, ...(internal ? {} : { last_public_message_id: messageId }) };
  const [recorded] = await writeTicket(tx, ticket.id, { ...columns, ...last }, events);
  const assigneeId = columns.assignee_id === undefined ? ticket.assignee_id : columns.assignee_id;
  const audience = {
    actorId: actor.id,
    customerId: ticket.customer_id,
    assigneeId,
    imported: ticket.is_imported,
  };
  const notices = noticesFor({ kind: 'message', by: actor.role, internal }, audience);
  await mailNotices(tx, { ...ticket, assignee_id: assigneeId }, recorded!.id, notices, messageId);
  return presentPosted(tx, actor, ticket.id, messageId);
}

async function presentPosted(
  tx: Tx,
  actor: Actor,
  ticketId: string,
  messageId: string,
): Promise<PostedMessage> {
  const audience = audienceOf(actor.role);
  const { rows } = await tx.query<MessageRow>(messageRows('m.id = $1'), [messageId]);
  const ticket = await loadTicket(tx, ticketId);
  return { ...presentMessage(rows[0]!, audience), ticket: presentTicket(ticket!, audience) };
}
