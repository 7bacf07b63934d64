import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import type { TicketEventInput } from '../../events/catalogue';
import { noticesFor } from '../../rules/notifications';
import type { Actor } from '../../rules/permissions';
import type { Channel, MessageFormat, Status } from '../../schemas/values';
import { attachFiles } from './attach-files';
import { mailCopies } from './mail-copies';
import { mailNotices } from './mail-notices';
import { writeTicket } from './write-ticket';

/** A message on its way into a locked ticket. */
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
  /** Ids of the author's uploads. */
  attachments?: readonly string[] | undefined;
}

/** What the message does to its ticket. */
export interface MessageEffect {
  columns: Parameters<typeof writeTicket>[2];
  to: Status;
  /** Told after the message and before the status. */
  events: readonly TicketEventInput[];
  internal?: boolean;
}

/** Writes the message, the ticket's new columns and all events, and mails who is to be told: the end of every way. */
export async function writeMessage(
  tx: Tx,
  actor: Actor,
  message: NewMessage,
  { columns, to, events: more, internal = false }: MessageEffect,
): Promise<void> {
  const { id, ticket, body, format, html, cc, via, clientId } = message;
  await tx.query(
    `INSERT INTO message (id, ticket_id, author_id, is_internal, origin, body, format, html, cc, client_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())`,
    [id, ticket.id, actor.id, internal, via, body, format, html, cc, clientId],
  );
  await attachFiles(tx, actor, id, message.attachments);
  const events: TicketEventInput[] = [
    { type: 'message.created', data: { message_id: id }, actorId: actor.id, staffOnly: internal },
    ...more,
  ];
  if (to !== ticket.status) {
    events.push({
      type: 'status.changed',
      data: { from: ticket.status, to, by_hand: false },
      actorId: actor.id,
    });
  }
  const last = { last_message_id: id, ...(internal ? {} : { last_public_message_id: id }) };
  const [recorded] = await writeTicket(tx, ticket.id, { ...columns, ...last }, events);
  const assigneeId = columns.assignee_id === undefined ? ticket.assignee_id : columns.assignee_id;
  const audience = {
    actorId: actor.id,
    customerId: ticket.customer_id,
    assigneeId,
    imported: ticket.is_imported,
  };
  const notices = noticesFor({ kind: 'message', by: actor.role, internal }, audience);
  const after = { ...ticket, assignee_id: assigneeId };
  await mailNotices(tx, after, recorded!.id, notices, id);
  await mailCopies(tx, after, recorded!.id, { id, authorId: actor.id, cc });
}
