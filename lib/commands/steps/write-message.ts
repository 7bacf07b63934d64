import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import type { TicketEventInput } from '../../events/catalogue';
import { noticesFor } from '../../rules/notifications';
import type { Actor } from '../../rules/permissions';
import type { Channel, MessageFormat, Status } from '../../schemas/values';
import { attachFiles } from './attach-files';
import { mailChatLater } from './mail-chat-later';
import { mailCopies } from './mail-copies';
import { mailNotices } from './mail-notices';
import { writeMentions } from './mentions';
import { queueMessengerSend } from './queue-messenger-send';
import { writeTicket } from './write-ticket';

/** A message before it is written, for a ticket that is locked. */
export interface NewMessage {
  id: string;
  ticket: TicketRow;
  body: string;
  format: MessageFormat;
  /** What was made of the body; null for plain text. */
  html: string | null;
  /** Who gets a copy of a public reply. */
  cc: readonly string[];
  via: Channel;
  /** The sender's Idempotency-Key. */
  clientId: string | null;
  /** Colleagues who are named in a note and may read it. */
  mentions?: readonly string[] | undefined;
  /** Ids of the author's uploads. */
  attachments?: readonly string[] | undefined;
}

/** What came of it: the message, and the ticket it is in. */
export interface Posted {
  ticketId: string;
  messageId: string;
}

export interface MessageEffect {
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
  message: NewMessage,
  { to, columns = {}, events = [], internal = false }: MessageEffect,
): Promise<Posted> {
  const { id, ticket, body, format, html, cc, via, clientId, attachments, mentions = [] } = message;
  await tx.query(
    `INSERT INTO message (id, ticket_id, author_id, is_internal, origin, body, format, html, cc, client_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())`,
    [id, ticket.id, actor.id, internal, via, body, format, html, cc, clientId],
  );
  await attachFiles(tx, actor, id, attachments);
  await writeMentions(tx, id, mentions);
  const recorded: TicketEventInput[] = [
    { type: 'message.created', data: { message_id: id }, actorId: actor.id, staffOnly: internal },
    ...events,
  ];
  if (to !== ticket.status) {
    const data = { from: ticket.status, to, by_hand: false };
    recorded.push({ type: 'status.changed', data, actorId: actor.id });
  }
  const last = { last_message_id: id, ...(internal ? {} : { last_public_message_id: id }) };
  const [first] = await writeTicket(tx, ticket.id, { ...columns, ...last }, recorded);
  const assigneeId = columns.assignee_id === undefined ? ticket.assignee_id : columns.assignee_id;
  const goesElsewhere = await leavesByMessenger(tx, actor, message, internal);
  const notices = noticesFor(
    { kind: 'message', by: actor.role, internal },
    { actorId: actor.id, customerId: ticket.customer_id, assigneeId, imported: ticket.is_imported },
  ).filter(({ to: reader }) => !goesElsewhere || reader !== 'customer');
  await mailNotices(tx, { ...ticket, assignee_id: assigneeId }, first!.id, notices, id);
  if (actor.role !== 'customer' && !internal) await mailChatLater(tx, ticket.id);
  await mailCopies(tx, ticket, first!.id, { id, authorId: actor.id, cc });
  return { ticketId: ticket.id, messageId: id };
}

/** What came from there has been read there. */
async function leavesByMessenger(
  tx: Tx,
  actor: Actor,
  message: NewMessage,
  internal: boolean,
): Promise<boolean> {
  if (internal || actor.role === 'customer') return false;
  return message.via === 'MESSENGER' || queueMessengerSend(tx, message);
}
