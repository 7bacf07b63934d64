import { IS_HERE } from '../db/sql/visitor';
import { sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import type { TicketVisitorDto } from '../schemas/visitor';
import { accessTicket } from './access-ticket';

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Who is on the other side of a chat, and on which page; null when it is none, or nobody knows any more. */
export async function getTicketVisitor(actor: Actor, ref: string): Promise<TicketVisitorDto | null> {
  const { id } = await accessTicket(sql, actor, ref, 'ticket.read_notes');
  const { rows } = await sql.query<TicketVisitorDto>(
    `SELECT w.name AS website, v.name, v.email, v.email_confirmed, v.identity_id IS NOT NULL AS is_identified,
       ${IS_HERE} AS is_here, ${iso('v.last_seen_at')} AS last_seen_at, v.page_url, v.page_title, v.referrer, v.locale
     FROM chat c JOIN visitor v ON v.id = c.visitor_id LEFT JOIN widget w ON w.id = c.widget_id WHERE c.ticket_id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
