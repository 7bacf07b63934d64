import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { loadTicket } from '../../queries/access-ticket';
import type { Contact } from './messenger-person';
import { endOfChain } from './ticket-to-answer';

/** So long after it was closed, what he writes is still about it: a follow-up, as with other channels. */
const FOLLOW_UP_DAYS = 14;

/**
 * The ticket, locked, in which a conversation goes on: the one that is not over, else the one that ended lately. Null
 * when there is none, or when it lies in the trash or with the spam.
 */
export async function ticketOfContact(tx: Tx, contact: Contact): Promise<TicketRow | null> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT t.id FROM messenger_thread h JOIN ticket t ON t.id = h.ticket_id
     WHERE h.contact_id = $1 AND t.deleted_at IS NULL AND t.spam_at IS NULL AND t.customer_id = $2
       AND (t.status <> 'CLOSED' OR t.closed_at > now() - make_interval(days => $3))
     ORDER BY t.status <> 'CLOSED' DESC, t.created_at DESC, t.id DESC LIMIT 1`,
    [contact.id, contact.actor.id, FOLLOW_UP_DAYS],
  );
  const found = rows[0] ? await loadTicket(tx, rows[0].id, true) : null;
  return found && endOfChain(tx, found, contact.actor.id);
}

/** Answers on this ticket go there from now on. */
export async function keepThread(tx: Tx, ticketId: string, contactId: string): Promise<void> {
  await tx.query(
    `INSERT INTO messenger_thread (ticket_id, contact_id) VALUES ($1, $2)
     ON CONFLICT (ticket_id) DO UPDATE SET contact_id = excluded.contact_id
     WHERE messenger_thread.contact_id <> excluded.contact_id`,
    [ticketId, contactId],
  );
}

/** He wrote, pressed or reacted: the time in which he may be answered begins anew. */
export async function openWindow(tx: Tx, contactId: string, at: Date): Promise<void> {
  await tx.query(
    'UPDATE messenger_contact SET last_user_message_at = greatest(last_user_message_at, $2) WHERE id = $1',
    [contactId, at],
  );
}
