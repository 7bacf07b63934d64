import { messengerError, messengerState } from './messenger-state';

/**
 * Whether `person` has read as far as message `m`, by his mark. A mark says nothing of what came in between later, by a
 * merge or a split.
 */
export const isRead = (person: string): string => `(m.origin_ticket_id IS NULL AND EXISTS (
    SELECT 1 FROM ticket_read tr JOIN message up_to ON up_to.id = tr.message_id
    WHERE tr.person_id = ${person} AND tr.ticket_id = m.ticket_id
      AND (up_to.created_at, up_to.id) >= (m.created_at, m.id)))`;

/** Reads messages `m` with what presenters need; `where` names conditions on `m` and `t`. */
export const messageRows = (where: string): string => `
  SELECT m.id, m.ticket_id, m.author_id, p.name AS author_name, p.role AS author_role, m.is_internal, m.body,
         m.format, m.html, m.cc, m.client_id, m.created_at, c.email IS NOT NULL OR EXISTS (SELECT 1 FROM chat WHERE ticket_id = t.id) AS customer_is_reached,
         m.edited_at, m.removed_at, r.name AS removed_by_name, m.origin_ticket_id, origin.number AS origin_number,
         o.state AS mail_state, o.error AS mail_error, m.origin AS via,
         ${messengerState('m.id')} AS messenger_state, ${messengerError('m.id')} AS messenger_error,
         (SELECT i.is_forged FROM inbound_mail i WHERE i.message_id = m.id AND i.reason IS DISTINCT FROM 'bounce' LIMIT 1)
           AS is_forged,
         (SELECT json_build_object('kind', v.kind, 'seconds', v.seconds, 'transcript', v.transcript)
          FROM recording v WHERE v.message_id = m.id) AS recording, ${isRead('t.customer_id')} AS is_read,
         (SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'media_type', f.media_type, 'size', f.size)
                          ORDER BY f.position, f.created_at)
          FROM attachment f WHERE f.message_id = m.id) AS attachments,
         (SELECT json_agg(json_build_object('id', n.id, 'name', n.name) ORDER BY n.name, n.id)
          FROM message_mention mm JOIN person n ON n.id = mm.person_id WHERE mm.message_id = m.id) AS mentions
  FROM message m
  JOIN ticket t ON t.id = m.ticket_id
  JOIN person c ON c.id = t.customer_id
  JOIN person p ON p.id = m.author_id
  LEFT JOIN person r ON r.id = m.removed_by
  LEFT JOIN ticket origin ON origin.id = m.origin_ticket_id
  LEFT JOIN LATERAL (
    SELECT state, error FROM outbound_mail o
    WHERE o.message_id = m.id AND (o.template = 'chat' OR (o.template = 'reply'
      AND (SELECT role FROM person WHERE id = o.person_id) = 'customer')) LIMIT 1
  ) o ON true
  WHERE ${where}`;
