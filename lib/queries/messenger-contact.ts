import type { Sql } from '../db/transaction';
import { type MessagingWindow, messagingWindow } from '../rules/messaging-window';

/** Who is behind a ticket on Messenger, and until when he may be answered. */
export interface MessengerContact {
  id: string;
  psid: string;
  page_id: string;
  page_name: string;
  is_active: boolean;
  human_agent: boolean;
  last_user_message_at: Date | null;
  refused_at: Date | null;
}

/** A part that was split off is the same conversation. */
const OF_TICKET = `h.ticket_id = $1
  OR h.ticket_id = (SELECT split_from FROM ticket WHERE id = $1 AND channel = 'MESSENGER')`;

/** Whom answers on this ticket reach by Messenger; null where they go another way. */
export async function messengerContactOf(from: Sql, ticketId: string): Promise<MessengerContact | null> {
  const { rows } = await from.query<MessengerContact>(
    `SELECT c.id, c.psid, p.id AS page_id, p.name AS page_name, p.is_active, p.human_agent, c.last_user_message_at,
       c.refused_at
     FROM messenger_thread h JOIN messenger_contact c ON c.id = h.contact_id JOIN messenger_page p ON p.id = c.page_id
     WHERE ${OF_TICKET} ORDER BY h.ticket_id = $1 DESC LIMIT 1`,
    [ticketId],
  );
  return rows[0] ?? null;
}

export const windowOf = (
  contact: Pick<MessengerContact, 'last_user_message_at' | 'human_agent' | 'refused_at'>,
  at: Date,
): MessagingWindow =>
  messagingWindow(
    {
      lastUserMessageAt: contact.last_user_message_at,
      humanAgent: contact.human_agent,
      refusedAt: contact.refused_at,
    },
    at,
  );
