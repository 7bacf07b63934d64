import { newId } from '../../clock';
import type { TicketColumns } from '../../db/sql/ticket-row';
import { topicMeant } from '../../db/sql/topic';
import type { Tx } from '../../db/transaction';
import { wakeRelay } from '../../events/wake';
import { currentRequestId } from '../../request-context';
import { noticesFor } from '../../rules/notifications';
import type { Actor } from '../../rules/permissions';
import type { Channel, MessageFormat } from '../../schemas/values';
import { attachFiles } from './attach-files';
import { mailNotices } from './mail-notices';

export interface NewTicket {
  subject: string;
  body: string;
  /** Rank 0 to 3. */
  priority: number;
  /** The number that a source gave for it (S0). */
  sourcePriority?: number;
  channel: Channel;
  /** A topic's key or any of its names; what no topic is called stays as it is. */
  topic: string | null;
  languages: readonly string[];
  /** Where none is named: that of his profile, else what the text is written in. */
  findsLanguage?: boolean;
  customerId: string;
  /** Without one it takes the team of its topic. */
  teamId?: string | null;
  /** The address that it came to. */
  mailboxId?: string | null;
  /** Tell the customer by mail that it is here; told unless it would be a machine that is told. */
  acknowledge?: boolean;
  followUpOf?: string | null;
  clientId?: string | null;
  /** How the body is written, and what was made of it; plain text unless told. */
  format?: MessageFormat;
  html?: string | null;
  /** Ids of the author's uploads. */
  attachments?: readonly string[] | undefined;
}

/** The customer, or whom he was merged into: asked under a lock that a merge waits for, or that waits for the merge. */
const HIMSELF = '(SELECT coalesce(merged_into, id) FROM person WHERE id = $7 FOR KEY SHARE)';

/** So long a text is worth a guess in which language it is (product 2.7). */
const LONG = 200;
/** The one language that the customer's profile names; of several nobody knows which. */
const PROFILE = '(SELECT languages FROM person WHERE id = $7 AND cardinality(languages) = 1)';

/** What somebody blocked writes is spam from the start. */
const SPAM_AT = '(SELECT now() FROM person WHERE id = $10 AND is_blocked)';

/**
 * Inserts a ticket with its first message and its `ticket.created` event, one statement and one round trip, and mails
 * who is to be told. The actor wrote the message: the customer, or staff on his behalf; from now on the customer waits.
 */
export async function insertTicket(
  tx: Tx,
  actor: Pick<Actor, 'id' | 'role'>,
  ticket: NewTicket,
): Promise<{ row: TicketColumns & { team_name: string | null }; messageId: string }> {
  const messageId = newId();
  const eventId = newId();
  const { rows } = await tx.query<TicketColumns & { team_name: string | null }>(
    `WITH meant AS (${topicMeant('$5')}), t AS (
       INSERT INTO ticket (id, subject, priority, source_priority, channel, topic, team_id, languages, customer_id, follow_up_of,
                           waiting_since, spam_at, first_message_id, last_message_id, last_public_message_id, last_seq,
                           last_public_seq, mailbox_id, language_open)
       VALUES ($1, $2, $3, $19, $4, coalesce((SELECT key FROM meant), $5), coalesce($16, (SELECT team_id FROM meant)),
               CASE WHEN $21 THEN coalesce(${PROFILE}, $6) ELSE $6 END,
               ${HIMSELF}, $8, now(), ${SPAM_AT}, $9, $9, $9, 1, 1, $20, $22 AND ${PROFILE} IS NULL) RETURNING *
     ), m AS (
       INSERT INTO message (id, ticket_id, author_id, origin, body, client_id, format, html)
       VALUES ($9, $1, $10, $4, $11, $12, $17, $18)
     ), e AS (
       INSERT INTO event (id, ticket_id, type, seq, public_seq, actor_id, data, request_id)
       VALUES ($13, $1, 'ticket.created', 1, 1, $10, $14, $15)
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
      messageId,
      actor.id,
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
      ticket.sourcePriority ?? null,
      ticket.mailboxId ?? null,
      ticket.findsLanguage ?? false,
      (ticket.findsLanguage ?? false) && ticket.subject.length + ticket.body.length >= LONG,
    ],
  );
  await attachFiles(tx, actor, messageId, ticket.attachments);
  tx.afterCommit(wakeRelay);
  const row = rows[0]!;
  const audience = { actorId: actor.id, customerId: row.customer_id, assigneeId: null, imported: false };
  const notices =
    ticket.acknowledge === false ? [] : noticesFor({ kind: 'created', by: actor.role }, audience);
  await mailNotices(tx, row, eventId, notices, messageId);
  return { row, messageId };
}
