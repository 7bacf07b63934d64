import { sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import type { RecipientSuggestionsDto } from '../schemas/recipients';
import { accessTicket } from './access-ticket';
import { containing } from './containing';

const MOST = 8;

/**
 * Who may be meant when somebody is put in copy: first who was on this ticket, or answered it without being on it, then
 * the customers of its customer's organisation. Colleagues read the ticket itself, and its customer gets the reply.
 *
 * @param q part of a name or an address; empty for all.
 */
export async function suggestRecipients(
  actor: Actor,
  ref: string,
  q: string,
): Promise<RecipientSuggestionsDto> {
  const ticket = await accessTicket(sql, actor, ref, 'ticket.note');
  const { rows } = await sql.query<RecipientSuggestionsDto['results'][number]>(
    `WITH known AS (
       SELECT address, 1 AS place FROM ticket_participant WHERE ticket_id = $1
       UNION ALL
       SELECT p.email, 1 FROM event e JOIN person p ON p.id = e.actor_id
       WHERE e.ticket_id = $1 AND e.type = 'ticket.answered_apart' AND p.email IS NOT NULL
       UNION ALL
       (SELECT p.email, 2 FROM person c JOIN person p ON p.organisation_id = c.organisation_id
        WHERE c.id = $2 AND p.role = 'customer' AND p.email IS NOT NULL AND p.disabled_at IS NULL
          AND p.merged_into IS NULL AND (lower(p.name) LIKE $4 OR p.email LIKE $4)
        ORDER BY p.name, p.id LIMIT ${MOST + 1})
     )
     SELECT k.address, p.name FROM (SELECT address, min(place) AS place FROM known GROUP BY address) k
     LEFT JOIN person p ON p.email = k.address
     WHERE k.address IS DISTINCT FROM $3 AND (k.address LIKE $4 OR lower(p.name) LIKE $4)
       AND (p.id IS NULL OR p.role = 'customer' AND p.disabled_at IS NULL)
     ORDER BY k.place, lower(coalesce(p.name, k.address)), k.address LIMIT ${MOST}`,
    [ticket.id, ticket.customer_id, ticket.customer_email, containing(q)],
  );
  return { results: rows };
}
