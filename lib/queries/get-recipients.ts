import type { TicketRow } from '../db/sql/ticket-row';
import { type Sql, sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import type { RecipientsDto } from '../schemas/recipients';
import { accessTicket } from './access-ticket';
import { messengerContactOf } from './messenger-contact';

type Copy = RecipientsDto['cc'][number];

/**
 * Who will get the next public reply, and how (product C10).
 *
 * @param cc asked about in place of who is in copy so far.
 */
export async function getRecipients(
  actor: Actor,
  ref: string,
  cc: readonly string[] | undefined,
): Promise<RecipientsDto> {
  const ticket = await accessTicket(sql, actor, ref, 'ticket.note');
  const [customer, copies] = await Promise.all([
    customerFacts(ticket),
    copyFacts(sql, ticket, cc ?? (await activeParticipants(sql, ticket.id))),
  ]);
  return { customer, cc: copies };
}

async function customerFacts(ticket: TicketRow): Promise<RecipientsDto['customer']> {
  const { rows } = await sql.query<{ is_disabled: boolean; is_reached: boolean }>(
    `SELECT disabled_at IS NOT NULL AS is_disabled, email IS NOT NULL OR external_id IS NOT NULL AS is_reached
     FROM person WHERE id = $1`,
    [ticket.customer_id],
  );
  const { is_disabled, is_reached } = rows[0]!;
  if (await messengerContactOf(sql, ticket.id))
    return { id: ticket.customer_id, name: ticket.customer_name, by: 'messenger', address: null };
  const isMailed = ticket.customer_email !== null && ticket.spam_at === null;
  return {
    id: ticket.customer_id,
    name: ticket.customer_name,
    by: is_disabled || !is_reached ? 'none' : isMailed ? 'mail' : 'portal',
    address: isMailed && !is_disabled ? ticket.customer_email : null,
  };
}

/** The standing list of who gets a copy. */
export async function activeParticipants(from: Sql, ticketId: string): Promise<string[]> {
  const { rows } = await from.query<{ address: string }>(
    'SELECT address FROM ticket_participant WHERE ticket_id = $1 AND is_active ORDER BY created_at, address',
    [ticketId],
  );
  return rows.map((row) => row.address);
}

/**
 * What is known of addresses that are to get a copy, in their order. Colleagues, the customer, and whoever was ever in
 * copy on this ticket are not new to it.
 */
export async function copyFacts(from: Sql, ticket: TicketRow, addresses: readonly string[]): Promise<Copy[]> {
  if (addresses.length === 0) return [];
  const { rows } = await from.query<Copy>(
    `WITH seen AS (
       SELECT address FROM ticket_participant WHERE ticket_id = $1 UNION ALL SELECT $3 WHERE $3::text IS NOT NULL
     ), asked AS (
       SELECT a.address, a.n, p.name, p.disabled_at IS NULL AND p.role <> 'customer' AS is_staff,
         p.role = 'customer' AS is_customer
       FROM unnest($2::text[]) WITH ORDINALITY AS a (address, n) LEFT JOIN person p ON p.email = a.address
     )
     SELECT a.address, a.name,
       CASE WHEN a.is_staff THEN 'staff' WHEN a.is_customer THEN 'customer' ELSE 'outsider' END AS kind,
       NOT coalesce(a.is_staff, false) AND NOT EXISTS (SELECT 1 FROM seen s WHERE s.address = a.address) AS is_new,
       NOT coalesce(a.is_staff, false) AND NOT EXISTS
         (SELECT 1 FROM seen s WHERE split_part(s.address, '@', 2) = split_part(a.address, '@', 2)) AS is_new_domain
     FROM asked a ORDER BY a.n`,
    [ticket.id, addresses, ticket.customer_email],
  );
  return rows;
}
