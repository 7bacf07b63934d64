import { newId } from '../../clock';
import { messageRows } from '../../db/sql/message-rows';
import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import type { TicketEventInput } from '../../events/catalogue';
import { type MessageRow, presentMessage } from '../../presenters/message';
import { audienceOf, presentTicket } from '../../presenters/ticket';
import { loadTicket } from '../../queries/access-ticket';
import { noticesFor } from '../../rules/notifications';
import type { Actor } from '../../rules/permissions';
import type { MessageDto, TicketDto } from '../../schemas/ticket';
import type { Channel, Status } from '../../schemas/values';
import { mailNotices } from './mail-notices';
import { writeTicket } from './write-ticket';

export type PostedMessage = MessageDto & { ticket: TicketDto };

/** A message before it is written, for a ticket that is locked. */
export interface Draft {
  ticket: TicketRow;
  body: string;
  via: Channel;
  clientId: string | null;
}

/** What came of it: the message, and the ticket it is in. */
export interface Posted {
  ticketId: string;
  messageId: string;
}

interface Effect {
  /** The ticket's status from now on. */
  to: Status;
  /** What else of the ticket changes. */
  columns?: Parameters<typeof writeTicket>[2];
  /** What is recorded between the message and its status. */
  events?: readonly TicketEventInput[];
  /** A note: the customer learns nothing of it. */
  internal?: boolean;
}

/** Writes the message, the ticket's new columns and all events, and mails who is to be told. */
export async function writeMessage(
  tx: Tx,
  actor: Actor,
  { ticket, body, via, clientId }: Draft,
  { to, columns = {}, events = [], internal = false }: Effect,
): Promise<Posted> {
  const messageId = newId();
  await tx.query(
    `INSERT INTO message (id, ticket_id, author_id, is_internal, origin, body, client_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())`,
    [messageId, ticket.id, actor.id, internal, via, body, clientId],
  );
  const recorded: TicketEventInput[] = [
    { type: 'message.created', data: { message_id: messageId }, actorId: actor.id, staffOnly: internal },
    ...events,
  ];
  if (to !== ticket.status) {
    const data = { from: ticket.status, to, by_hand: false };
    recorded.push({ type: 'status.changed', data, actorId: actor.id });
  }
  const last = { last_message_id: messageId, ...(internal ? {} : { last_public_message_id: messageId }) };
  const [first] = await writeTicket(tx, ticket.id, { ...columns, ...last }, recorded);
  const assigneeId = columns.assignee_id === undefined ? ticket.assignee_id : columns.assignee_id;
  const notices = noticesFor(
    { kind: 'message', by: actor.role, internal },
    { actorId: actor.id, customerId: ticket.customer_id, assigneeId, imported: ticket.is_imported },
  );
  await mailNotices(tx, { ...ticket, assignee_id: assigneeId }, first!.id, notices, messageId);
  return { ticketId: ticket.id, messageId };
}

/** The message and its ticket as the actor may see them. */
export async function presentPosted(
  tx: Tx,
  actor: Actor,
  { ticketId, messageId }: Posted,
): Promise<PostedMessage> {
  const audience = audienceOf(actor.role);
  const { rows } = await tx.query<MessageRow>(messageRows('m.id = $1'), [messageId]);
  const ticket = await loadTicket(tx, ticketId);
  return { ...presentMessage(rows[0]!, audience), ticket: presentTicket(ticket!, audience) };
}
