/**
 * How far a message of ours is on Messenger, from its parts: the one that has trouble says so, and it was read when all
 * of it was. Null when it does not go there.
 */
export const messengerState = (messageId: string): string => `(
  SELECT CASE WHEN bool_or(g.state = 'failed') THEN 'failed' WHEN bool_or(g.state = 'deferred') THEN 'deferred'
    WHEN bool_or(g.state = 'sending') OR (bool_or(g.state = 'queued') AND bool_or(g.state = 'sent')) THEN 'sending'
    WHEN bool_or(g.state = 'queued') THEN 'queued'
    WHEN bool_and(g.read_at IS NOT NULL) THEN 'read' WHEN bool_and(g.delivered_at IS NOT NULL) THEN 'delivered'
    WHEN count(*) > 0 THEN 'sent' END
  FROM messenger_send g WHERE g.message_id = ${messageId})`;

/** What was said of its trouble. */
export const messengerError = (messageId: string): string => `(
  SELECT g.error FROM messenger_send g WHERE g.message_id = ${messageId} AND g.error IS NOT NULL AND g.state <> 'sent'
  ORDER BY g.part LIMIT 1)`;
