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
  const { rows } = await sql.query<{
    is_disabled: boolean;
    is_reached: boolean;
    is_chat: boolean;
    chat_email: string | null;
  }>(
    `SELECT p.disabled_at IS NOT NULL AS is_disabled, p.email IS NOT NULL OR p.external_id IS NOT NULL AS is_reached,
       c.ticket_id IS NOT NULL AS is_chat,
       -- of several devices, the one that has told where to write to
       (SELECT o.email FROM visitor o WHERE o.id = v.id OR o.person_id = v.person_id
        ORDER BY o.email IS NULL, o.last_seen_at DESC LIMIT 1) AS chat_email
     FROM person p LEFT JOIN chat c ON c.ticket_id = $2 LEFT JOIN visitor v ON v.id = c.visitor_id WHERE p.id = $1`,
    [ticket.customer_id, ticket.id],
  );
  const { is_disabled, is_reached, is_chat, chat_email } = rows[0]!;
  const customer = { id: ticket.customer_id, name: ticket.customer_name };
  if (await messengerContactOf(sql, ticket.id)) return { ...customer, by: 'messenger', address: null };
  if (is_chat && !is_disabled) return { ...customer, by: 'chat', address: chat_email };
  const isMailed = ticket.customer_email !== null && ticket.spam_at === null;
  return {
    ...customer,
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
