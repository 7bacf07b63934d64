import { sql } from '../db/transaction';
import { Forbidden } from '../errors';
import { beginning } from '../presenters/ticket';
import { type Actor, isStaff } from '../rules/permissions';
import { visibleTickets } from '../rules/visibility';
import type { TimelineEntryDto } from '../schemas/customer-timeline';
import type { MessageFormat } from '../schemas/values';
import { decodeCursor, encodeCursor } from './cursor';

const PAGE = 30;
const listOf = (customerId: string): string => `timeline of ${customerId}`;

type Row = Omit<TimelineEntryDto, 'created_at'> & { format: MessageFormat; created_at: Date };

/**
 * What was written on all tickets of a customer that this person may see, notes included, newest first: one
 * conversation, whichever ways it came.
 */
export async function listCustomerTimeline(
  actor: Actor,
  customerId: string,
  cursor: string | undefined,
): Promise<{ results: TimelineEntryDto[]; next: string | null }> {
  if (!isStaff(actor.role)) throw new Forbidden();
  const list = listOf(customerId);
  const before = cursor ? (decodeCursor(actor.id, list, cursor) as [string, string]) : null;
  const { rows } = await sql.query<Row>(
    `SELECT m.id, m.is_internal, m.format, left(m.body, 400) AS text, m.created_at,
       json_build_object('number', t.number, 'subject', t.subject, 'status', t.status, 'channel', t.channel) AS ticket,
       json_build_object('name', a.name, 'role', a.role) AS author
     FROM ticket t JOIN message m ON m.ticket_id = t.id JOIN person a ON a.id = m.author_id
     WHERE t.customer_id = $2 AND t.deleted_at IS NULL AND m.removed_at IS NULL AND ${visibleTickets(actor, '$1')}
       AND ($3::timestamptz IS NULL OR (m.created_at, m.id) < ($3, $4::uuid))
     ORDER BY m.created_at DESC, m.id DESC LIMIT ${PAGE + 1}`,
    [actor.id, customerId, ...(before ?? [null, null])],
  );
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const next =
    rows.length > PAGE && last
      ? encodeCursor(actor.id, list, [last.created_at.toISOString(), last.id])
      : null;
  const results = page.map(({ format, text, created_at, ...entry }) => ({
    ...entry,
    text: beginning(text, format),
    created_at: created_at.toISOString(),
  }));
  return { results, next };
}
