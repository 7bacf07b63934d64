import { messageRows } from '../db/sql/message-rows';
import { sql } from '../db/transaction';
import { Invalid } from '../errors';
import { type MessageRow, presentMessage } from '../presenters/message';
import { audienceOf } from '../presenters/ticket';
import type { Actor } from '../rules/permissions';
import { visibleTickets } from '../rules/visibility';
import { canonicalAddress } from '../schemas/email-address';
import type { ListedMessage, ListMessagesQuery } from '../schemas/message';
import { decodeCursor, pageOf } from './cursor';

const LIMIT = 50;

/**
 * The public messages of a customer's tickets that the caller may see, oldest first: what a program that speaks with
 * the customer elsewhere asks for again and again, with the time of the last one it has.
 *
 * @throws Invalid when staff names no customer, or a customer another one.
 */
export async function listCustomerMessages(
  actor: Actor,
  { customer, since, cursor }: ListMessagesQuery,
): Promise<{ results: ListedMessage[]; next: string | null }> {
  const own = actor.role === 'customer';
  if (own === (customer !== undefined)) throw new Invalid({ customer: [own ? 'unknown_key' : 'required'] });
  const after =
    cursor === undefined ? null : (decodeCursor(actor.id, 'messages', cursor) as [string, string]);
  const { rows } = await sql.query<MessageRow & { number: number; at: string }>(
    `SELECT x.*, n.number, x.created_at::text AS at FROM (
       ${messageRows(`t.customer_id = $2 AND NOT m.is_internal AND ${visibleTickets(actor, '$1')}
         AND ($3::timestamptz IS NULL OR m.created_at > $3)
         AND ($4::timestamptz IS NULL OR (m.created_at, m.id) > ($4, $5::uuid))`)}
       ORDER BY m.created_at, m.id LIMIT ${LIMIT + 1}
     ) x JOIN ticket n ON n.id = x.ticket_id ORDER BY x.created_at, x.id`,
    [actor.id, own ? actor.id : await customerId(customer!), since ?? null, ...(after ?? [null, null])],
  );
  const { shown, next } = pageOf(actor.id, 'messages', {
    rows,
    limit: LIMIT,
    placeOf: ({ at, id }) => [at, id],
  });
  const results = shown.map((row) => ({
    ...presentMessage(row, audienceOf(actor.role)),
    ticket: { id: row.ticket_id, number: row.number },
  }));
  return { results, next };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Null, which has no message, when there is no such customer. */
async function customerId(ref: string): Promise<string | null> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT coalesce(merged_into, id) AS id FROM person WHERE role = 'customer' AND (email = $2 OR external_id = $1 OR id = $3::uuid)`,
    [ref.trim(), canonicalAddress(ref), UUID.test(ref) ? ref : null],
  );
  return rows[0]?.id ?? null;
}
