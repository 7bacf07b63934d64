import { inTransaction } from '../db/transaction';
import { NotFound } from '../errors';
import { accessTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';

/**
 * Notes how far somebody has read a ticket. Only ever further: of two tabs the one that has seen more counts.
 *
 * @throws NotFound when the ticket has no such message.
 */
export function markRead(actor: Actor, ref: string, messageId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.read_notes');
    const { rowCount } = await tx.query('SELECT 1 FROM message WHERE id = $1 AND ticket_id = $2', [
      messageId,
      ticket.id,
    ]);
    if (rowCount === 0) throw new NotFound();
    await tx.query(
      `INSERT INTO ticket_read (person_id, ticket_id, message_id) VALUES ($1, $2, $3)
       ON CONFLICT (person_id, ticket_id) DO UPDATE SET message_id = EXCLUDED.message_id, read_at = now()
         WHERE EXISTS (SELECT 1 FROM message old, message new
           WHERE old.id = ticket_read.message_id AND new.id = EXCLUDED.message_id
             AND (new.created_at, new.id) > (old.created_at, old.id))`,
      [actor.id, ticket.id, messageId],
    );
  });
}

/** As if he had never looked. */
export function markUnread(actor: Actor, ref: string): Promise<void> {
  return inTransaction(async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.read_notes');
    await tx.query('DELETE FROM ticket_read WHERE person_id = $1 AND ticket_id = $2', [actor.id, ticket.id]);
  });
}
