/** Reads messages `m` with what presenters need; `where` names conditions on `m` and `t`. */
export const messageRows = (where: string): string => `
  SELECT m.id, m.ticket_id, m.author_id, p.name AS author_name, p.role AS author_role, m.is_internal, m.body,
         m.format, m.html, m.cc, m.client_id, m.created_at, c.email IS NOT NULL AS customer_has_address,
         o.state AS mail_state, o.error AS mail_error,
         (SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'media_type', f.media_type, 'size', f.size)
                          ORDER BY f.position, f.created_at)
          FROM attachment f WHERE f.message_id = m.id) AS attachments
  FROM message m
  JOIN ticket t ON t.id = m.ticket_id
  JOIN person c ON c.id = t.customer_id
  JOIN person p ON p.id = m.author_id
  LEFT JOIN LATERAL (
    SELECT state, error FROM outbound_mail o
    WHERE o.message_id = m.id AND o.person_id = t.customer_id AND o.template = 'reply' LIMIT 1
  ) o ON true
  WHERE ${where}`;
