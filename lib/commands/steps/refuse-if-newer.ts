import { messageRows } from '../../db/sql/message-rows';
import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { Conflict, Invalid } from '../../errors';
import { type MessageRow, presentMessage } from '../../presenters/message';
import { audienceOf } from '../../presenters/ticket';
import { type Actor, can } from '../../rules/permissions';

/**
 * The reply guard (product 2.15): what the author has not seen, of the customer, of colleagues, notes included, is
 * shown to him before his reply goes out. `publicOnly` looks past notes.
 */
export async function refuseIfNewer(
  tx: Tx,
  actor: Actor,
  ticket: TicketRow,
  basedOn: string,
  { publicOnly = false }: { publicOnly?: boolean } = {},
): Promise<void> {
  const notes = !publicOnly && can(actor, 'ticket.read_notes', ticket) ? '' : 'AND NOT m.is_internal';
  const { rows } = await tx.query<MessageRow>(
    `${messageRows(`m.ticket_id = $1 ${notes} AND m.author_id <> $3
       AND (m.created_at, m.id) > (SELECT b.created_at, b.id FROM message b WHERE b.id = $2 AND b.ticket_id = $1)`)}
     ORDER BY m.created_at, m.id LIMIT 50`,
    [ticket.id, basedOn, actor.id],
  );
  if (rows.length === 0) return requireKnown(tx, ticket, basedOn);
  const messages = rows.map((row) => presentMessage(row, audienceOf(actor.role)));
  throw new Conflict('newer_messages', 'Somebody wrote in the meantime. Read it, then send again.', {
    messages,
  });
}

/** A name of no message here would switch the guard off without a word. */
async function requireKnown(tx: Tx, ticket: TicketRow, messageId: string): Promise<void> {
  const { rowCount } = await tx.query('SELECT 1 FROM message WHERE id = $1 AND ticket_id = $2', [
    messageId,
    ticket.id,
  ]);
  if (rowCount === 0) throw new Invalid({ based_on: ['unknown_message'] });
}
