import { newId } from '../../clock';
import type { TicketColumns } from '../../db/sql/ticket-row';
import { topicMeant } from '../../db/sql/topic';
import type { Tx } from '../../db/transaction';
import { wakeRelay } from '../../events/wake';
import { currentRequestId } from '../../request-context';
import type { Channel, MessageFormat } from '../../schemas/values';

export interface NewTicket {
  subject: string;
  body: string;
  /** Rank 0 to 3. */
  priority: number;
  channel: Channel;
  /** A topic's key or any of its names; what no topic is called stays as it is. */
  topic: string | null;
  languages: readonly string[];
  customerId: string;
  /** Who wrote the first message: the customer, or staff on his behalf. */
  authorId: string;
  /** Whether the customer waits for an answer from now on. */
  waiting: boolean;
  /** Without one it takes the team of its topic. */
  teamId?: string | null;
  followUpOf?: string | null;
  clientId?: string | null;
  /** How the body is written, and what was made of it; plain text unless told. */
  format?: MessageFormat;
  html?: string | null;
}

/** Inserts a ticket with its first message and its `ticket.created` event: one statement, one round trip. */
export async function insertTicket(
  tx: Tx,
  ticket: NewTicket,
): Promise<{ row: TicketColumns & { team_name: string | null }; messageId: string; eventId: string }> {
  const messageId = newId();
  const eventId = newId();
  const { rows } = await tx.query<TicketColumns & { team_name: string | null }>(
    `WITH meant AS (${topicMeant('$5')}), t AS (
       INSERT INTO ticket (id, subject, priority, channel, topic, team_id, languages, customer_id, follow_up_of,
                           waiting_since, first_message_id, last_message_id, last_public_message_id, last_seq,
                           last_public_seq)
       VALUES ($1, $2, $3, $4, coalesce((SELECT key FROM meant), $5), coalesce($17, (SELECT team_id FROM meant)), $6,
               $7, $8, CASE WHEN $9 THEN now() END, $10, $10, $10, 1, 1) RETURNING *
     ), m AS (
       INSERT INTO message (id, ticket_id, author_id, origin, body, client_id, format, html)
       VALUES ($10, $1, $11, $4, $12, $13, $18, $19)
     ), e AS (
       INSERT INTO event (id, ticket_id, type, seq, public_seq, actor_id, data, request_id)
       VALUES ($14, $1, 'ticket.created', 1, 1, $11, $15, $16)
     )
     SELECT t.*, (SELECT name FROM team WHERE id = t.team_id) AS team_name FROM t`,
    [
      newId(),
      ticket.subject,
      ticket.priority,
      ticket.channel,
      ticket.topic,
      ticket.languages,
      ticket.customerId,
      ticket.followUpOf ?? null,
      ticket.waiting,
      messageId,
      ticket.authorId,
      ticket.body,
      ticket.clientId ?? null,
      eventId,
      JSON.stringify({
        message_id: messageId,
        ...(ticket.followUpOf ? { follow_up_of: ticket.followUpOf } : {}),
      }),
      currentRequestId(),
      ticket.teamId ?? null,
      ticket.format ?? 'text',
      ticket.html ?? null,
    ],
  );
  tx.afterCommit(wakeRelay);
  return { row: rows[0]!, messageId, eventId };
}
