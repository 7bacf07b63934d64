/** Is message `m` of ticket `t` a public reply of the team that its customer has not read? A condition. */
export const UNREAD_REPLY = `(NOT m.is_internal AND m.removed_at IS NULL
  AND (SELECT role FROM person WHERE id = m.author_id) <> 'customer' AND NOT EXISTS (
    SELECT 1 FROM ticket_read r JOIN message up_to ON up_to.id = r.message_id
    WHERE r.person_id = t.customer_id AND r.ticket_id = t.id AND (up_to.created_at, up_to.id) >= (m.created_at, m.id)))`;
