import { sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import type { MessagingDto } from '../schemas/messenger';
import { accessTicket } from './access-ticket';
import { messengerContactOf, windowOf } from './messenger-contact';

/** Until when the customer of a ticket may be answered by Messenger, as of now. */
export async function getMessaging(actor: Actor, ref: string): Promise<MessagingDto> {
  const ticket = await accessTicket(sql, actor, ref, 'ticket.note');
  const contact = await messengerContactOf(sql, ticket.id);
  if (!contact) return { window: null };
  const { state, endsAt } = windowOf(contact, new Date());
  const isOn = contact.is_active;
  return {
    window: {
      page: contact.page_name,
      state: isOn ? state : 'off',
      ends_at: isOn ? (endsAt?.toISOString() ?? null) : null,
    },
  };
}
